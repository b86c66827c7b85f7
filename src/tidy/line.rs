//! One line that somebody typed, tidied: single spaces, nothing invisible, not too long.

use crate::language::well_typed;

/// Why a text cannot be a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum Untidy {
    #[error("nothing is written")]
    Missing,
    #[error("longer than {most} characters")]
    TooLong { most: usize },
    #[error("a character that cannot be shown")]
    Unprintable,
}

/// Single spaces only, and none around it. A dash alone says nothing.
pub fn one_line(text: &str, most: usize) -> Result<String, Untidy> {
    let visible: String = well_typed(text).chars().filter(|letter| !is_invisible(*letter)).collect();
    let tidy = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    match tidy.chars().count() {
        _ if !tidy.contains(char::is_alphanumeric) => Err(Untidy::Missing),
        count if count > most => Err(Untidy::TooLong { most }),
        _ if tidy.chars().any(is_unprintable) => Err(Untidy::Unprintable),
        _ => Ok(tidy),
    }
}

/// What takes no place in a line: soft hyphens, joiners, marks of direction, invisible operators.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
    )
}

/// Controls, and what turns the direction of the text after it.
pub(super) fn is_unprintable(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_tidied_and_kept_as_it_is_written() {
        assert_eq!(one_line(" สมศรี\u{200B}  ใจ\u{A0}งาม\n", 20).unwrap(), "สมศรี ใจ งาม");
        assert_eq!(one_line(" \u{FEFF}", 20), Err(Untidy::Missing));
        for nothing in ["-", " – ", "?", "\u{200D}", "\u{AD}\u{200F}"] {
            assert_eq!(one_line(nothing, 20), Err(Untidy::Missing), "{nothing:?}");
        }
        assert_eq!(one_line("AA\u{200E}", 20).unwrap(), "AA");
        assert_eq!(one_line("สมศรี\u{202E}", 20), Err(Untidy::Unprintable));
        assert_eq!(one_line(&"ก".repeat(21), 20), Err(Untidy::TooLong { most: 20 }));
    }
}
