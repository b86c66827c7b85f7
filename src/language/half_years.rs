//! The halves of fiscal years, after which departments report.
//!
//! Not the rounds of assessment: "5 เดือนแรก" is a month shorter, and belongs to the surveys.

use super::{FiscalYear, Language, Month, years::common};
use jiff::civil::Date;

/// October to March, and April to September.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    First,
    Second,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfYear {
    pub year: FiscalYear,
    pub half: Half,
}

impl HalfYear {
    pub fn of(day: Date) -> Self {
        let half = match Month::of(day) {
            month if (Month::April..=Month::September).contains(&month) => Half::Second,
            _ => Half::First,
        };
        Self { year: FiscalYear::of(day), half }
    }

    pub fn first_day(self) -> Date {
        match self.half {
            Half::First => self.year.first_day(),
            Half::Second => Date::new(common(self.year.number()), 4, 1).unwrap_or(Date::MAX),
        }
    }

    pub fn last_day(self) -> Date {
        match self.half {
            Half::First => Date::new(common(self.year.number()), 3, 31).unwrap_or(Date::MAX),
            Half::Second => self.year.last_day(),
        }
    }

    pub fn contains(self, day: Date) -> bool {
        Self::of(day) == self
    }

    /// "ครึ่งแรกของปีงบประมาณ 2569", "First half of fiscal year 2569".
    pub fn name(self, language: Language) -> String {
        let of_year = match (language, self.half) {
            (Language::Thai, Half::First) => "ครึ่งแรกของปีงบประมาณ",
            (Language::Thai, Half::Second) => "ครึ่งหลังของปีงบประมาณ",
            (Language::English, Half::First) => "First half of fiscal year",
            (Language::English, Half::Second) => "Second half of fiscal year",
        };
        format!("{of_year}\u{A0}{}", self.year.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::plain;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_halves_meet_in_the_spring() {
        let [first, second] = FiscalYear::of(date(2026, 1, 1)).halves();
        assert_eq!((first.first_day(), first.last_day()), (date(2025, 10, 1), date(2026, 3, 31)));
        assert_eq!((second.first_day(), second.last_day()), (date(2026, 4, 1), date(2026, 9, 30)));
        assert_eq!(plain(&first.name(Language::Thai)), "ครึ่งแรกของปีงบประมาณ 2569");
        assert_eq!(plain(&second.name(Language::English)), "Second half of fiscal year 2569");
    }

    proptest! {
        #[test]
        fn a_half_contains_its_own_days_and_is_in_its_year(days in -4_371_587_i32..=2_932_896) {
            let day = date(1970, 1, 1).saturating_add(jiff::Span::new().days(days));
            let half = HalfYear::of(day);
            prop_assert!((half.first_day()..=half.last_day()).contains(&day));
            prop_assert!(half.contains(half.first_day()) && half.contains(half.last_day()));
            prop_assert_eq!(half.year, FiscalYear::of(day));
        }
    }
}
