//! Fiscal years: 2569 is 1 October 2568 to 30 September 2569.
//!
//! Numbered in B.E. in both languages, since that is the name they have. Knows neither
//! budgets nor rounds of assessment.

use super::{
    Era, Half, HalfYear, Language, Month, MonthOfYear, Unreadable, dates,
    dates_read::full_year,
    runs::{
        Run::{Gap, Number as Digits},
        letters, readable, runs, split_era,
    },
    years::{buddhist, common, understood},
};
use jiff::civil::Date;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(i16);

impl FiscalYear {
    /// By its number, B.E. 2400 to 2700.
    pub fn new(buddhist: i16) -> Option<Self> {
        let year = u32::try_from(buddhist).ok()?;
        understood(year, Some(Era::Buddhist)).ok().map(|_| Self(buddhist))
    }

    /// The fiscal year that `day` is in: October to December belong to the next one.
    pub fn of(day: Date) -> Self {
        let begun = Month::of(day) >= Month::October;
        Self(buddhist(day.year()) + i16::from(begun))
    }

    /// Reads "2569", "ปีงบประมาณ พ.ศ. ๒๕๖๙", "FY2569", and "FY 2026" of the common era.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let text = readable(text);
        let runs = runs(&text);
        let (words, year) = match runs.as_slice() {
            [] => return Err(Unreadable::Empty),
            [Digits(year)] => (String::new(), *year),
            [Gap(words), Digits(year)] => (letters(words), *year),
            [Gap(words)] if is_title(&letters(words)) => return Err(Unreadable::YearMissing),
            _ => return Err(Unreadable::NotAYear),
        };
        let (title, era) = split_era(&words);
        if !is_title(title) {
            return Err(Unreadable::NotAYear);
        }
        full_year(year, era).map(|year| Self(buddhist(year)))
    }

    /// In B.E.
    pub const fn number(self) -> i16 {
        self.0
    }

    pub fn first_day(self) -> Date {
        Date::new(common(self.0) - 1, 10, 1).unwrap_or(Date::MIN)
    }

    pub fn last_day(self) -> Date {
        Date::new(common(self.0), 9, 30).unwrap_or(Date::MAX)
    }

    pub fn contains(self, day: Date) -> bool {
        Self::of(day) == self
    }

    /// October to September.
    pub fn months(self) -> [MonthOfYear; 12] {
        let mut next = MonthOfYear::of(self.first_day());
        [(); 12].map(|()| {
            let month = next;
            next = month.next();
            month
        })
    }

    pub const fn halves(self) -> [HalfYear; 2] {
        [HalfYear { year: self, half: Half::First }, HalfYear { year: self, half: Half::Second }]
    }

    /// "ปีงบประมาณ 2569", "Fiscal year 2569".
    pub fn name(self, language: Language) -> String {
        match language {
            Language::Thai => format!("ปีงบประมาณ\u{A0}{}", self.0),
            Language::English => format!("Fiscal year\u{A0}{}", self.0),
        }
    }

    /// For the first mention: "ปีงบประมาณ 2569 (1 ต.ค. 2568 – 30 ก.ย. 2569)".
    pub fn name_with_days(self, language: Language) -> String {
        let days = dates::days(self.first_day(), self.last_day(), language);
        format!("{} ({days})", self.name(language))
    }
}

fn is_title(letters: &str) -> bool {
    let letters = letters.strip_prefix("ประจำ").unwrap_or(letters);
    matches!(letters, "" | "ปี" | "ปีงบ" | "ปีงบประมาณ" | "fy" | "fiscalyear")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{digits::thai, plain};
    use jiff::civil::date;
    use proptest::prelude::*;

    const YEAR: FiscalYear = FiscalYear(2569);

    #[test]
    fn october_to_december_belong_to_the_next_year() {
        assert_eq!(FiscalYear::of(date(2025, 9, 30)).number(), 2568);
        assert_eq!(FiscalYear::of(date(2025, 10, 1)), YEAR);
        assert_eq!(FiscalYear::of(date(2026, 9, 30)), YEAR);
        assert_eq!((YEAR.first_day(), YEAR.last_day()), (date(2025, 10, 1), date(2026, 9, 30)));
    }

    #[test]
    fn the_months_are_october_to_september() {
        assert_eq!(YEAR.months().map(MonthOfYear::month), Month::FISCAL);
        assert!(YEAR.months().into_iter().all(|month| YEAR.contains(month.first_day())));
    }

    #[test]
    fn the_first_mention_says_which_days_are_meant() {
        let names = Language::ALL.map(|language| plain(&YEAR.name_with_days(language)));
        let [thai, english] = names;
        assert_eq!(thai, "ปีงบประมาณ 2569 (1 ต.ค. 2568 – 30 ก.ย. 2569)");
        assert_eq!(english, "Fiscal year 2569 (1 Oct 2025 – 30 Sep 2026)");
    }

    #[test]
    fn years_are_read_in_either_era() {
        let forms = [
            "2569",
            "ปีงบประมาณ พ.ศ. ๒๕๖๙",
            "ประจำปีงบประมาณ 2569",
            "ปีงบ 2569",
            "พ.ศ. 2569",
            "FY2569",
            "FY 2026",
            "Fiscal year 2569",
            "ค.ศ. 2026",
        ];
        for form in forms {
            assert_eq!(FiscalYear::read(form), Ok(YEAR), "{form}");
        }
        let refusals = [
            ("", Unreadable::Empty),
            ("ปีงบประมาณ", Unreadable::YearMissing),
            ("FY69", Unreadable::YearOutOfRange { year: 69 }),
            ("2300", Unreadable::YearOutOfRange { year: 2300 }),
            ("รอบ 2569", Unreadable::NotAYear),
            ("2/2569", Unreadable::NotAYear),
        ];
        for (text, refusal) in refusals {
            assert_eq!(FiscalYear::read(text), Err(refusal), "{text}");
        }
    }

    #[test]
    fn only_years_that_can_be_read_can_be_made() {
        assert_eq!(FiscalYear::new(2569), Some(YEAR));
        assert_eq!(FiscalYear::new(2026), None);
        assert_eq!(FiscalYear::new(-1), None);
    }

    proptest! {
        #[test]
        fn a_year_contains_its_own_days(days in -4_371_587_i32..=2_932_896) {
            let day = date(1970, 1, 1).saturating_add(jiff::Span::new().days(days));
            let year = FiscalYear::of(day);
            prop_assert!((year.first_day()..=year.last_day()).contains(&day));
            prop_assert!(year.contains(year.first_day()) && year.contains(year.last_day()));
            prop_assert!(year.months().into_iter().any(|month| month.contains(day)));
        }

        #[test]
        fn what_is_written_is_read_back(number in 2400_i16..=2700) {
            let year = FiscalYear(number);
            for language in Language::ALL {
                let written = year.name(language);
                prop_assert_eq!(FiscalYear::read(&written), Ok(year));
                prop_assert_eq!(FiscalYear::read(&thai(&plain(&written))), Ok(year));
            }
        }

        #[test]
        fn no_text_makes_reading_fail(text in any::<String>()) {
            let _ = FiscalYear::read(&text);
        }
    }
}
