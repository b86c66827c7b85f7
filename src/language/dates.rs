//! Days as people write them: `short`, `long`, ranges; [`read`] takes them back.
//!
//! Thai counts years in B.E., English in C.E. What is written is for the screen: U+00A0 and U+2060
//! keep a date on one line, [`plain`](super::plain) removes them for letters and files. Digits are
//! Arabic. Does not know what day it is today.

use super::{
    Language, MonthOfYear, th,
    weekdays::name,
    years::{buddhist, counted},
};
use jiff::civil::Date;

pub use super::dates_read::read;

/// "30 มิ.ย. 2569", "30 Jun 2026".
pub fn short(day: Date, language: Language) -> String {
    format!("{}\u{A0}{}", day.day(), MonthOfYear::of(day).short(language))
}

/// "30 Jun 2026 (B.E. 2569)" for English pages; the Thai form has its era anyway.
pub fn short_with_era(day: Date, language: Language) -> String {
    match language {
        Language::Thai => short(day, language),
        Language::English => {
            format!("{}\u{A0}(B.E.\u{A0}{})", short(day, language), buddhist(day.year()))
        }
    }
}

/// "วันอังคารที่ 30 มิถุนายน พ.ศ. 2569", "Tuesday 30 June 2026".
pub fn long(day: Date, language: Language) -> String {
    let (before, after, era) = match language {
        Language::Thai => (th!("วัน"), th!("ที่_"), th!("พ.ศ._")),
        Language::English => ("", "\u{A0}", ""),
    };
    format!(
        "{before}{}{after}{}\u{A0}{}\u{A0}{era}{}",
        name(day.weekday(), language),
        day.day(),
        MonthOfYear::of(day).month().full(language),
        counted(day.year(), language),
    )
}

/// "1–30 มิ.ย. 2569", "16 ม.ค. – 3 ก.พ. 2566"; only what differs is said twice.
pub fn days(first: Date, last: Date, language: Language) -> String {
    range(first, last, "\u{2060}–\u{2060}", language)
}

/// "ต.ค. 2565 – มี.ค. 2566", "ต.ค. – ธ.ค. 2565"; only what differs is said twice.
pub fn months(first: MonthOfYear, last: MonthOfYear, language: Language) -> String {
    let end = last.short(language);
    if first == last {
        end
    } else if first.first_day().year() == last.first_day().year() {
        format!("{}\u{A0}– {end}", first.month().short(language))
    } else {
        format!("{}\u{A0}– {end}", first.short(language))
    }
}

/// A range of days, with the dash to stand between two days of one month.
pub(super) fn range(first: Date, last: Date, dash: &str, language: Language) -> String {
    let month = MonthOfYear::of(first).month().short(language);
    let end = short(last, language);
    if first == last {
        end
    } else if first.first_of_month() == last.first_of_month() {
        format!("{}{dash}{end}", first.day())
    } else if first.year() == last.year() {
        format!("{}\u{A0}{month}\u{A0}– {end}", first.day())
    } else {
        format!("{}\u{A0}– {end}", short(first, language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::plain;
    use jiff::civil::date;

    const DAY: Date = date(2026, 6, 30);

    #[test]
    fn a_day_is_written_in_each_form_and_language() {
        let forms = [
            (short(DAY, Language::Thai), "30 มิ.ย. 2569"),
            (short(DAY, Language::English), "30 Jun 2026"),
            (short_with_era(DAY, Language::Thai), "30 มิ.ย. 2569"),
            (short_with_era(DAY, Language::English), "30 Jun 2026 (B.E. 2569)"),
            (long(DAY, Language::Thai), "วันอังคารที่ 30 มิถุนายน พ.ศ. 2569"),
            (long(DAY, Language::English), "Tuesday 30 June 2026"),
        ];
        for (written, expected) in forms {
            assert_eq!(plain(&written), expected);
            assert!(!written.contains(' '), "{written} stays on one line");
        }
    }

    #[test]
    fn a_range_of_days_says_only_once_what_is_the_same() {
        let thai = |first, last| plain(&days(first, last, Language::Thai));
        assert_eq!(thai(DAY, DAY), "30 มิ.ย. 2569");
        assert_eq!(thai(date(2026, 6, 1), DAY), "1–30 มิ.ย. 2569");
        assert_eq!(thai(date(2023, 1, 16), date(2023, 2, 3)), "16 ม.ค. – 3 ก.พ. 2566");
        assert_eq!(thai(date(2022, 12, 16), date(2023, 1, 3)), "16 ธ.ค. 2565 – 3 ม.ค. 2566");
        assert_eq!(thai(date(2025, 6, 1), DAY), "1 มิ.ย. 2568 – 30 มิ.ย. 2569");
    }

    #[test]
    fn a_range_of_months_says_only_once_what_is_the_same() {
        let month = |year, month| MonthOfYear::of(date(year, month, 1));
        let thai = |first, last| plain(&months(first, last, Language::Thai));
        assert_eq!(thai(month(2022, 10), month(2023, 3)), "ต.ค. 2565 – มี.ค. 2566");
        assert_eq!(thai(month(2022, 10), month(2022, 12)), "ต.ค. – ธ.ค. 2565");
        assert_eq!(thai(month(2022, 10), month(2022, 10)), "ต.ค. 2565");
    }

    #[test]
    fn a_range_may_break_after_its_dash_only() {
        let written = days(date(2023, 1, 16), date(2023, 2, 3), Language::Thai);
        assert_eq!(written.split(' ').count(), 2);
        assert!(written.contains("– "));
    }
}
