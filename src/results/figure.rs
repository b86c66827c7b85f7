//! A figure as it may be shown, exact to the last rational, and what is made of several.
//!
//! Promises that the mean of nothing is nothing and never 0, that rounding happens once, when a figure is
//! written, and that a mean of figures tells no more than the figures themselves. Does not know what was
//! measured.

use num_rational::BigRational;
use num_traits::{Signed as _, ToPrimitive as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::instruments::{Decimal, Fraction};

/// From 0 to 100, or a difference of two such.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(Fraction);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Nobody answered.
    NoData,
    /// Somebody may have; fewer than k, or it would tell what so few said.
    TooFew,
    Exact(Score),
    /// So nearly everybody in so small a group said the same that the figure itself would tell what each did. Ends
    /// have no more than two decimals: see [`Figure::between`].
    Within {
        least: Score,
        most: Score,
    },
}

impl Score {
    pub fn new(fraction: Fraction) -> Self {
        Self(fraction)
    }

    pub fn whole(number: i64) -> Self {
        Self(Fraction::from_integer(number.into()))
    }

    pub fn from_hundredths(hundredths: i64) -> Self {
        Self(Fraction::new(hundredths.into(), 100.into()))
    }

    pub const fn fraction(&self) -> &Fraction {
        &self.0
    }

    /// Half up, away from nothing: 24.105 is 2411 hundredths.
    pub fn hundredths(&self) -> i64 {
        self.rounded(2)
    }

    /// In units of the last digit shown.
    pub fn rounded(&self, decimals: u8) -> i64 {
        let scale = Fraction::from_integer(10_i64.pow(u32::from(decimals)).into());
        // `round` takes halves away from nothing.
        (&self.0 * scale).round().to_integer().to_i64().unwrap_or_default()
    }

    /// To two decimals, and never above it, or never below it.
    fn down(&self) -> Self {
        let hundred = Fraction::from_integer(100.into());
        Self((&self.0 * &hundred).floor() / hundred)
    }

    fn up(&self) -> Self {
        let hundred = Fraction::from_integer(100.into());
        Self((&self.0 * &hundred).ceil() / hundred)
    }

    /// The whole number below it.
    pub fn floor(&self) -> i64 {
        self.0.floor().to_integer().to_i64().unwrap_or_default()
    }

    /// As it is displayed: `91.61`, with a true minus sign where it is negative.
    pub fn shown(&self, decimals: u8) -> String {
        let units = self.rounded(decimals);
        let sign = if units < 0 { "−" } else { "" };
        let width = usize::from(decimals) + 1;
        let digits = format!("{:0>width$}", units.unsigned_abs());
        let (whole, behind) = digits.split_at(digits.len() - usize::from(decimals));
        let point = if behind.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{behind}")
    }

    /// A difference, which says its direction: `+0.50`, `−0.20`, `0.00`.
    pub fn shown_signed(&self, decimals: u8) -> String {
        let sign = if self.rounded(decimals) > 0 { "+" } else { "" };
        format!("{sign}{}", self.shown(decimals))
    }

    /// As tables of ratings compare it: two decimals, and never finer.
    pub fn displayed(&self) -> Decimal {
        self.shown(2).parse().unwrap_or_default()
    }

    /// How far along a line from `lowest` to `highest`, in per cent, for drawing.
    #[must_use]
    pub fn along(&self, lowest: i64, highest: i64) -> Self {
        let span = Fraction::new(100.into(), (highest - lowest).max(1).into());
        Self((&self.0 - Fraction::from_integer(lowest.into())) * span)
    }

    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    /// How far apart the two are as they are shown, so that whoever subtracts what they read gets the same.
    #[must_use]
    pub fn apart_from(&self, other: &Self) -> Self {
        Self::from_hundredths(self.hundredths() - other.hundredths())
    }

    #[must_use]
    pub fn times(&self, fraction: &Fraction) -> Self {
        Self(&self.0 * fraction)
    }

    /// The mean of any number but none.
    pub fn mean<'it>(scores: impl IntoIterator<Item = &'it Self>) -> Option<Self> {
        let (sum, count) =
            scores.into_iter().fold((Fraction::from_integer(0.into()), 0_i64), |(sum, count), one| (sum + &one.0, count + 1));
        (count > 0).then(|| Self(sum / Fraction::from_integer(count.into())))
    }

    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }
}

impl Figure {
    /// A range as it is told: the lower end rounded down and the upper one up, so that it holds all that may be.
    /// Whoever writes an end, draws it or compares it has the same one.
    pub fn between(least: &Score, most: &Score) -> Self {
        Self::Within { least: least.down(), most: most.up() }
    }

    /// What is not shown is left out; where nothing is left, there is nothing.
    pub fn mean<'it>(figures: impl IntoIterator<Item = &'it Self>) -> Self {
        let (mut least, mut most, mut is_exact, mut has_too_few) = (Vec::new(), Vec::new(), true, false);
        for figure in figures {
            match figure {
                Self::NoData => {}
                Self::TooFew => has_too_few = true,
                Self::Exact(score) => {
                    least.push(score);
                    most.push(score);
                }
                Self::Within { least: from, most: to } => {
                    is_exact = false;
                    least.push(from);
                    most.push(to);
                }
            }
        }
        match (Score::mean(least), Score::mean(most)) {
            (Some(score), Some(_)) if is_exact => Self::Exact(score),
            (Some(least), Some(most)) => Self::between(&least, &most),
            _ if has_too_few => Self::TooFew,
            _ => Self::NoData,
        }
    }

    pub const fn exact(&self) -> Option<&Score> {
        match self {
            Self::Exact(score) => Some(score),
            _ => None,
        }
    }

    /// The lowest and the highest that it may be.
    pub const fn bounds(&self) -> Option<(&Score, &Score)> {
        match self {
            Self::Exact(score) => Some((score, score)),
            Self::Within { least, most } => Some((least, most)),
            Self::NoData | Self::TooFew => None,
        }
    }

    pub const fn is_shown(&self) -> bool {
        self.bounds().is_some()
    }

    /// How far apart two figures are as they are shown; nothing where one of them is no single number.
    pub fn apart_from(&self, other: &Self) -> Option<Score> {
        Some(self.exact()?.apart_from(other.exact()?))
    }
}

/// As `274818/3000` in lowest terms: no digit is lost on the way.
impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}/{}", self.0.numer(), self.0.denom()))
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (above, below) = text.split_once('/').ok_or_else(|| D::Error::custom("no fraction"))?;
        let whole = |text: &str| text.parse().map_err(D::Error::custom);
        let (above, below): (num_bigint::BigInt, num_bigint::BigInt) = (whole(above)?, whole(below)?);
        if !below.is_positive() {
            return Err(D::Error::custom("a fraction of nothing"));
        }
        Ok(Self(BigRational::new(above, below)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fraction(above: i64, below: i64) -> Score {
        Score::new(Fraction::new(above.into(), below.into()))
    }

    #[test]
    fn a_half_is_rounded_up_once_and_at_the_end() {
        for (above, below, shown) in [
            (24_105, 1_000, "24.11"),
            (84_995, 1_000, "85.00"),
            (84_994, 1_000, "84.99"),
            (245, 3, "81.67"),
            (900, 11, "81.82"),
            (-20, 100, "−0.20"),
            (-5, 1_000, "−0.01"),
            (-4, 1_000, "0.00"),
            (0, 1, "0.00"),
            (100, 1, "100.00"),
        ] {
            assert_eq!(fraction(above, below).shown(2), shown, "{above}/{below}");
        }
        assert_eq!(fraction(9_185, 100).shown(1), "91.9");
        assert_eq!(fraction(1, 200).shown_signed(2), "+0.01");
        assert_eq!(fraction(1, 201).shown_signed(2), "0.00");
    }

    #[test]
    fn five_indicators_of_a_finance_division_give_what_they_give() {
        let parts = [9_711, 9_008, 9_104, 8_799, 9_181].map(Score::from_hundredths);
        assert_eq!(Score::mean(&parts).unwrap().shown(2), "91.61");
        assert_eq!(Score::mean(parts.iter().filter(|part| part.hundredths() != 8_799)).unwrap().shown(2), "92.51");
    }

    #[test]
    fn the_mean_of_nothing_is_nothing_and_not_zero() {
        assert_eq!(Figure::mean(&[]), Figure::NoData);
        assert_eq!(Figure::mean(&[Figure::NoData, Figure::NoData]), Figure::NoData);
        assert_eq!(Figure::mean(&[Figure::NoData, Figure::TooFew]), Figure::TooFew);
        let some = Figure::Exact(Score::whole(80));
        assert_eq!(Figure::mean(&[Figure::NoData, some.clone(), Figure::TooFew]), some);
    }

    #[test]
    fn a_mean_is_as_unsure_as_what_it_is_made_of() {
        let band = Figure::Within { least: Score::whole(80), most: Score::whole(100) };
        let mean = Figure::mean(&[Figure::Exact(Score::whole(60)), band]);
        assert_eq!(mean, Figure::Within { least: Score::whole(70), most: Score::whole(80) });
    }

    #[test]
    fn a_range_is_never_told_narrower_than_it_is() {
        let band = Figure::Within { least: Score::whole(80), most: Score::whole(85) };
        let hundred = Figure::Exact(Score::whole(100));
        let Figure::Within { least, most } = Figure::mean([&band, &band, &hundred]) else { panic!() };
        assert_eq!([least.shown(2), most.shown(2)], ["86.66", "90.00"]);
        let from = fraction(200, 3);
        let Figure::Within { least, most } = Figure::between(&from, &from) else { panic!() };
        assert_eq!([least.shown(2), most.shown(2)], ["66.66", "66.67"]);
    }

    proptest! {
        #[test]
        fn what_is_stored_is_read_back_exactly(above in -1_000_000_i64..1_000_000, below in 1_i64..10_000) {
            let score = fraction(above, below);
            let json = serde_json::to_string(&score).unwrap();
            prop_assert_eq!(serde_json::from_str::<Score>(&json).unwrap(), score);
        }

        #[test]
        fn what_is_shown_is_never_further_off_than_half_of_its_last_digit(above in -1_000_000_i64..1_000_000, below in 1_i64..10_000) {
            let score = fraction(above, below);
            let off = (Score::from_hundredths(score.hundredths()).minus(&score)).fraction().abs();
            prop_assert!(off <= Fraction::new(1.into(), 200.into()));
        }
    }
}
