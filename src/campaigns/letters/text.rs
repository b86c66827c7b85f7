//! What a letter says before its variables are filled in: one subject and one body.

use super::words::standard;
use crate::{campaigns::Kind, language::Language};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub subject: String,
    pub body: String,
}

impl Text {
    /// As the program brings it.
    pub fn standard(kind: Kind, language: Language) -> Self {
        let (subject, body) = standard::text(kind, language);
        Self { subject: subject.to_owned(), body: body.to_owned() }
    }

    /// As it was typed, with the ends of lines as they are kept, and nothing that cannot be seen.
    pub fn typed(subject: &str, body: &str) -> Self {
        let lines = |text: &str| -> String {
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            let seen = text.chars().filter(|letter| !is_invisible(*letter));
            let text: String = seen.map(|letter| if matches!(letter, '\t' | '\u{A0}') { ' ' } else { letter }).collect();
            text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
        };
        Self { subject: lines(subject), body: lines(body) }
    }
}

/// Joiners, soft hyphens and marks of direction: they would hide an address, or turn a sentence round.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_kept_without_what_nobody_sees() {
        let text = Text::typed(" เรื่อง\u{200B} ", "a\r\n\r\nb\u{202E} \r\nwww\u{2060}.x.y\n\n");
        assert_eq!(text, Text { subject: "เรื่อง".into(), body: "a\n\nb\nwww.x.y".into() });
    }
}
