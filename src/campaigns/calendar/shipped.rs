//! The holidays that come with the program, for the two years it was written for.
//!
//! Days of the moon are in only where they have been announced; what the cabinet adds is not in. The page
//! says so.

use serde::Deserialize;

use super::Holiday;
use crate::instruments::Text;

const FILE: &str = include_str!("shipped.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    day: String,
    name: Text,
}

pub fn all() -> Vec<Holiday> {
    let written: Vec<Written> = serde_json::from_str(FILE).unwrap_or_default();
    written.into_iter().filter_map(|it| Some(Holiday { day: it.day.parse().ok()?, name: it.name })).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::{ToSpan as _, civil::date};

    use super::*;
    use crate::campaigns::calendar::Calendar;

    #[test]
    fn every_day_that_comes_along_is_named_twice_and_stands_once() {
        let all = all();
        assert_eq!(all.len(), FILE.matches("\"day\"").count());
        assert_eq!(all.iter().map(|it| it.day).collect::<BTreeSet<_>>().len(), all.len());
        assert!(all.iter().all(|it| !it.name.th.is_empty() && !it.name.en.is_empty()));
    }

    #[test]
    fn the_fixed_days_of_both_years_are_in_and_one_on_a_weekend_has_its_substitute() {
        let all = all();
        let calendar = Calendar::new(all.iter().map(|it| it.day));
        let fixed = [
            (1, 1),
            (4, 6),
            (4, 13),
            (4, 14),
            (4, 15),
            (5, 4),
            (6, 3),
            (7, 28),
            (8, 12),
            (10, 13),
            (10, 23),
            (12, 5),
            (12, 10),
            (12, 31),
        ];
        for year in [2026, 2027] {
            for (month, day) in fixed {
                assert!(all.iter().any(|it| it.day == date(year, month, day)), "{year}-{month}-{day}");
            }
        }
        let weekdays = Calendar::default();
        for holiday in all.iter().filter(|it| !weekdays.is_working(it.day)) {
            let monday = weekdays.next_working(holiday.day.saturating_add(1.day()));
            assert!(!calendar.is_working(monday), "{} has no substitute", holiday.day);
        }
        for substitute in [date(2026, 6, 1), date(2026, 12, 7), date(2027, 10, 25), date(2027, 12, 6)] {
            assert!(!calendar.is_working(substitute), "{substitute}");
        }
    }
}
