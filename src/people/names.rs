//! What people, units and staff categories are called, and the number by which HR knows somebody.
//!
//! Each is parsed once, at the door: on one line, without what cannot be seen, not too long. The
//! register keeps no citizen id, so what is one is refused as an employee number. `Debug` hides
//! them all, so that a name in a log line is a mistake that tells nothing.

use std::fmt;

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};

use crate::{
    language::{arabic, well_typed},
    tidy::{Untidy, one_line},
};

/// Why a text cannot be what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum Unfit {
    #[error(transparent)]
    Untidy(#[from] Untidy),
    #[error("not only letters, digits and - . / _ after a letter or a digit")]
    NotANumber,
    #[error("a citizen id, which is never kept")]
    CitizenId,
}

/// Declares kinds of text, each with what is said of it, its rule and its greatest length.
macro_rules! texts {
    ($($(#[$doc:meta])* $kind:ident: $rule:ident, $most:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
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

        impl TryFrom<String> for $kind {
            type Error = Unfit;

            fn try_from(text: String) -> Result<Self, Unfit> {
                Self::parse(&text)
            }
        }

        impl From<$kind> for String {
            fn from(text: $kind) -> Self {
                text.0
            }
        }

        crate::db::stored_as_text!($kind, |text| text.as_str(), |text| Some($kind(text.to_owned())));
    )+};
}

texts! {
    /// The name of a person or of a unit, in full.
    Name: line, 200;
    /// What a unit is called in tables and on the command line: "สลก.".
    ShortName: line, 40;
    /// The kind of employment: "ข้าราชการ", "ลูกจ้างโครงการ". Departments have their own.
    Category: line, 100;
    /// Arabic digits and capital letters, whatever was typed, so that nobody is entered twice.
    EmployeeNumber: number, 40;
}

impl ShortName {
    /// Two names that differ in capitals and spaces alone are one: no file keeps them apart.
    pub fn is_like(&self, other: &Self) -> bool {
        folded(&self.0) == folded(&other.0)
    }

    /// For a unit whose own name gives none.
    pub(super) fn unnamed() -> Self {
        Self("ไม่ระบุ".to_owned())
    }
}

impl Category {
    /// For somebody of whom nobody said how they are employed.
    pub(super) fn unnamed() -> Self {
        Self("ไม่ระบุ".to_owned())
    }
}

/// Without spaces and in small letters: files are not careful with either.
pub(super) fn folded(name: &str) -> String {
    well_typed(name).chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

fn line(text: &str, most: usize) -> Result<String, Unfit> {
    Ok(one_line(text, most)?)
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
        assert_eq!(Name::parse(" \u{FEFF}"), Err(Untidy::Missing.into()));
        assert_eq!(Name::parse("สมศรี\u{202E}"), Err(Untidy::Unprintable.into()));
        assert_eq!(ShortName::parse(&"ก".repeat(41)), Err(Untidy::TooLong { most: 40 }.into()));
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
