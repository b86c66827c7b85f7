//! Days out of the numbers that Excel keeps for them.
//!
//! Counted from 1900, with a 29 February of that year that never was, or from 1904. A time of day is
//! dropped. Whoever types 1/10/2560 into an Excel of the common era gets a day in the year 2560 of that
//! era: no living person means that, so it is read as the Buddhist year it was.

use jiff::{ToSpan, civil::Date};

/// From this year on, a year is of the Buddhist era.
const BUDDHIST_FROM: i16 = 2400;
const BUDDHIST_AHEAD: i16 = 543;
/// 31 December 9999, counted from 1900.
const LAST: f64 = 2_958_465.0;

#[derive(Debug, PartialEq)]
pub(super) enum Shown {
    Day(Date),
    /// No day, but what Excel shows: a time of day, or 29 February of a year that has none.
    Text(String),
    /// Out of any calendar.
    Number,
}

pub(super) fn shown(serial: f64, from_1904: bool) -> Shown {
    if !(0.0..=LAST).contains(&serial) {
        return Shown::Number;
    }
    if serial < 1.0 && !from_1904 {
        return Shown::Text(time(serial));
    }
    #[expect(clippy::cast_possible_truncation, reason = "within the calendar")]
    let days = serial.trunc() as i32;
    let (epoch, days) = match days {
        days if from_1904 => (epoch(1904, 1, 1), days),
        60 => return Shown::Text("29/2/1900".to_owned()),
        days @ ..60 => (epoch(1899, 12, 31), days),
        days => (epoch(1899, 12, 30), days),
    };
    match epoch.and_then(|epoch| epoch.checked_add(days.days()).ok()) {
        Some(day) => in_common_era(day),
        None => Shown::Number,
    }
}

/// A day whose year may be of the Buddhist era.
pub(super) fn in_common_era(day: Date) -> Shown {
    if day.year() < BUDDHIST_FROM {
        return Shown::Day(day);
    }
    match Date::new(day.year() - BUDDHIST_AHEAD, day.month(), day.day()) {
        Ok(day) => Shown::Day(day),
        Err(_) => Shown::Text(format!("{}/{}/{}", day.day(), day.month(), day.year())),
    }
}

fn epoch(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn time(serial: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "minutes of a day")]
    let minutes = (serial * 1440.0).round() as i32;
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_counted_from_1900_or_from_1904() {
        assert_eq!(shown(43009.0, false), Shown::Day(date(2017, 10, 1)));
        assert_eq!(shown(43009.99, false), Shown::Day(date(2017, 10, 1)));
        assert_eq!(shown(41547.0, true), Shown::Day(date(2017, 10, 1)));
        assert_eq!(shown(0.0, true), Shown::Day(date(1904, 1, 1)));
        assert_eq!(shown(1.0, false), Shown::Day(date(1900, 1, 1)));
        assert_eq!(shown(59.0, false), Shown::Day(date(1900, 2, 28)));
        assert_eq!(shown(61.0, false), Shown::Day(date(1900, 3, 1)));
    }

    #[test]
    fn a_day_in_2560_was_typed_in_the_buddhist_era() {
        assert_eq!(shown(241_336.0, false), Shown::Day(date(2017, 10, 1)));
        assert_eq!(shown(182_623.0, false), Shown::Day(date(1857, 1, 1)));
        assert_eq!(shown(182_622.0, false), Shown::Day(date(2399, 12, 31)));
    }

    #[test]
    fn a_29_february_that_never_was_is_left_as_written() {
        assert_eq!(in_common_era(date(2560, 2, 29)), Shown::Text("29/2/2560".to_owned()));
        assert_eq!(shown(60.0, false), Shown::Text("29/2/1900".to_owned()));
    }

    #[test]
    fn a_time_alone_is_no_day_and_neither_is_a_number_past_all_days() {
        assert_eq!(shown(0.354_166_7, false), Shown::Text("08:30".to_owned()));
        for serial in [-1.0, 2_958_466.0, f64::NAN, f64::INFINITY] {
            assert_eq!(shown(serial, false), Shown::Number);
        }
        assert_eq!(shown(LAST, true), Shown::Number);
        assert_eq!(shown(2_958_465.0, false), Shown::Day(date(9456, 12, 31)));
    }
}
