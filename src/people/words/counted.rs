//! Numbers of things, as sentences have them.

use crate::language::{Language, digits::grouped, fill, th};

/// `1,234`
pub fn counted(number: impl TryInto<i64>) -> String {
    grouped(number.try_into().unwrap_or(i64::MAX))
}

pub fn people(language: Language, number: impl TryInto<i64>) -> String {
    match (language, counted(number)) {
        (Language::Thai, number) => fill(th!("{}_คน"), &[&number]),
        (Language::English, number) if number == "1" => "1 person".to_owned(),
        (Language::English, number) => fill("{} people", &[&number]),
    }
}

pub fn rows(language: Language, number: impl TryInto<i64>) -> String {
    match (language, counted(number)) {
        (Language::Thai, number) => fill(th!("{}_แถว"), &[&number]),
        (Language::English, number) if number == "1" => "1 row".to_owned(),
        (Language::English, number) => fill("{} rows", &[&number]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::plain;

    #[test]
    fn one_is_one_and_thousands_are_parted() {
        assert_eq!(plain(&people(Language::Thai, 1234_u32)), "1,234 คน");
        assert_eq!([people(Language::English, 1_u32), people(Language::English, 0_usize)], ["1 person", "0 people"]);
        assert_eq!([rows(Language::English, 1_u32), rows(Language::English, 2_u32)], ["1 row", "2 rows"]);
        assert_eq!(counted(u64::MAX), "9,223,372,036,854,775,807");
    }
}
