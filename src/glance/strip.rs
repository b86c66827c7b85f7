//! What lies in which month of a fiscal year.

use jiff::civil::Date;

use crate::{
    language::{FiscalYear, MonthOfYear},
    plans::{MONTHS, Months},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Round,
    Session,
    Plan,
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
    pub lies: Lies,
    pub stands: Stands,
}

/// Where it lies in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    Days {
        first: Date,
        last: Date,
    },
    /// Of a fiscal year.
    Months {
        year: FiscalYear,
        planned: Months,
        done: Months,
    },
}

/// What it is in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    Nothing,
    /// From one day to another.
    Days(i8, i8),
    Planned,
    Done,
}

impl Row {
    pub fn is_in(&self, year: FiscalYear) -> bool {
        match self.lies {
            Lies::Days { first, last } => first <= year.last_day() && year.first_day() <= last,
            Lies::Months { year: own, .. } => own == year,
        }
    }

    /// Month by month, in fiscal order.
    pub fn cells(&self, year: FiscalYear) -> [Cell; MONTHS] {
        let mut place = 0;
        year.months().map(|month| {
            let here = place;
            place += 1;
            match self.lies {
                Lies::Days { first, last } => {
                    let (first, last) = (first.max(month.first_day()), last.min(month.last_day()));
                    if first <= last { Cell::Days(first.day(), last.day()) } else { Cell::Nothing }
                }
                Lies::Months { done, .. } if done.has(here) => Cell::Done,
                Lies::Months { planned, .. } if planned.has(here) => Cell::Planned,
                Lies::Months { .. } => Cell::Nothing,
            }
        })
    }

    /// By which rows of a kind stand in order.
    pub fn begins(&self) -> Date {
        match self.lies {
            Lies::Days { first, .. } => first,
            Lies::Months { year, planned, .. } => {
                let month = planned.places().next().and_then(|place| year.months().get(place).copied());
                month.map_or_else(|| year.first_day(), MonthOfYear::first_day)
            }
        }
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
        let year = FiscalYear::new(2570).unwrap();
        let row = |lies| Row { kind: Kind::Agenda, name: String::new(), address: String::new(), lies, stands: Stands::Ahead };
        let of = |lies, cell: Cell| row(lies).cells(year).iter().filter(|it| **it == cell).count();
        let days = Lies::Days { first: date(2026, 12, 20), last: date(2027, 2, 3) };
        assert_eq!(row(days).cells(year)[2..5], [Cell::Days(20, 31), Cell::Days(1, 31), Cell::Days(1, 3)]);
        assert_eq!(of(days, Cell::Nothing), 9);
        assert!(row(days).is_in(year) && !row(days).is_in(FiscalYear::new(2571).unwrap()));
        let months = Lies::Months { year, planned: Months::of([1, 2]), done: Months::of([2]) };
        assert_eq!(row(months).cells(year)[..3], [Cell::Nothing, Cell::Planned, Cell::Done]);
        assert_eq!(row(months).begins(), date(2026, 11, 1));
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
