//! When something took place: a day, some days, some months, or a whole fiscal year.
//!
//! Promises that a period never ends before it begins, and that what it writes is read back as the
//! same period: October to September is not quite "the whole fiscal year", though the days agree.

use super::{FiscalYear, Language, MonthOfYear, Unreadable, dates, th};
use jiff::civil::Date;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period(Span);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Span {
    Days(Date, Date),
    Months(MonthOfYear, MonthOfYear),
    FiscalYear(FiscalYear),
}

impl Period {
    pub const fn day(day: Date) -> Self {
        Self(Span::Days(day, day))
    }

    pub fn days(first: Date, last: Date) -> Result<Self, Unreadable> {
        in_order(&first, &last).map(|()| Self(Span::Days(first, last)))
    }

    pub const fn month(month: MonthOfYear) -> Self {
        Self(Span::Months(month, month))
    }

    pub fn months(first: MonthOfYear, last: MonthOfYear) -> Result<Self, Unreadable> {
        in_order(&first, &last).map(|()| Self(Span::Months(first, last)))
    }

    pub const fn fiscal_year(year: FiscalYear) -> Self {
        Self(Span::FiscalYear(year))
    }

    pub fn first_day(self) -> Date {
        match self.0 {
            Span::Days(first, _) => first,
            Span::Months(first, _) => first.first_day(),
            Span::FiscalYear(year) => year.first_day(),
        }
    }

    pub fn last_day(self) -> Date {
        match self.0 {
            Span::Days(_, last) => last,
            Span::Months(_, last) => last.last_day(),
            Span::FiscalYear(year) => year.last_day(),
        }
    }

    pub fn contains(self, day: Date) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }

    /// As activity reports write it: "16 – 24 ม.ค. 2566", "ตลอดทั้งปีงบประมาณ พ.ศ. 2566".
    ///
    /// For the screen, with U+00A0; [`plain`](super::plain) makes it fit for letters and files.
    pub fn text(self, language: Language) -> String {
        match self.0 {
            Span::Days(first, last) => dates::range(first, last, "\u{A0}–\u{A0}", language),
            Span::Months(first, last) => dates::months(first, last, language),
            Span::FiscalYear(year) => match language {
                Language::Thai => format!("{}{}", th!("ตลอดทั้งปีงบประมาณ พ.ศ._"), year.number()),
                Language::English => format!("Throughout fiscal year\u{A0}{}", year.number()),
            },
        }
    }
}

fn in_order<T: Ord>(first: &T, last: &T) -> Result<(), Unreadable> {
    if first <= last { Ok(()) } else { Err(Unreadable::Backwards) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::plain;
    use jiff::civil::date;

    fn written(period: Result<Period, Unreadable>) -> [String; 2] {
        Language::ALL.map(|language| period.map_or_else(|refusal| refusal.to_string(), |period| plain(&period.text(language))))
    }

    #[test]
    fn each_kind_of_period_is_written_as_in_activity_reports() {
        let day = |month, day| date(2023, month, day);
        let month = |year, month| MonthOfYear::of(date(year, month, 1));
        let year = FiscalYear::of(day(1, 1));
        let kinds = [
            (Ok(Period::day(day(2, 22))), ["22 ก.พ. 2566", "22 Feb 2023"]),
            (Period::days(day(1, 16), day(1, 24)), ["16 – 24 ม.ค. 2566", "16 – 24 Jan 2023"]),
            (Period::days(day(1, 16), day(2, 3)), ["16 ม.ค. – 3 ก.พ. 2566", "16 Jan – 3 Feb 2023"]),
            (Ok(Period::month(month(2022, 10))), ["ต.ค. 2565", "Oct 2022"]),
            (Period::months(month(2022, 10), month(2023, 3)), ["ต.ค. 2565 – มี.ค. 2566", "Oct 2022 – Mar 2023"]),
            (Ok(Period::fiscal_year(year)), ["ตลอดทั้งปีงบประมาณ พ.ศ. 2566", "Throughout fiscal year 2566"]),
        ];
        for (period, expected) in kinds {
            assert_eq!(written(period), expected);
        }
    }

    #[test]
    fn a_period_never_ends_before_it_begins() {
        let (early, late) = (date(2023, 1, 16), date(2023, 2, 3));
        let months = Period::months(MonthOfYear::of(late), MonthOfYear::of(early));
        assert_eq!(Period::days(late, early), Err(Unreadable::Backwards));
        assert_eq!(months, Err(Unreadable::Backwards));
    }

    #[test]
    fn a_period_has_all_days_of_its_months() {
        let period = Period::month(MonthOfYear::of(date(2024, 2, 10)));
        assert!(period.contains(date(2024, 2, 1)));
        assert!(period.contains(date(2024, 2, 29)));
        assert!(!period.contains(date(2024, 3, 1)));
        let whole = Period::fiscal_year(FiscalYear::of(date(2024, 2, 10)));
        assert_eq!((whole.first_day(), whole.last_day()), (date(2023, 10, 1), date(2024, 9, 30)));
    }
}
