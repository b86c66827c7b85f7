//! Days as Excel counts them, where a column of dates has lost its format.
//!
//! Knows the calendar from 1900 only, not the one of old Macintosh files (1904). A number outside
//! 20000 to 80000 (1954 to 2119) is more likely something else, and is refused.

use super::{Unreadable, runs::Number};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use std::ops::RangeInclusive;

/// Day 0 from March 1900 on; a day early, because Excel believes in a 29 February 1900.
const ZERO: Date = date(1899, 12, 30);
const SERIALS: RangeInclusive<u32> = 20_000..=80_000;

pub(super) fn day(serial: Number) -> Result<Date, Unreadable> {
    if !SERIALS.contains(&serial.value) {
        return Err(Unreadable::NotADate);
    }
    ZERO.checked_add(i64::from(serial.value).days()).map_err(|_| Unreadable::NotADate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serial(value: u32) -> Number {
        Number { value, digits: 5 }
    }

    #[test]
    fn a_serial_is_the_day_that_excel_shows() {
        assert_eq!(day(serial(43_009)), Ok(date(2017, 10, 1)));
        assert_eq!(day(serial(36_526)), Ok(date(2000, 1, 1)));
        assert_eq!(day(serial(20_000)), Ok(date(1954, 10, 3)));
        assert_eq!(day(serial(80_000)), Ok(date(2119, 1, 11)));
    }

    #[test]
    fn other_numbers_are_no_serials() {
        for value in [0, 2560, 19_999, 80_001, u32::MAX] {
            assert_eq!(day(serial(value)), Err(Unreadable::NotADate));
        }
    }
}
