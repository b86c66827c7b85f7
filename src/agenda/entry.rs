//! One thing to do, and between which days.

use jiff::{ToSpan as _, civil::Date};

use crate::{ids::AgendaId, language::FiscalYear, papers::InBoth};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: AgendaId,
    pub wanted: Wanted,
    /// Goes up with every change.
    pub revision: i32,
    /// The day on which somebody said that it is done.
    pub done: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub what: InBoth,
    pub first: Date,
    pub last: Date,
}

impl Wanted {
    /// The year in which it begins.
    pub fn year(&self) -> FiscalYear {
        FiscalYear::of(self.first)
    }

    /// The same of another year. The 29th of February is the 28th where there is none.
    #[must_use]
    pub fn moved_to(&self, year: FiscalYear) -> Self {
        let by = i32::from(year.number()) - i32::from(self.year().number());
        let moved = |day: Date| day.checked_add(by.years()).unwrap_or(day);
        Self { what: self.what.clone(), first: moved(self.first), last: moved(self.last) }
    }
}

impl Entry {
    pub fn is_late(&self, today: Date) -> bool {
        self.done.is_none() && self.wanted.last < today
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_entry_of_one_year_is_the_same_days_of_another() {
        let wanted = |first, last| Wanted { what: InBoth { th: "งาน".to_owned(), en: String::new() }, first, last };
        let moved = wanted(date(2026, 12, 1), date(2027, 1, 31)).moved_to(FiscalYear::new(2571).unwrap());
        assert_eq!((moved.first, moved.last), (date(2027, 12, 1), date(2028, 1, 31)));
        let leap = wanted(date(2028, 2, 1), date(2028, 2, 29)).moved_to(FiscalYear::new(2572).unwrap());
        assert_eq!((leap.first, leap.last), (date(2029, 2, 1), date(2029, 2, 28)));
        assert_eq!(moved.year().number(), 2571);
    }
}
