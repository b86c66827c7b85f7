//! Characters that XML cannot hold, as Excel writes them: `_x000D_` for a carriage return.

use std::borrow::Cow;

const LENGTH: usize = "_x000D_".len();

pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, _)) = rest.split_once("_x") {
        plain.push_str(before);
        let escape = rest.get(before.len()..).unwrap_or_default();
        let (letter, length) = unit(escape).map_or(("_x".to_owned(), 2), |first| pair(first, escape));
        plain.push_str(&letter);
        rest = escape.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// The letter of one escape, or of two that make one letter together, and how long they are.
fn pair(first: u16, escape: &str) -> (String, usize) {
    let second = escape.get(LENGTH..).and_then(unit);
    match second.map(|second| String::from_utf16(&[first, second])) {
        Some(Ok(letter)) if !matches!(first, 0..0xd800 | 0xe000..) => (letter, 2 * LENGTH),
        _ => (String::from_utf16_lossy(&[first]), LENGTH),
    }
}

/// The unit of UTF-16 that an escape at the beginning stands for.
fn unit(escape: &str) -> Option<u16> {
    let digits = escape.strip_prefix("_x")?.get(..4)?;
    let is_escape = digits.bytes().all(|digit| digit.is_ascii_hexdigit()) && escape.get(6..)?.starts_with('_');
    is_escape.then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_stand_for_letters() {
        assert_eq!(unescaped("a_x000D_b_x000a_"), "a\rb\n");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescaped("_xD83D__xDE00_!"), "😀!");
        assert_eq!(unescaped("_xD83D_!_xDE00_"), "\u{fffd}!\u{fffd}");
        assert_eq!(unescaped("_x0E01__x0E02_"), "กข");
    }

    #[test]
    fn what_is_no_escape_stays() {
        for text in ["", "a_b", "_x", "_x00", "_x000g_", "_x000D", "_x+00D_", "_xกกก", "_x_x_x"] {
            assert_eq!(unescaped(text), text);
        }
    }
}
