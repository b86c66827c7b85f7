//! A number as people type it, exact: 12.5 is 125 tenths, never a binary fraction.

use std::{cmp::Ordering, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::language::arabic;

/// At most fifteen digits, at most six of them behind the point; zeros at the end are dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i64,
    decimals: u8,
}

impl Decimal {
    pub const DIGITS: usize = 15;
    pub const DECIMALS: u8 = 6;

    pub const fn whole(number: i32) -> Self {
        Self { units: number as i64, decimals: 0 }
    }

    /// Digits behind the point.
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// In millionths, which every number of ours is a whole number of.
    pub fn millionths(self) -> i128 {
        i128::from(self.units) * 10_i128.pow(u32::from(Self::DECIMALS.saturating_sub(self.decimals)))
    }
}

/// What was typed is no number of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a number of at most fifteen digits is expected, at most six of them behind the point")]
pub struct NotANumber;

impl FromStr for Decimal {
    type Err = NotANumber;

    /// Reads Thai digits, and commas between thousands.
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let text = arabic(text.trim());
        let (sign, digits) = match text.strip_prefix(['-', '−']) {
            Some(digits) => (-1, digits),
            None => (1, text.as_str()),
        };
        let (whole, behind) = digits.split_once('.').unwrap_or((digits, ""));
        let whole = ungrouped(whole).ok_or(NotANumber)?;
        let behind = behind.trim_end_matches('0');
        let all_digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
        let is_number = !whole.is_empty() && all_digits(&whole) && all_digits(behind) && !digits.ends_with('.');
        let written = format!("{whole}{behind}");
        let decimals = u8::try_from(behind.len()).ok().filter(|decimals| *decimals <= Self::DECIMALS).ok_or(NotANumber)?;
        if !is_number || written.trim_start_matches('0').len() > Self::DIGITS {
            return Err(NotANumber);
        }
        let units: i64 = written.parse().map_err(|_| NotANumber)?;
        Ok(Self { units: sign * units, decimals })
    }
}

/// Without the commas, if they stand where commas stand.
fn ungrouped(whole: &str) -> Option<String> {
    if !whole.contains(',') {
        return Some(whole.to_owned());
    }
    let mut groups = whole.split(',');
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
    (first && groups.all(|group| group.len() == 3)).then(|| whole.replace(',', ""))
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = usize::from(self.decimals) + 1);
        let (whole, behind) = digits.split_at(digits.len() - usize::from(self.decimals));
        let point = if behind.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{behind}")
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.millionths().cmp(&other.millionths())
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, written) in
            [("12", "12"), ("๑๒.๕๐", "12.5"), ("1,234,567.25", "1234567.25"), ("-0.5", "-0.5"), ("007", "7"), ("-0", "0")]
        {
            assert_eq!(typed.parse::<Decimal>().unwrap().to_string(), written, "{typed}");
        }
        for typed in ["", "-", ".5", "5.", "1,23", "1,2345", "12e3", "1 2", "0x1", "1.1234567", "1234567890123456"] {
            assert_eq!(typed.parse::<Decimal>(), Err(NotANumber), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_and_keeps_its_order(one in -999_999_999_i64..999_999_999, other in -999_999_999_i64..999_999_999) {
            let number = |millionths: i64| {
                let sign = if millionths < 0 { "-" } else { "" };
                let text = format!("{sign}{}.{:06}", millionths.abs() / 1_000_000, millionths.abs() % 1_000_000);
                text.parse::<Decimal>().unwrap()
            };
            let (first, second) = (number(one), number(other));
            prop_assert_eq!(first.to_string().parse::<Decimal>().unwrap(), first);
            prop_assert_eq!(first.cmp(&second), one.cmp(&other));
            prop_assert_eq!(first.millionths(), i128::from(one));
        }
    }
}
