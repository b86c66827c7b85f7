//! What people, units and staff categories are called, and the number by which HR knows somebody.
//!
//! Each is parsed once, at the door: on one line, without what cannot be seen, not too long. The
//! register keeps no citizen id, so what is one is refused as an employee number. `Debug` hides
//! them all, so that a name in a log line is a mistake that tells nothing.

use std::fmt;

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::language::arabic;

/// Why a text cannot be what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("nothing is written")]
    Missing,
    #[error("longer than {most} characters")]
    TooLong { most: usize },
    #[error("a character that cannot be shown")]
    Unprintable,
    #[error("not only letters, digits and - . / _ after a letter or a digit")]
    NotANumber,
    #[error("a citizen id, which is never kept")]
    CitizenId,
}

/// Declares kinds of text, each with what is said of it, its rule and its greatest length.
macro_rules! texts {
    ($($(#[$doc:meta])* $kind:ident: $rule:ident, $most:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
        #[diesel(sql_type = Text)]
        pub struct $kind(String);

        impl $kind {
            pub fn parse(text: &str) -> Result<Self, Unfit> {
                $rule(text, $most).map(Self)
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($kind), "(…)"))
            }
        }

        crate::db::stored_as_text!($kind, |text| text.as_str(), |text| Some($kind(text.to_owned())));
    )+};
}

texts! {
    /// The name of a person or of a unit, in full.
    Name: one_line, 200;
    /// What a unit is called in tables and on the command line: "สลก.".
    ShortName: one_line, 40;
    /// The kind of employment: "ข้าราชการ", "ลูกจ้างโครงการ". Departments have their own.
    Category: one_line, 100;
    /// Arabic digits and capital letters, whatever was typed, so that nobody is entered twice.
    EmployeeNumber: number, 40;
}

// For categories alone: the rules about who may answer name them.
impl Serialize for Category {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Category {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// Single spaces only, and none around it.
fn one_line(text: &str, most: usize) -> Result<String, Unfit> {
    let visible: String = text.chars().filter(|letter| !matches!(letter, '\u{200B}' | '\u{2060}' | '\u{FEFF}')).collect();
    let tidy = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    match tidy.chars().count() {
        0 => Err(Unfit::Missing),
        count if count > most => Err(Unfit::TooLong { most }),
        _ if tidy.chars().any(is_unprintable) => Err(Unfit::Unprintable),
        _ => Ok(tidy),
    }
}

/// Controls, and what turns the direction of the text after it.
fn is_unprintable(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFD}')
}

fn number(text: &str, most: usize) -> Result<String, Unfit> {
    let number = arabic(&one_line(text, most)?).to_uppercase();
    // A sign at the start would be a formula in somebody's spreadsheet.
    let is_sound = number.starts_with(char::is_alphanumeric)
        && number.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '/' | '_'));
    if !is_sound {
        Err(Unfit::NotANumber)
    } else if is_citizen_id(&number) {
        Err(Unfit::CitizenId)
    } else {
        Ok(number)
    }
}

/// Thirteen digits of which the last checks the others; one other number in ten looks like it.
fn is_citizen_id(number: &str) -> bool {
    let digits: Option<Vec<u32>> = number.chars().filter(|letter| *letter != '-').map(|letter| letter.to_digit(10)).collect();
    let Some([first @ .., check]) = digits.as_deref() else { return false };
    let sum: u32 = first.iter().zip((2..=13).rev()).map(|(digit, weight)| digit * weight).sum();
    first.len() == 12 && (11 - sum % 11) % 10 == *check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_tidied_and_kept_as_it_is_written() {
        assert_eq!(Name::parse(" สมศรี\u{200B}  ใจ\u{A0}งาม\n").unwrap().as_str(), "สมศรี ใจ งาม");
        assert_eq!(Name::parse(" \u{FEFF}"), Err(Unfit::Missing));
        assert_eq!(Name::parse("สมศรี\u{202E}"), Err(Unfit::Unprintable));
        assert_eq!(ShortName::parse(&"ก".repeat(41)), Err(Unfit::TooLong { most: 40 }));
        assert!(ShortName::parse(&"ก".repeat(40)).is_ok());
    }

    #[test]
    fn an_employee_number_is_the_same_however_it_is_typed() {
        let number = |text| EmployeeNumber::parse(text).map(|number| number.as_str().to_owned());
        assert_eq!(number(" ๐๐๑๒ "), Ok("0012".into()));
        assert_eq!(number("ps-1/๒๕๖๐"), Ok("PS-1/2560".into()));
        assert_eq!(number("ก.123"), Ok("ก.123".into()));
        for text in ["=1+1", "-12", "@12", "12 34", "12,34"] {
            assert_eq!(number(text), Err(Unfit::NotANumber), "{text}");
        }
    }

    #[test]
    fn a_citizen_id_is_no_employee_number() {
        for text in ["1101700203450", "1-1017-00203-45-0", "๑๑๐๑๗๐๐๒๐๓๔๕๐"] {
            assert_eq!(EmployeeNumber::parse(text), Err(Unfit::CitizenId), "{text}");
        }
        for text in ["1101700203451", "110170020345", "11017002034510"] {
            assert!(EmployeeNumber::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn no_log_line_shows_a_name_by_mistake() {
        assert_eq!(format!("{:?}", Name::parse("สมศรี").unwrap()), "Name(…)");
    }
}
