//! Working days, worked out from a set of holidays.
//!
//! Knows no clock and no database, and does not know why a day is a holiday.

use std::collections::BTreeSet;

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};

use crate::instruments::Text;

/// A day on which offices are closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    pub day: Date,
    pub name: Text,
}

#[derive(Clone, Debug, Default)]
pub struct Calendar {
    holidays: BTreeSet<Date>,
}

impl Calendar {
    pub fn new(holidays: impl IntoIterator<Item = Date>) -> Self {
        Self { holidays: holidays.into_iter().collect() }
    }

    pub fn is_working(&self, day: Date) -> bool {
        !is_weekend(day) && !self.holidays.contains(&day)
    }

    /// This day, or the first working day after it.
    pub fn next_working(&self, day: Date) -> Date {
        self.nearest(day, 1)
    }

    /// This day, or the last working day before it.
    pub fn previous_working(&self, day: Date) -> Date {
        self.nearest(day, -1)
    }

    /// Working days after `from`, up to and including `to`.
    pub fn working_days_between(&self, from: Date, to: Date) -> usize {
        let mut count = 0;
        let mut day = from;
        while day < to {
            day = day.saturating_add(1.day());
            count += usize::from(self.is_working(day));
        }
        count
    }

    /// A list of holidays has an end, so this has one; at the end of time it stays where it is.
    fn nearest(&self, mut day: Date, step: i64) -> Date {
        while !self.is_working(day) {
            match day.checked_add(step.days()) {
                Ok(next) => day = next,
                Err(_) => break,
            }
        }
        day
    }
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::{collection::vec, prelude::*};

    use super::*;

    /// Songkran 2026 is from Monday to Wednesday.
    fn songkran() -> Calendar {
        Calendar::new((13..=15).map(|day| date(2026, 4, day)))
    }

    #[test]
    fn offices_are_closed_on_weekends_and_holidays() {
        let calendar = songkran();
        for (day, is_working) in [(10, true), (11, false), (12, false), (13, false), (15, false), (16, true)] {
            assert_eq!(calendar.is_working(date(2026, 4, day)), is_working, "{day}");
        }
        assert_eq!(calendar.next_working(date(2026, 4, 10)), date(2026, 4, 10));
        assert_eq!(calendar.next_working(date(2026, 4, 11)), date(2026, 4, 16));
        assert_eq!(calendar.previous_working(date(2026, 4, 15)), date(2026, 4, 10));
        assert_eq!(calendar.previous_working(date(2026, 4, 16)), date(2026, 4, 16));
    }

    #[test]
    fn working_days_are_counted_after_the_first_day_and_with_the_last() {
        let calendar = songkran();
        for (from, to, days) in [(10, 10, 0), (9, 10, 1), (10, 15, 0), (10, 16, 1), (10, 17, 2), (17, 20, 1), (17, 10, 0)] {
            assert_eq!(calendar.working_days_between(date(2026, 4, from), date(2026, 4, to)), days, "{from} to {to}");
        }
    }

    #[test]
    fn the_end_of_time_is_reached_and_not_passed() {
        let calendar = Calendar::new([Date::MAX, Date::MIN]);
        assert_eq!(calendar.next_working(Date::MAX), Date::MAX);
        assert_eq!(calendar.previous_working(Date::MIN), Date::MIN);
    }

    proptest! {
        #[test]
        fn the_nearest_working_day_is_one_and_there_is_none_between(
            holidays in vec(0_i64..60, 0..40),
            start in 0_i64..60,
        ) {
            let day = |at: i64| date(2026, 4, 1).saturating_add(at.days());
            let calendar = Calendar::new(holidays.into_iter().map(day));
            let start = day(start);
            let (next, previous) = (calendar.next_working(start), calendar.previous_working(start));
            prop_assert!(calendar.is_working(next) && calendar.is_working(previous));
            prop_assert!(previous <= start && start <= next);
            let before_start = start.saturating_sub(1.day());
            prop_assert_eq!(calendar.working_days_between(before_start, next), 1);
            prop_assert_eq!(calendar.working_days_between(previous, start), usize::from(previous < start && calendar.is_working(start)));
        }
    }
}
