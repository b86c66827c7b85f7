//! The time of day: "13.30 น." and "13:30".
//!
//! Twenty-four hours, no seconds, no zones; whose midnight it is, the clock knows.

use super::{
    Language, Unreadable,
    digits::arabic,
    plain,
    runs::{
        Run::{self, Gap, Number as Digits},
        letters,
    },
};
use jiff::civil::Time;

/// "9.30 น." (held together by U+00A0), "09:30".
pub fn write(time: Time, language: Language) -> String {
    match language {
        Language::Thai => format!("{}.{:02}\u{A0}น.", time.hour(), time.minute()),
        Language::English => format!("{:02}:{:02}", time.hour(), time.minute()),
    }
}

/// Reads "9.30 น.", "๙.๓๐", "09:30"; 24.00 is refused, since it may mean either midnight.
pub fn read(text: &str) -> Result<Time, Unreadable> {
    let text = arabic(&plain(text));
    let text = text.trim();
    if text.is_empty() {
        return Err(Unreadable::Empty);
    }
    let time = text.strip_suffix("น.").or_else(|| text.strip_suffix('น')).unwrap_or(text);
    let (hour, minute) = time.trim().split_once(['.', ':']).ok_or(Unreadable::NotATime)?;
    if minute.len() != 2 {
        return Err(Unreadable::NotATime);
    }
    Time::new(number(hour)?, number(minute)?, 0, 0).map_err(|_| Unreadable::NoSuchTime)
}

/// Refuses what follows a day unless it is nothing, or the time on a clock in its own zone.
pub(super) fn only_time(after: &[Run]) -> Result<(), Unreadable> {
    let (hour, minute, rest) = match after {
        [] => return Ok(()),
        [Gap(before), Digits(hour), Gap("." | ":"), Digits(minute), rest @ ..]
            if matches!(before.trim(), "" | "t" | "," | "เวลา") =>
        {
            (hour.value, minute.value, rest)
        }
        _ => return Err(Unreadable::NotADate),
    };
    let (second, rest) = match rest {
        [Gap(":"), Digits(second), Gap("."), Digits(_), rest @ ..] | [Gap(":"), Digits(second), rest @ ..] => {
            (second.value, rest)
        }
        _ => (0, rest),
    };
    match rest {
        [] => {}
        [Gap(end)] if matches!(letters(end).as_str(), "น" | "am" | "pm") => {}
        _ => return Err(Unreadable::NotADate),
    }
    if hour < 24 && minute < 60 && second < 60 { Ok(()) } else { Err(Unreadable::NoSuchTime) }
}

fn number(digits: &str) -> Result<i8, Unreadable> {
    let digits_only = matches!(digits.len(), 1..=2) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| digits_only).ok_or(Unreadable::NotATime)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::digits::thai;
    use jiff::civil::time;
    use proptest::prelude::*;

    #[test]
    fn thai_writes_a_dot_and_english_a_colon() {
        assert_eq!(write(time(13, 30, 0, 0), Language::Thai), "13.30\u{A0}น.");
        assert_eq!(write(time(9, 5, 0, 0), Language::Thai), "9.05\u{A0}น.");
        assert_eq!(write(time(9, 5, 0, 0), Language::English), "09:05");
    }

    #[test]
    fn what_is_no_time_is_refused_with_its_reason() {
        assert_eq!(read(" "), Err(Unreadable::Empty));
        assert_eq!(read("24.00 น."), Err(Unreadable::NoSuchTime));
        assert_eq!(read("9.60"), Err(Unreadable::NoSuchTime));
        for text in ["9", "9.3", "+9.30", "9.+3", "เช้า", "9.30.15", "009.30", "."] {
            assert_eq!(read(text), Err(Unreadable::NotATime), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(hour in 0_i8..24, minute in 0_i8..60) {
            let time = time(hour, minute, 0, 0);
            for language in Language::ALL {
                let written = write(time, language);
                prop_assert_eq!(read(&written), Ok(time));
                prop_assert_eq!(read(&thai(&plain(&written))), Ok(time));
            }
        }

        #[test]
        fn nothing_makes_reading_fail(text in any::<String>(), like in "[0-9๐-๙.: น]{0,8}") {
            let _ = (read(&text), read(&like));
        }
    }
}
