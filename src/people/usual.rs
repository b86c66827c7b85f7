//! What the usual rule says of people on the roster, before any survey has a rule of its own; and
//! for how long they have been here.
//!
//! Counts service only: the usual rule lets in every unit and every kind of employment.

use jiff::{ToSpan as _, civil::Date};

use super::{
    UnitTree,
    eligibility::{Applied, Rule},
};
use crate::language::FiscalYear;

/// The usual rule for the fiscal year of one day.
#[derive(Clone, Debug)]
pub struct Usual {
    pub year: FiscalYear,
    applied: Applied,
}

/// What it says of somebody who is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usually {
    Eligible,
    /// The first day on which their service is long enough.
    NotYet {
        enough: Date,
    },
    /// Nobody has entered their first day.
    StartUnknown,
}

impl Usual {
    pub fn on(today: Date) -> Self {
        let year = FiscalYear::of(today);
        Self { year, applied: Rule::default().applied(year, today, &UnitTree::default()) }
    }

    /// Whoever started before this day is eligible.
    pub fn cut_off(&self) -> Date {
        self.applied.first_too_late()
    }

    pub fn says_of(&self, started: Option<Date>) -> Usually {
        match started {
            None => Usually::StartUnknown,
            Some(started) if started < self.cut_off() => Usually::Eligible,
            Some(started) => Usually::NotYet { enough: self.applied.enough_from(started) },
        }
    }
}

/// Whole years and the whole months after them, from the first day to this one, counted as
/// eligibility counts: the anniversary of 29 February is the 28th in common years.
pub fn served(started: Date, until: Date) -> (i32, i32) {
    let apart = i32::from(until.year() - started.year()) * 12 + i32::from(until.month()) - i32::from(started.month());
    let is_full = started.checked_add(apart.months()).is_ok_and(|day| day <= until);
    let months = (if is_full { apart } else { apart - 1 }).max(0);
    (months / 12, months % 12)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn more_than_a_year_at_the_start_of_the_fiscal_year_is_the_usual_rule() {
        let usual = Usual::on(date(2026, 11, 21));
        assert_eq!((usual.year.number(), usual.cut_off()), (2570, date(2025, 10, 1)));
        assert_eq!(usual.says_of(Some(date(2025, 9, 30))), Usually::Eligible);
        assert_eq!(usual.says_of(Some(date(2025, 10, 1))), Usually::NotYet { enough: date(2026, 10, 2) });
        assert_eq!(usual.says_of(Some(date(2026, 11, 1))), Usually::NotYet { enough: date(2027, 11, 2) });
        assert_eq!(usual.says_of(None), Usually::StartUnknown);
    }

    #[test]
    fn service_is_counted_in_whole_years_and_months() {
        let today = date(2026, 11, 21);
        for (started, service) in [
            (date(2017, 10, 1), (9, 1)),
            (date(2025, 11, 21), (1, 0)),
            (date(2025, 11, 22), (0, 11)),
            (today, (0, 0)),
            (date(2027, 1, 1), (0, 0)),
        ] {
            assert_eq!(served(started, today), service, "{started}");
        }
        assert_eq!(served(date(2024, 2, 29), date(2025, 2, 28)), (1, 0));
        assert_eq!(served(date(2024, 1, 31), date(2024, 2, 29)), (0, 1));
    }
}
