//! Months by name, in the order of the fiscal year too, and a month of a certain year.
//!
//! Does not read dates: it only knows which month a single name means.

use super::{Language, years::counted};
use jiff::civil::Date;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Month {
    January = 1,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
}

use Month::{April, August, December, February, January, July, June, March, May, November, October, September};

impl Month {
    pub const ALL: [Self; 12] =
        [January, February, March, April, May, June, July, August, September, October, November, December];

    /// October to September, as the columns of a plan.
    pub const FISCAL: [Self; 12] =
        [October, November, December, January, February, March, April, May, June, July, August, September];

    pub fn of(day: Date) -> Self {
        Self::from_number(day.month().unsigned_abs().into()).unwrap_or(January)
    }

    /// 1 is January.
    pub fn from_number(number: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|month| u32::from(month.number()) == number)
    }

    pub const fn number(self) -> u8 {
        self as u8
    }

    /// "มิ.ย.", "Jun".
    pub const fn short(self, language: Language) -> &'static str {
        let [_, thai, _, english] = self.names();
        match language {
            Language::Thai => thai,
            Language::English => english,
        }
    }

    /// "มิถุนายน", "June".
    pub const fn full(self, language: Language) -> &'static str {
        let [thai, _, english, _] = self.names();
        match language {
            Language::Thai => thai,
            Language::English => english,
        }
    }

    /// By its name as people write it, in lower case and without dots and spaces.
    pub(super) fn named(written: &str) -> Option<Self> {
        match written {
            "กรกฏาคม" => Some(July), // with ฏ for ฎ, as it is often typed
            "sept" => Some(September),
            _ => Self::ALL
                .into_iter()
                .find(|month| month.names().into_iter().any(|name| name.replace('.', "").eq_ignore_ascii_case(written))),
        }
    }

    const fn names(self) -> [&'static str; 4] {
        match self {
            January => ["มกราคม", "ม.ค.", "January", "Jan"],
            February => ["กุมภาพันธ์", "ก.พ.", "February", "Feb"],
            March => ["มีนาคม", "มี.ค.", "March", "Mar"],
            April => ["เมษายน", "เม.ย.", "April", "Apr"],
            May => ["พฤษภาคม", "พ.ค.", "May", "May"],
            June => ["มิถุนายน", "มิ.ย.", "June", "Jun"],
            July => ["กรกฎาคม", "ก.ค.", "July", "Jul"],
            August => ["สิงหาคม", "ส.ค.", "August", "Aug"],
            September => ["กันยายน", "ก.ย.", "September", "Sep"],
            October => ["ตุลาคม", "ต.ค.", "October", "Oct"],
            November => ["พฤศจิกายน", "พ.ย.", "November", "Nov"],
            December => ["ธันวาคม", "ธ.ค.", "December", "Dec"],
        }
    }
}

/// A month of a certain year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthOfYear(Date);

impl MonthOfYear {
    /// The month that `day` is in.
    pub fn of(day: Date) -> Self {
        Self(day.first_of_month())
    }

    pub fn month(self) -> Month {
        Month::of(self.0)
    }

    pub fn first_day(self) -> Date {
        self.0
    }

    pub fn last_day(self) -> Date {
        self.0.last_of_month()
    }

    pub fn contains(self, day: Date) -> bool {
        Self::of(day) == self
    }

    /// The month after; at the end of the calendar, the last month itself.
    #[must_use]
    pub fn next(self) -> Self {
        self.last_day().tomorrow().map_or(self, Self::of)
    }

    /// "มิ.ย. 2569", "Jun 2026", held together by U+00A0.
    pub fn short(self, language: Language) -> String {
        self.with(self.month().short(language), language)
    }

    /// "มิถุนายน 2569", "June 2026", held together by U+00A0.
    pub fn full(self, language: Language) -> String {
        self.with(self.month().full(language), language)
    }

    fn with(self, name: &str, language: Language) -> String {
        format!("{name}\u{A0}{}", counted(self.0.year(), language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_month_is_found_by_each_of_its_names() {
        for month in Month::ALL {
            for name in month.names() {
                assert_eq!(Month::named(&name.replace('.', "").to_lowercase()), Some(month));
            }
            assert_eq!(Month::from_number(month.number().into()), Some(month));
        }
        assert_eq!(Month::named("กรกฏาคม"), Some(July));
        assert_eq!(Month::named("ม"), None);
        assert_eq!(Month::named(""), None);
        assert_eq!(Month::from_number(0), None);
        assert_eq!(Month::from_number(13), None);
    }

    #[test]
    fn the_fiscal_order_begins_in_october_and_has_every_month_once() {
        assert_eq!(Month::FISCAL.first(), Some(&October));
        assert_eq!(Month::FISCAL.last(), Some(&September));
        let mut sorted = Month::FISCAL;
        sorted.sort();
        assert_eq!(sorted, Month::ALL);
    }

    #[test]
    fn a_month_of_a_year_is_written_in_both_languages() {
        let month = MonthOfYear::of(date(2026, 6, 30));
        assert_eq!(month.short(Language::Thai), "มิ.ย.\u{A0}2569");
        assert_eq!(month.short(Language::English), "Jun\u{A0}2026");
        assert_eq!(month.full(Language::Thai), "มิถุนายน\u{A0}2569");
        assert_eq!(month.full(Language::English), "June\u{A0}2026");
    }

    #[test]
    fn a_month_has_its_days_and_is_followed_by_the_next() {
        let february = MonthOfYear::of(date(2024, 2, 10));
        assert_eq!(february.last_day(), date(2024, 2, 29));
        assert!(february.contains(date(2024, 2, 29)));
        assert!(!february.contains(date(2023, 2, 10)));
        assert_eq!(MonthOfYear::of(date(2024, 12, 3)).next().first_day(), date(2025, 1, 1));
        assert_eq!(MonthOfYear::of(Date::MAX).next(), MonthOfYear::of(Date::MAX));
    }
}
