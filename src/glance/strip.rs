//! What lies in which month of a fiscal year.

use jiff::civil::Date;

use crate::language::{FiscalYear, MonthOfYear};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Round,
    Session,
    Agenda,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Ahead,
    Now,
    Done,
    /// Its days have passed, and nobody has said that it is done.
    Late,
}

/// One thing of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub kind: Kind,
    pub name: String,
    /// Below the language; empty: there is no page of it.
    pub address: String,
    pub first: Date,
    pub last: Date,
    pub stands: Stands,
}

impl Row {
    pub fn is_in(&self, year: FiscalYear) -> bool {
        self.first <= year.last_day() && year.first_day() <= self.last
    }

    /// Its days in this month: the first and the last of them.
    pub fn days_in(&self, month: MonthOfYear) -> Option<(i8, i8)> {
        let (first, last) = (self.first.max(month.first_day()), self.last.min(month.last_day()));
        (first <= last).then(|| (first.day(), last.day()))
    }
}

/// By its days: before them, in them, or after them.
pub fn stands(first: Date, last: Date, today: Date, is_done: bool) -> Stands {
    match () {
        () if is_done => Stands::Done,
        () if today < first => Stands::Ahead,
        () if today <= last => Stands::Now,
        () => Stands::Late,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_thing_over_the_turn_of_the_year_lies_in_the_months_it_has_days_in() {
        let row = Row {
            kind: Kind::Agenda,
            name: String::new(),
            address: String::new(),
            first: date(2026, 12, 20),
            last: date(2027, 2, 3),
            stands: Stands::Ahead,
        };
        let year = FiscalYear::new(2570).unwrap();
        let days: Vec<_> = year.months().into_iter().filter_map(|month| row.days_in(month)).collect();
        assert_eq!(days, [(20, 31), (1, 31), (1, 3)]);
        assert!(row.is_in(year) && !row.is_in(FiscalYear::new(2571).unwrap()));
    }

    #[test]
    fn what_is_not_done_when_its_days_have_passed_is_late() {
        let [first, last] = [date(2026, 12, 1), date(2026, 12, 31)];
        let on = |day, is_done| stands(first, last, day, is_done);
        assert_eq!(on(date(2026, 11, 30), false), Stands::Ahead);
        assert_eq!([on(first, false), on(last, false)], [Stands::Now; 2]);
        assert_eq!(on(date(2027, 1, 1), false), Stands::Late);
        assert_eq!(on(date(2026, 11, 30), true), Stands::Done);
    }
}
