//! A room in which questions are asked: the session it belongs to, and the code that leads to it.

use std::fmt;

use crate::{dice::Dice, ids::MeetingId, language::arabic, papers::InBoth};

const DIGITS: usize = 6;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    pub meeting: MeetingId,
    pub code: Code,
    pub title: InBoth,
    /// Of fewer people no figure is kept once it is over.
    pub k: i32,
    /// Somebody reads a question before everybody does.
    pub is_moderated: bool,
    pub is_open: bool,
}

/// Six digits, to be read from a wall and typed on a phone. No secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    pub fn random(dice: &mut Dice) -> Self {
        Self(dice.digits(DIGITS))
    }

    /// Thai digits, spaces and dashes do no harm.
    pub fn read(typed: &str) -> Option<Self> {
        let is_between = |letter: &char| letter.is_whitespace() || matches!(letter, '-' | '–' | '\u{200B}' | '\u{2060}');
        let digits: String = arabic(typed).chars().filter(|letter| !is_between(letter)).collect();
        (digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(Self(digits))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `123 456`: two short pieces are easier to copy than one long one.
    pub fn spaced(&self) -> String {
        let (one, other) = self.0.split_at_checked(DIGITS / 2).unwrap_or((&self.0, ""));
        format!("{one}\u{A0}{other}")
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for typed in ["123456", " 123 456 ", "๑๒๓-๔๕๖", "123\u{A0}456"] {
            assert_eq!(Code::read(typed).unwrap().as_str(), "123456", "{typed}");
        }
        for typed in ["", "12345", "1234567", "12345a", "½23456"] {
            assert_eq!(Code::read(typed), None, "{typed}");
        }
        let code = Code::random(&mut Dice::loaded(1));
        assert_eq!(Code::read(&code.spaced()), Some(code));
    }
}
