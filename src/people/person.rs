//! Somebody who works here, and the unit they work in.
//!
//! Holds the rules about days of service. Knows no clock: `today` is handed in.

use jiff::{ToSpan as _, civil::Date};

use super::{Category, EmployeeNumber, Name, ShortName};
use crate::{
    address::EmailAddress,
    ids::{PersonId, UnitId},
    language::Language,
};

/// Nobody serves longer; a start before that is a slip, often of the era.
const LONGEST_SERVICE_YEARS: i16 = 60;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub number: EmployeeNumber,
    pub name: Name,
    pub unit: UnitId,
    pub category: Category,
    /// Who has none gets a slip of paper.
    pub email: Option<EmailAddress>,
    /// `None`: not chosen, so letters are in the department's first language.
    pub language: Option<Language>,
    /// `None`: not known; on the roster, but no survey can count their service.
    pub started: Option<Date>,
    /// The first day on which they are no longer here.
    pub departed: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    pub id: UnitId,
    pub name_thai: Name,
    pub name_english: Option<Name>,
    pub short_name: ShortName,
    pub parent: Option<UnitId>,
}

impl Unit {
    /// In full, in that language, or in Thai rather than nothing.
    pub fn name(&self, language: Language) -> &str {
        self.name_and_language(language).0
    }

    /// The same, and which of the two it is.
    pub fn name_and_language(&self, language: Language) -> (&str, Language) {
        match (language, &self.name_english) {
            (Language::English, Some(name)) => (name.as_str(), Language::English),
            _ => (self.name_thai.as_str(), Language::Thai),
        }
    }
}

/// Why a day cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum Unlikely {
    #[error("the service starts in the future")]
    StartsInFuture,
    #[error("more than 60 years of service")]
    ServesTooLong,
    #[error("the departure is in the future")]
    DepartsInFuture,
    #[error("the departure is before the start")]
    DepartsBeforeStart,
}

impl Unlikely {
    pub fn check_start(started: Date, today: Date) -> Result<(), Self> {
        if started > today {
            Err(Self::StartsInFuture)
        } else if started < today.saturating_sub(LONGEST_SERVICE_YEARS.years()) {
            Err(Self::ServesTooLong)
        } else {
            Ok(())
        }
    }

    pub fn check_departure(departed: Date, started: Option<Date>, today: Date) -> Result<(), Self> {
        if departed > today {
            Err(Self::DepartsInFuture)
        } else if started.is_some_and(|started| departed < started) {
            Err(Self::DepartsBeforeStart)
        } else {
            Ok(())
        }
    }
}

/// Why a deed about people or units was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("somebody has this employee number already")]
    NumberTaken,
    #[error("somebody has this address already")]
    EmailTaken,
    #[error("a unit has this short name already")]
    ShortNameTaken,
    #[error("no such unit")]
    NoSuchUnit,
    #[error("no such person")]
    NoSuchPerson,
    #[error("they departed already")]
    Departed { on: Date },
    #[error("a unit would stand below itself")]
    UnitBelowItself,
    #[error("people, units or a roll stand on this unit")]
    UnitInUse,
    #[error("both entries are one")]
    SamePerson,
    #[error("both stand on the roll of one survey")]
    BothOnRoll,
    #[error(transparent)]
    Day(#[from] Unlikely),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 21);

    #[test]
    fn a_start_is_within_the_last_sixty_years() {
        let check = |day| Unlikely::check_start(day, TODAY);
        assert_eq!(check(TODAY), Ok(()));
        assert_eq!(check(date(2026, 11, 22)), Err(Unlikely::StartsInFuture));
        assert_eq!(check(date(1966, 11, 21)), Ok(()));
        assert_eq!(check(date(1966, 11, 20)), Err(Unlikely::ServesTooLong));
        assert_eq!(Unlikely::check_start(date(1964, 2, 29), date(2024, 2, 29)), Ok(()));
    }

    #[test]
    fn a_departure_lies_between_the_start_and_today() {
        let check = |day| Unlikely::check_departure(day, Some(date(2020, 10, 1)), TODAY);
        assert_eq!(check(TODAY), Ok(()));
        assert_eq!(check(date(2020, 10, 1)), Ok(()));
        assert_eq!(check(date(2020, 9, 30)), Err(Unlikely::DepartsBeforeStart));
        assert_eq!(check(date(2026, 11, 22)), Err(Unlikely::DepartsInFuture));
    }
}
