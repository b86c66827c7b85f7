//! Months of service, counted on one day.
//!
//! Who started on the 29th to the 31st completes a month that has no such day on its last day: the
//! anniversary of 29 February is 28 February in common years. That is why the last start that is
//! early enough is found by trying, and not by counting months back.

use jiff::{ToSpan as _, civil::Date};

use super::Comparator;

#[derive(Clone, Copy, Debug)]
pub struct Service {
    pub months: u16,
    pub comparator: Comparator,
    pub reference: Date,
}

impl Service {
    /// The first reference day on which somebody with this start has served for long enough; `None`
    /// after the end of the calendar.
    pub fn enough_from(self, started: Date) -> Option<Date> {
        let anniversary = started.checked_add(i32::from(self.months).months()).ok()?;
        match self.comparator {
            Comparator::Over => anniversary.tomorrow().ok(),
            Comparator::AtLeast => Some(anniversary),
        }
    }

    fn is_enough(self, started: Date) -> bool {
        self.enough_from(started).is_some_and(|day| day <= self.reference)
    }

    /// The first start that is too late: every earlier one is early enough, no later one is.
    pub fn first_too_late(self) -> Date {
        // Counted back, a start is early enough or the very first that is not; the shorter month
        // can make up to four days of a longer one end together.
        let mut start = self.reference.saturating_sub(i32::from(self.months).months());
        while self.is_enough(start)
            && let Ok(next) = start.tomorrow()
        {
            start = next;
        }
        start
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn cut_off(months: u16, comparator: Comparator, (year, month, day): (i16, i8, i8)) -> Date {
        Service { months, comparator, reference: date(year, month, day) }.first_too_late()
    }

    #[test]
    fn the_cut_off_is_the_first_start_that_is_too_late() {
        use Comparator::{AtLeast, Over};
        for (months, comparator, reference, expected) in [
            (12, Over, (2023, 10, 1), (2022, 10, 1)),
            (12, AtLeast, (2023, 10, 1), (2022, 10, 2)),
            (0, Over, (2023, 10, 1), (2023, 10, 1)),
            (0, AtLeast, (2023, 10, 1), (2023, 10, 2)),
            // 29 February completes its year on 28 February.
            (12, AtLeast, (2025, 2, 28), (2024, 3, 1)),
            (12, Over, (2025, 2, 28), (2024, 2, 28)),
            (12, Over, (2025, 3, 1), (2024, 3, 1)),
            (12, AtLeast, (2024, 2, 29), (2023, 3, 1)),
            (12, Over, (2024, 2, 29), (2023, 3, 1)),
            (48, AtLeast, (2024, 2, 28), (2020, 2, 29)),
            (48, AtLeast, (2024, 2, 29), (2020, 3, 1)),
            // 28 to 31 January all complete a month on 28 February.
            (1, AtLeast, (2023, 2, 28), (2023, 2, 1)),
            (1, Over, (2023, 2, 28), (2023, 1, 28)),
            (1, Over, (2023, 3, 31), (2023, 3, 1)),
        ] {
            let (year, month, day) = expected;
            assert_eq!(cut_off(months, comparator, reference), date(year, month, day), "{months} {comparator:?} {reference:?}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_trap() {
        for months in [0, 1, 12, u16::MAX] {
            for comparator in [Comparator::Over, Comparator::AtLeast] {
                for reference in [Date::MIN, Date::MAX] {
                    let service = Service { months, comparator, reference };
                    let _ = (service.first_too_late(), service.enough_from(Date::MAX), service.enough_from(Date::MIN));
                }
            }
        }
        assert_eq!(Service { months: 12, comparator: Comparator::Over, reference: Date::MIN }.first_too_late(), Date::MIN);
    }

    /// Days of a hundred years, the ends of months more often than chance would have it.
    fn days() -> impl Strategy<Value = Date> {
        let end = (1960_i16..2060, 1_i8..=12, 0_i32..4);
        let end = end.prop_map(|(year, month, back)| date(year, month, 1).last_of_month().saturating_sub(back.days()));
        prop_oneof![(0_i32..36_525).prop_map(|day| date(1960, 1, 1).saturating_add(day.days())), end]
    }

    proptest! {
        #[test]
        fn whoever_started_before_the_cut_off_has_served_for_long_enough_and_nobody_else(
            months in prop_oneof![0_u16..40, any::<u16>()],
            comparator in prop_oneof![Just(Comparator::Over), Just(Comparator::AtLeast)],
            (reference, far, near) in (days(), days(), -40_i32..40),
        ) {
            let service = Service { months, comparator, reference };
            let cut_off = service.first_too_late();
            for started in [far, cut_off.saturating_add(near.days())] {
                prop_assert_eq!(started < cut_off, service.is_enough(started), "{} of {}", started, cut_off);
            }
        }
    }
}
