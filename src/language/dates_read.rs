//! Days taken back from what people and Excel write; see [`read`] for the forms.
//!
//! Promises never to guess: the day comes first wherever the month is a number, a year of four
//! digits tells its era by size, one of two digits is handed back to be asked about, and whatever
//! else is refused with its reason. Does not know whether a day is sensible for its purpose.

use super::{
    Era, Month, Unreadable,
    runs::{
        Number,
        Run::{self, Gap, Number as Digits},
        letters, readable, runs, split_era,
    },
    serials,
    times::only_time,
    weekdays,
    years::{is_counted_in_both, understood},
};
use jiff::civil::{Date, Weekday};

/// What a written day turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Day(Date),
    /// Ask which era was meant, then [`Reading::in_era`].
    TwoDigitYear {
        day: i8,
        month: Month,
        two_digits: u8,
    },
}

impl Reading {
    /// The day, once it is known which era years of two digits were meant in.
    ///
    /// B.E. 00–99 is 2500–2599. C.E. 50–99 is 1950–1999 and 00–49 is 2000–2049.
    pub fn in_era(self, era: Era) -> Result<Date, Unreadable> {
        match self {
            Self::Day(day) => Ok(day),
            Self::TwoDigitYear { day, month, two_digits } => day_of(era.complete(two_digits), month, day.unsigned_abs().into()),
        }
    }
}

/// Reads a day in any of these forms, with Arabic or Thai digits.
///
/// "1 ต.ค. 2560", "วันอาทิตย์ที่ 1 ตุลาคม พ.ศ. 2560", "1 Oct 2017", "1 October 2560 (B.E. 2560)",
/// "1/10/2560", "1-10-2560", "1.10.2560", "2017-10-01", an Excel serial of 20000 to 80000, and each
/// but the last with a time after it, which is checked and dropped. A weekday must be the right
/// one, except where the year has two digits and the day is not known yet.
pub fn read(text: &str) -> Result<Reading, Unreadable> {
    let text = readable(text);
    if text.is_empty() {
        return Err(Unreadable::Empty);
    }
    let runs = runs(&text);
    let (weekday, runs) = after_weekday(&runs)?;
    let reading = match runs {
        [Digits(serial)] | [Digits(serial), Gap("."), Digits(_)] => serials::day(*serial).map(Reading::Day),
        [Digits(one), Gap(gap), Digits(two), Gap(other), Digits(three), after @ ..]
            if matches!(gap.trim(), "/" | "-" | ".") && gap.trim() == other.trim() =>
        {
            only_time(after).and_then(|()| by_numbers(*one, *two, *three))
        }
        [Digits(day), Gap(words), Digits(year), after @ ..] => by_name(*day, words, *year, after),
        _ => Err(Unreadable::NotADate),
    }?;
    match (weekday, reading) {
        (Some(weekday), Reading::Day(day)) if day.weekday() != weekday => Err(Unreadable::Contradictory),
        _ => Ok(reading),
    }
}

/// What may stand before a day: "วันที่", "วันอังคารที่", "Tuesday".
fn after_weekday<'a, 'b>(runs: &'a [Run<'b>]) -> Result<(Option<Weekday>, &'a [Run<'b>]), Unreadable> {
    let [Gap(words), rest @ ..] = runs else {
        return Ok((None, runs));
    };
    let words = letters(words);
    let name = words.strip_suffix("ที่").unwrap_or(&words);
    let name = name.strip_prefix("วัน").unwrap_or(name);
    match weekdays::named(name) {
        None if name.is_empty() && !words.is_empty() => Ok((None, rest)),
        None => Err(Unreadable::NotADate),
        weekday => Ok((weekday, rest)),
    }
}

fn by_numbers(one: Number, two: Number, three: Number) -> Result<Reading, Unreadable> {
    let (day, year) = if one.digits == 4 { (three, one) } else { (one, three) };
    if two.digits > 2 {
        return Err(Unreadable::NotADate);
    }
    let month = two.value;
    let month = Month::from_number(month).ok_or(Unreadable::NoSuchMonth { month })?;
    reading(day, month, year, None)
}

fn by_name(day: Number, words: &str, year: Number, after: &[Run]) -> Result<Reading, Unreadable> {
    let (month, era) = month_and_era(words)?;
    match after {
        [Gap(sign)] if era.is_none() => match split_era(&letters(sign)) {
            ("", Some(era)) => reading(day, month, year, Some(era)),
            _ => Err(Unreadable::NotADate),
        },
        [Gap(open), Digits(again), Gap(")")] => {
            let ("(", Some(other_era)) = split_era(&letters(open)) else {
                return Err(Unreadable::NotADate);
            };
            let said_again = reading(day, month, *again, Some(other_era))?;
            match reading(day, month, year, era)? {
                said if said == said_again => Ok(said),
                _ => Err(Unreadable::Contradictory),
            }
        }
        _ => only_time(after).and_then(|()| reading(day, month, year, era)),
    }
}

/// A month by name, and the era if one stands between it and the year.
pub(super) fn month_and_era(words: &str) -> Result<(Month, Option<Era>), Unreadable> {
    let words = letters(words);
    let (name, era) = split_era(&words);
    let name = name.strip_suffix("ปี").unwrap_or(name);
    let name = name.strip_prefix("เดือน").unwrap_or(name);
    if !name.contains(char::is_alphabetic) {
        return Err(Unreadable::NotADate);
    }
    Month::named(name).map(|month| (month, era)).ok_or(Unreadable::UnknownMonth)
}

fn reading(day: Number, month: Month, year: Number, era: Option<Era>) -> Result<Reading, Unreadable> {
    if day.digits > 2 {
        return Err(Unreadable::NotADate);
    }
    if year.digits != 2 {
        return day_of(year_of_days(year, era)?, month, day.value).map(Reading::Day);
    }
    let two_digits = u8::try_from(year.value).map_err(|_| Unreadable::NotADate)?;
    if let Some(era) = era {
        return day_of(era.complete(two_digits), month, day.value).map(Reading::Day);
    }
    let in_leap_year = day_of(2000, month, day.value)?;
    Ok(Reading::TwoDigitYear { day: in_leap_year.day(), month, two_digits })
}

/// The year of a day or a month: one that cannot be written in English and read again is refused in Thai too.
pub(super) fn year_of_days(year: Number, era: Option<Era>) -> Result<i16, Unreadable> {
    let full = full_year(year, era)?;
    if is_counted_in_both(full) { Ok(full) } else { Err(Unreadable::YearOutOfRange { year: year.value }) }
}

/// The year of the common era that a year of four digits means.
pub(super) fn full_year(year: Number, era: Option<Era>) -> Result<i16, Unreadable> {
    match year.digits {
        4 => understood(year.value, era),
        _ => Err(Unreadable::YearOutOfRange { year: year.value }),
    }
}

pub(super) fn day_of(year: i16, month: Month, day: u32) -> Result<Date, Unreadable> {
    let refused = Unreadable::NoSuchDay { day };
    let day = i8::try_from(day).map_err(|_| refused)?;
    let month = i8::try_from(month.number()).map_err(|_| refused)?;
    Date::new(year, month, day).map_err(|_| refused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, dates, digits::thai, plain};
    use jiff::civil::date;
    use proptest::prelude::*;

    const FIRST_OF_OCTOBER: Date = date(2017, 10, 1);

    #[test]
    fn every_form_that_files_have_is_read() {
        let forms = "1 ต.ค. 2560|๑ ตุลาคม ๒๕๖๐|1/10/2560|01/10/2560|1-10-2560|1.10.2560|1 / 10 / 2560|\
            2017-10-01|2560-10-01|2017/10/1|1 Oct 2017|1 OCTOBER 2560|1-Oct-2017|1 oct, 2017|\
            1 ตค 2560|1 ต.ค 2560|1 ต. ค. 2560|1ต.ค.2560|1 ต.ค.พ.ศ.2560|1 ต.ค. พ.ศ. 2560|\
            1 ต.ค. ค.ศ. 2017|วันที่ 1 ตุลาคม 2560|วันที่ 1 เดือนตุลาคม พ.ศ. ๒๕๖๐|วันที่ 1/10/2560|\
            วันอาทิตย์ที่ 1 ตุลาคม 2560|Sunday 1 October 2017|Sun, 1 Oct 2017|1 October 2017 A.D.|\
            1 Oct 2017 (B.E. 2560)|1 ต.ค. 2560 (ค.ศ. 2017)|43009|43009.0|43009.75|๔๓๐๐๙|\
            2017-10-01 00:00:00|2017-10-01T00:00:00.000|1/10/2560 0:00|1/10/2560 12:00:00 AM|\
            1.10.2560 9.30 น.|1 ต.ค. 2560 เวลา 9.30 น.|1 ต.ค. พ.ศ. 60|1\u{A0}ต.ค.\u{A0}2560|\u{FEFF}1/10/2560";
        for form in forms.split('|') {
            assert_eq!(read(form), Ok(Reading::Day(FIRST_OF_OCTOBER)), "{form}");
        }
    }

    #[test]
    fn what_is_refused_is_refused_for_its_own_reason() {
        use Unreadable::*;
        let refusals = [
            ("", Empty),
            (" \u{A0}\u{200B} ", Empty),
            ("13/25/2560", NoSuchMonth { month: 25 }),
            ("25/13/2560", NoSuchMonth { month: 13 }),
            ("1/0/2560", NoSuchMonth { month: 0 }),
            ("31/4/2560", NoSuchDay { day: 31 }),
            ("0/4/2560", NoSuchDay { day: 0 }),
            ("29/2/2560", NoSuchDay { day: 29 }),
            ("30/2/60", NoSuchDay { day: 30 }),
            ("32 ต.ค. 2560", NoSuchDay { day: 32 }),
            ("67-10-01", NoSuchDay { day: 67 }),
            ("1 ตลค. 2560", UnknownMonth),
            ("1 ต.ค. 3104", YearOutOfRange { year: 3104 }),
            ("1/10/1899", YearOutOfRange { year: 1899 }),
            ("1/10/2442", YearOutOfRange { year: 2442 }),
            ("1/10/2694", YearOutOfRange { year: 2694 }),
            ("1/10/560", YearOutOfRange { year: 560 }),
            ("1/10/02560", YearOutOfRange { year: 2560 }),
            ("1 ต.ค. ค.ศ. 2560", YearOutOfRange { year: 2560 }),
            ("1/10/2560 24:00", NoSuchTime),
            ("วันจันทร์ที่ 1 ตุลาคม 2560", Contradictory),
            ("1 Oct 2017 (B.E. 2561)", Contradictory),
            ("2560", NotADate),
            ("ต.ค. 2560", NotADate),
            ("1/10-2560", NotADate),
            ("1 10 2560", NotADate),
            ("01102560", NotADate),
            ("-43009", NotADate),
            ("1/10", NotADate),
            ("1 ต.ค.", NotADate),
            ("001/10/2560", NotADate),
            ("1/10/2560 น.", NotADate),
            ("2017-10-01T00:00:00Z", NotADate),
            ("2017-10-01T00:00:00+07:00", NotADate),
            ("1/10/2560 1/10/2561", NotADate),
            ("เมื่อวาน", NotADate),
        ];
        for (text, refusal) in refusals {
            assert_eq!(read(text), Err(refusal), "{text}");
        }
    }

    #[test]
    fn a_year_of_two_digits_is_asked_about() {
        let reading = Reading::TwoDigitYear { day: 1, month: Month::October, two_digits: 67 };
        for text in ["1/10/67", "1 ต.ค. 67", "๑/๑๐/๖๗", "1-Oct-67", "1/10/67 0:00"] {
            assert_eq!(read(text), Ok(reading), "{text}");
        }
        assert_eq!(reading.in_era(Era::Buddhist), Ok(date(2024, 10, 1)));
        assert_eq!(reading.in_era(Era::Common), Ok(date(1967, 10, 1)));
    }

    #[test]
    fn a_leap_day_of_two_digits_is_checked_once_the_era_is_known() {
        let leap_day = Reading::TwoDigitYear { day: 29, month: Month::February, two_digits: 67 };
        assert_eq!(read("29/2/67"), Ok(leap_day));
        assert_eq!(leap_day.in_era(Era::Buddhist), Ok(date(2024, 2, 29)));
        assert_eq!(leap_day.in_era(Era::Common), Err(Unreadable::NoSuchDay { day: 29 }));
        assert_eq!(Reading::Day(FIRST_OF_OCTOBER).in_era(Era::Common), Ok(FIRST_OF_OCTOBER));
    }

    prop_compose! {
        fn days()(since in 0..91_676) -> Date {
            date(1900, 1, 1).saturating_add(jiff::Span::new().days(since))
        }
    }

    #[test]
    fn the_days_tried_end_with_the_year_2150() {
        let last = date(1900, 1, 1).saturating_add(jiff::Span::new().days(91_675));
        assert_eq!(last, date(2150, 12, 31));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(day in days()) {
            let mut forms = vec![day.to_string(), day.strftime("%-d/%-m/%Y").to_string()];
            for language in Language::ALL {
                forms.push(dates::short(day, language));
                forms.push(dates::short_with_era(day, language));
                forms.push(dates::long(day, language));
                forms.push(dates::days(day, day, language));
            }
            for form in forms {
                for text in [plain(&form), thai(&form), form] {
                    prop_assert_eq!(read(&text), Ok(Reading::Day(day)), "{}", text);
                }
            }
        }

        #[test]
        fn no_text_makes_reading_fail(
            text in any::<String>(),
            like in "([0-9๐-๙]{1,5}|[/.:()-]| |ต\\.ค\\.|พ\\.ศ\\.|วันที่|oct|be){0,9}",
        ) {
            let _ = (read(&text), read(&like));
        }
    }
}
