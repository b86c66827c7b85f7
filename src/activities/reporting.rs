//! Of which time a report is, and what stands around its table.

use jiff::civil::Date;

use crate::language::{FiscalYear, Half, HalfYear, Period};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub year: FiscalYear,
    pub part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    First,
    Second,
    Whole,
}

/// Texts of several lines; both may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Goes up with every change; 0 where nobody wrote anything.
    pub edition: i32,
    pub opening: String,
    pub closing: String,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Whole];

    /// In addresses and in the register.
    pub const fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Whole => "whole",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }
}

impl Span {
    pub const fn half(self) -> Option<HalfYear> {
        match self.part {
            Part::First => Some(HalfYear { year: self.year, half: Half::First }),
            Part::Second => Some(HalfYear { year: self.year, half: Half::Second }),
            Part::Whole => None,
        }
    }

    pub fn first_day(self) -> Date {
        self.half().map_or_else(|| self.year.first_day(), HalfYear::first_day)
    }

    pub fn last_day(self) -> Date {
        self.half().map_or_else(|| self.year.last_day(), HalfYear::last_day)
    }

    /// Whether some of it was then.
    pub fn has(self, period: Period) -> bool {
        period.first_day() <= self.last_day() && self.first_day() <= period.last_day()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_has_what_was_in_its_time_in_part_too() {
        let year = FiscalYear::new(2566).unwrap();
        let has = |period: &str| Part::ALL.map(|part| Span { year, part }.has(Period::read(period).unwrap()));
        assert_eq!(has("22 ก.พ. 2566"), [true, false, true]);
        assert_eq!(has("31 มี.ค. 2566"), [true, false, true]);
        assert_eq!(has("1 เม.ย. 2566"), [false, true, true]);
        assert_eq!(has("ตลอดทั้งปีงบประมาณ 2566"), [true; 3]);
        assert_eq!(has("ก.ย. – ต.ค. 2565"), [true, false, true]);
        assert_eq!(has("30 ก.ย. 2565"), [false; 3]);
    }
}
