//! The days of the week by name.
//!
//! Does not know which day of the week a date is; `jiff` does.

use super::Language;
use jiff::civil::Weekday;

const ALL: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// "อังคาร" (to follow "วัน"), "Tuesday".
pub(super) const fn name(day: Weekday, language: Language) -> &'static str {
    let (thai, english) = match day {
        Weekday::Monday => ("จันทร์", "Monday"),
        Weekday::Tuesday => ("อังคาร", "Tuesday"),
        Weekday::Wednesday => ("พุธ", "Wednesday"),
        Weekday::Thursday => ("พฤหัสบดี", "Thursday"),
        Weekday::Friday => ("ศุกร์", "Friday"),
        Weekday::Saturday => ("เสาร์", "Saturday"),
        Weekday::Sunday => ("อาทิตย์", "Sunday"),
    };
    match language {
        Language::Thai => thai,
        Language::English => english,
    }
}

/// By a full name, or the first three letters of an English one; in lower case.
pub(super) fn named(written: &str) -> Option<Weekday> {
    if written == "พฤหัส" {
        return Some(Weekday::Thursday);
    }
    ALL.into_iter().find(|day| {
        let english = name(*day, Language::English).to_ascii_lowercase();
        written == name(*day, Language::Thai) || written == english || english.get(..3) == Some(written)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_found_by_its_names() {
        for day in ALL {
            for language in Language::ALL {
                assert_eq!(named(&name(day, language).to_lowercase()), Some(day));
            }
        }
        assert_eq!(named("tue"), Some(Weekday::Tuesday));
        assert_eq!(named("พฤหัส"), Some(Weekday::Thursday));
        assert_eq!(named(""), None);
        assert_eq!(named("วัน"), None);
    }
}
