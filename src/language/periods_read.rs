//! Periods taken back from what people write in reports.
//!
//! Promises the same as `dates_read.rs`: no guesses. A beginning may leave out what it shares with
//! the end, an end may leave out nothing, and a year always has four digits.

use super::{
    FiscalYear, Month, MonthOfYear, Period, Reading, Unreadable, dates,
    dates_read::{day_of, month_and_era, year_of_days},
    runs::{
        Run::{Gap, Number as Digits},
        readable, runs,
    },
};
use jiff::civil::Date;

/// What may stand between beginning and end, what is least mistakable first.
const DASHES: [&str; 6] = ["–", "—", "ถึง", " to ", " - ", "-"];

impl Period {
    /// Reads "22 ก.พ. 2566", "16 – 24 ม.ค. 2566", "16 ม.ค. – 3 ก.พ. 2566", "ต.ค. 2565 – มี.ค. 2566",
    /// "ต.ค. 2565", "ตลอดทั้งปีงบประมาณ พ.ศ. 2566", and the same in English.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let text = readable(text);
        if text.is_empty() {
            return Err(Unreadable::Empty);
        }
        if let Some(year) = ["ตลอดทั้ง", "ตลอด", "throughout"].into_iter().find_map(|whole| text.strip_prefix(whole))
        {
            return FiscalYear::read(year).map(Self::fiscal_year);
        }
        match (dates::read(&text), between(&text)) {
            (Err(Unreadable::NotADate | Unreadable::UnknownMonth), Some((first, last))) => range(part(first)?, part(last)?),
            (Err(Unreadable::NotADate), None) => match part(&text)? {
                Part { day: None, month: Some(month), year } => month_of(month, year).map(Self::month),
                Part { year: None, .. } => Err(Unreadable::NotADate),
                whole => range(whole, whole),
            },
            (reading, _) => certain(reading?).map(Self::day),
        }
    }
}

/// As much of a day or month as is written.
#[derive(Clone, Copy, Default)]
struct Part {
    day: Option<u32>,
    month: Option<Month>,
    year: Option<i16>,
}

fn between(text: &str) -> Option<(&str, &str)> {
    DASHES.into_iter().find_map(|dash| text.split_once(dash))
}

fn part(text: &str) -> Result<Part, Unreadable> {
    match dates::read(text) {
        Err(Unreadable::NotADate) => {}
        Err(Unreadable::Empty) => return Err(Unreadable::NotADate),
        reading => return certain(reading?).map(whole),
    }
    let text = readable(text);
    let with_month = |words: &str| month_and_era(words).map(|(month, era)| (Some(month), era));
    match runs(&text).as_slice() {
        [Digits(day)] if day.digits <= 2 => Ok(Part { day: Some(day.value), ..Part::default() }),
        [Digits(day), Gap(words)] if day.digits <= 2 => {
            let (month, _) = with_month(words)?;
            Ok(Part { day: Some(day.value), month, year: None })
        }
        [Gap(words)] => {
            let (month, _) = with_month(words)?;
            Ok(Part { month, ..Part::default() })
        }
        [Gap(words), Digits(year)] => {
            let (month, era) = with_month(words)?;
            Ok(Part { day: None, month, year: Some(year_of_days(*year, era)?) })
        }
        _ => Err(Unreadable::NotADate),
    }
}

/// A period has nobody to ask which era was meant.
fn certain(reading: Reading) -> Result<Date, Unreadable> {
    match reading {
        Reading::Day(day) => Ok(day),
        Reading::TwoDigitYear { two_digits, .. } => Err(Unreadable::YearOutOfRange { year: two_digits.into() }),
    }
}

fn whole(day: Date) -> Part {
    Part { day: Some(day.day().unsigned_abs().into()), month: Some(Month::of(day)), year: Some(day.year()) }
}

fn range(first: Part, last: Part) -> Result<Period, Unreadable> {
    let last_month = last.month.ok_or(Unreadable::NotADate)?;
    let first_month = first.month.unwrap_or(last_month);
    let first_year = first.year.or(last.year);
    match (first.day, last.day) {
        (Some(first_day), Some(last_day)) => Period::days(
            day_of(first_year.ok_or(Unreadable::YearMissing)?, first_month, first_day)?,
            day_of(last.year.ok_or(Unreadable::YearMissing)?, last_month, last_day)?,
        ),
        (None, None) => Period::months(month_of(first_month, first_year)?, month_of(last_month, last.year)?),
        _ => Err(Unreadable::NotADate),
    }
}

fn month_of(month: Month, year: Option<i16>) -> Result<MonthOfYear, Unreadable> {
    day_of(year.ok_or(Unreadable::YearMissing)?, month, 1).map(MonthOfYear::of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, digits::thai, plain};
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn periods_are_read_as_departments_wrote_them() {
        let same = [
            ("16 -24 ม.ค. 2566", "16 – 24 ม.ค. 2566"),
            ("3 – 5 ก.พ. 2566", "3 – 5 ก.พ. 2566"),
            ("3–5 ก.พ. 2566", "3 – 5 ก.พ. 2566"),
            ("3 ถึง 5 กุมภาพันธ์ 2566", "3 – 5 ก.พ. 2566"),
            ("3 to 5 Feb 2023", "3 – 5 ก.พ. 2566"),
            ("3 – 3 ก.พ. 2566", "3 ก.พ. 2566"),
            ("16 ม.ค. - 3 ก.พ. 2566", "16 ม.ค. – 3 ก.พ. 2566"),
            ("16/12/2565 - 3/1/2566", "16 ธ.ค. 2565 – 3 ม.ค. 2566"),
            ("1-10-2565 - 3-10-2565", "1 – 3 ต.ค. 2565"),
            ("1-10-2565", "1 ต.ค. 2565"),
            ("ต.ค. 2565 - มี.ค. 2566", "ต.ค. 2565 – มี.ค. 2566"),
            ("ตุลาคม ๒๕๖๓ – กุมภาพันธ์ ๒๕๖๔", "ต.ค. 2563 – ก.พ. 2564"),
            ("ต.ค.-ธ.ค. 2565", "ต.ค. – ธ.ค. 2565"),
            ("ต.ค. 2565", "ต.ค. 2565"),
            ("เดือนตุลาคม พ.ศ. 2565", "ต.ค. 2565"),
            ("ตลอดปีงบประมาณ 2566", "ตลอดทั้งปีงบประมาณ พ.ศ. 2566"),
            ("ตลอดทั้งปีงบประมาณ พ.ศ. ๒๕๖๖", "ตลอดทั้งปีงบประมาณ พ.ศ. 2566"),
        ];
        for (text, expected) in same {
            let written = Period::read(text).map(|period| plain(&period.text(Language::Thai)));
            assert_eq!(written.as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_refused_is_refused_for_its_own_reason() {
        use Unreadable::*;
        let refusals = [
            ("", Empty),
            ("ตลอดทั้งปีงบประมาณ", YearMissing),
            ("ต.ค.", YearMissing),
            ("ต.ค. – ธ.ค.", YearMissing),
            ("3 – 5 ก.พ.", YearMissing),
            ("ธ.ค. – ม.ค. 2566", Backwards),
            ("5 – 3 ก.พ. 2566", Backwards),
            ("28 – 32 ม.ค. 2566", NoSuchDay { day: 32 }),
            ("มี.ค.๖๔ - ก.ค.๖๔", YearOutOfRange { year: 64 }),
            ("3 ก.พ. 66", YearOutOfRange { year: 66 }),
            ("3 – 5 กพพ. 2566", UnknownMonth),
            ("ต.ค. 2565 – 3 ม.ค. 2566", NotADate),
            ("3 ก.พ.", NotADate),
            ("3 – 5", NotADate),
            ("–", NotADate),
            ("– 5 ก.พ. 2566", NotADate),
        ];
        for (text, refusal) in refusals {
            assert_eq!(Period::read(text), Err(refusal), "{text}");
        }
    }

    prop_compose! {
        fn days()(since in 0..91_676) -> Date {
            date(1900, 1, 1).saturating_add(jiff::Span::new().days(since))
        }
    }

    fn periods() -> impl Strategy<Value = Period> {
        let ordered = |one: Date, two: Date| (one.min(two), one.max(two));
        let near = (days(), 0..70)
            .prop_map(|(day, later)| (day, day.saturating_add(jiff::Span::new().days(later)).min(date(2150, 12, 31))));
        let pairs = prop_oneof![(days(), days()).prop_map(move |(one, two)| ordered(one, two)), near];
        let months = pairs.clone().prop_map(|(first, last)| Period::months(MonthOfYear::of(first), MonthOfYear::of(last)));
        prop_oneof![
            days().prop_map(|day| Ok(Period::day(day))),
            pairs.prop_map(|(first, last)| Period::days(first, last)),
            months,
            days().prop_map(|day| Ok(Period::fiscal_year(FiscalYear::of(day)))),
        ]
        .prop_filter_map("in order", Result::ok)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(period in periods()) {
            for language in Language::ALL {
                let written = period.text(language);
                for text in [plain(&written), thai(&written), written] {
                    prop_assert_eq!(Period::read(&text), Ok(period), "{}", text);
                }
            }
        }

        #[test]
        fn a_range_as_pages_write_it_is_read_back(day in days(), later in 0..70) {
            let last = day.saturating_add(jiff::Span::new().days(later)).min(date(2150, 12, 31));
            for language in Language::ALL {
                let written = dates::days(day, last, language);
                prop_assert_eq!(Period::read(&written), Period::days(day, last), "{}", written);
            }
        }

        #[test]
        fn no_text_makes_reading_fail(
            text in any::<String>(),
            like in "([0-9๐-๙]{1,5}|[/.–-]| |ต\\.ค\\.|ถึง|ตลอด|ปีงบ|oct| to ){0,9}",
        ) {
            let _ = (Period::read(&text), Period::read(&like));
        }
    }
}
