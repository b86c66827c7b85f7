//! Text as XML may hold it.

use crate::language::plain;

/// A word processor breaks Thai lines itself: what steers them on pages is left out, and so is what no XML holds.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in plain(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_does_not_hold_is_left_out_and_what_it_reads_is_written_so() {
        assert_eq!(escaped("<a b=\"c\">&\u{0}\u{b}\u{ffff}\n"), "&lt;a b=&quot;c&quot;&gt;&amp; ");
        assert_eq!(escaped("เป้า\u{2060}หมาย\u{a0}2"), "เป้าหมาย 2");
    }
}
