//! What a part, an item, a scale or a choice is called in data: `i2`, `e7`. Not a number, and never
//! shown as one.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A draft may hold any line; before it is used every code must be well formed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(String);

impl Code {
    pub const LONGEST: usize = 32;

    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A small letter, then small letters, digits and underscores.
    pub fn is_well_formed(&self) -> bool {
        let mut letters = self.0.bytes();
        self.0.len() <= Self::LONGEST
            && letters.next().is_some_and(|first| first.is_ascii_lowercase())
            && letters.all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'_')
    }

    /// The code nearest to any text, for what comes in from other formats; `None` if nothing of it fits.
    pub fn nearest(text: &str) -> Option<Self> {
        let mut code = String::new();
        for letter in text.chars().map(|letter| letter.to_ascii_lowercase()) {
            match letter {
                'a'..='z' | '0'..='9' => code.push(letter),
                _ if code.ends_with('_') || code.is_empty() => {}
                _ => code.push('_'),
            }
        }
        let code = code.trim_matches('_');
        let code = if code.starts_with(|letter: char| letter.is_ascii_digit()) { format!("c{code}") } else { code.to_owned() };
        let code = Self(code.chars().take(Self::LONGEST).collect::<String>().trim_end_matches('_').to_owned());
        code.is_well_formed().then_some(code)
    }

    /// This code, or the first of `i2_2`, `i2_3` … that nobody has.
    #[must_use]
    pub fn free(&self, is_taken: impl Fn(&Self) -> bool) -> Self {
        let numbered = (2_u32..).map(|number| {
            let tail = format!("_{number}");
            let head: String = self.0.chars().take(Self::LONGEST - tail.len()).collect();
            Self(head + &tail)
        });
        std::iter::once(self.clone()).chain(numbered).find(|code| !is_taken(code)).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Code {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_one_form() {
        for good in ["i2", "e7", "agree6", "x_1"] {
            assert!(Code::from(good).is_well_formed(), "{good}");
        }
        for bad in ["", "2", "I2", "i-2", "i 2", "ข้อ2", "_a", &"a".repeat(33)] {
            assert!(!Code::from(bad).is_well_formed(), "{bad}");
        }
    }

    #[test]
    fn the_nearest_code_is_well_formed_or_there_is_none() {
        let nearest = |text| Code::nearest(text).map(|code| code.to_string());
        assert_eq!(nearest("Q-1 b").as_deref(), Some("q_1_b"));
        assert_eq!(nearest("2nd").as_deref(), Some("c2nd"));
        assert_eq!(nearest("ข้อ"), None);
    }

    #[test]
    fn a_taken_code_is_numbered() {
        let taken = [Code::from("i2"), Code::from("i2_2")];
        assert_eq!(Code::from("i2").free(|code| taken.contains(code)), Code::from("i2_3"));
        assert_eq!(Code::from("i3").free(|code| taken.contains(code)), Code::from("i3"));
    }
}
