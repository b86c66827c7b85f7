//! What somebody typed into a long field: kept as it was written, but for what nobody can see or print.

/// Of a message, a reply, an answer.
pub const TEXT_MOST: usize = 10_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("nothing is written")]
    Missing,
    #[error("longer than {most} characters")]
    TooLong { most: usize },
}

/// With line breaks; without control characters.
pub fn said(typed: &str, most: usize) -> Result<String, Unfit> {
    let text: String = typed.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|it| is_text(*it)).collect();
    let text = text.trim();
    if !text.chars().any(|letter| !letter.is_whitespace() && !is_invisible(letter)) {
        return Err(Unfit::Missing);
    }
    if text.chars().count() > most { Err(Unfit::TooLong { most }) } else { Ok(text.to_owned()) }
}

fn is_text(letter: char) -> bool {
    letter == '\n' || letter == '\t' || !letter.is_control()
}

/// Marks of direction and joiners alone say nothing.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_as_it_was_written_without_what_cannot_be_shown() {
        assert_eq!(said(" ก่ำ\r\nที่สอง\u{0}\u{7} 🙏 ", 20).unwrap(), "ก่ำ\nที่สอง 🙏");
        assert_eq!(said(" \u{200B}\u{202E}\n", 20), Err(Unfit::Missing));
        assert_eq!(said(&"ก".repeat(21), 20), Err(Unfit::TooLong { most: 20 }));
        assert_eq!(said("\u{202E}abc", 20).unwrap(), "\u{202E}abc", "isolated where it is shown");
    }
}
