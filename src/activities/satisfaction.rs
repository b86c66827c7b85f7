//! Whether so many answers on so many levels can have given a figure.
//!
//! Every answer is one of a few numbers, so their mean is one of a few figures: 88.60 % is none of them for 69 answers
//! on five levels, whether levels count from 0 to 100 or as a part of the highest. Whoever types fewer decimals says less:
//! 88.4 % is what becomes of 88.41. Exact, in whole numbers.

use serde::{Deserialize, Serialize};

pub const LEVELS_LEAST: u32 = 2;
pub const LEVELS_MOST: u32 = 11;
pub const N_MOST: u32 = 100_000;
pub const QUESTIONS_MOST: u32 = 200;

/// A figure that somebody typed, with everything that it needs to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    /// Of a per cent, up to 10,000.
    pub hundredths: u32,
    pub decimals: Decimals,
    pub n: u32,
    pub levels: u32,
    pub questions: Questions,
    /// Where it is from; may be empty.
    pub source: String,
}

/// With how many decimals it was typed, and is shown again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decimals {
    Nought,
    One,
    Two,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Questions {
    /// Everybody answered so many.
    Known(u32),
    NotKnown,
}

/// No answers give it: the nearest below and above that some do, in hundredths of a per cent with as many decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Impossible {
    pub below: Option<u32>,
    pub above: Option<u32>,
}

impl Decimals {
    /// Hundredths of a per cent from one figure to the next.
    const fn step(self) -> u32 {
        match self {
            Self::Nought => 100,
            Self::One => 10,
            Self::Two => 1,
        }
    }
}

/// Whether the mean of some answers becomes this figure at so many decimals; a half goes up.
pub fn possible(hundredths: u32, decimals: Decimals, n: u32, questions: u32, levels: u32) -> Result<(), Impossible> {
    let answers = u64::from(n) * u64::from(questions);
    let highest = u64::from(levels);
    // From 0 to 100; and as a part of the highest, where the lowest is 1.
    let step = decimals.step();
    let whole = u64::from(10_000 / step);
    let scorings =
        [(highest - 1, 0), (highest, 1)].map(|(top, least)| Sums { top: answers * top, least: answers * least, whole });
    if answers == 0 || scorings.iter().any(|it| it.top == 0) {
        return Err(Impossible { below: None, above: None });
    }
    let wanted = u64::from(hundredths / step);
    let around = scorings.map(|sums| sums.around(wanted));
    if around.iter().any(|(below, above)| [below, above].contains(&&Some(wanted))) {
        return Ok(());
    }
    let small = |figure: Option<u64>| figure.and_then(|figure| u32::try_from(figure).ok()).map(|figure| figure * step);
    let below = around.iter().filter_map(|(below, _)| *below).max();
    let above = around.iter().filter_map(|(_, above)| *above).min();
    Err(Impossible { below: small(below), above: small(above) })
}

/// What all answers together can come to: from the least to the top, which is 100 %.
struct Sums {
    top: u64,
    least: u64,
    /// 100 % in the last decimal that was typed.
    whole: u64,
}

impl Sums {
    /// In the last decimal that was typed.
    const fn figure(&self, sum: u64) -> u64 {
        (2 * self.whole * sum + self.top) / (2 * self.top)
    }

    /// The figures nearest to one, below it or the same, and above it or the same.
    fn around(&self, wanted: u64) -> (Option<u64>, Option<u64>) {
        let near = wanted * self.top / self.whole;
        // Rounding moves it by less than one.
        let sums = near.saturating_sub(1).max(self.least)..=(near + 2).min(self.top);
        let nearest_least = (near < self.least).then_some(self.figure(self.least));
        let figures: Vec<u64> = sums.map(|sum| self.figure(sum)).chain(nearest_least).collect();
        let below = figures.iter().copied().filter(|figure| *figure <= wanted).max();
        let above = figures.iter().copied().filter(|figure| *figure >= wanted).min();
        (below, above)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{
        Decimals::{Nought, One, Two},
        *,
    };

    const ALL: [Decimals; 3] = [Nought, One, Two];

    #[test]
    fn sixty_nine_answers_to_one_question_of_five_levels_never_give_88_60() {
        let of_69 = |hundredths| possible(hundredths, Two, 69, 1, 5);
        assert_eq!(of_69(8_860), Err(Impossible { below: Some(8_841), above: Some(8_870) }));
        assert_eq!(of_69(8_841), Ok(()));
        assert_eq!(of_69(8_870), Ok(()), "306 of 345");
        assert_eq!(of_69(8_877), Ok(()), "245 of 276");
    }

    #[test]
    fn with_fewer_decimals_it_is_what_becomes_of_a_mean_at_as_many() {
        assert_eq!(possible(8_860, One, 69, 1, 5), Err(Impossible { below: Some(8_840), above: Some(8_870) }));
        assert_eq!(possible(8_840, One, 69, 1, 5), Ok(()), "88.41");
        assert_eq!(possible(8_840, Two, 69, 1, 5), Err(Impossible { below: Some(8_812), above: Some(8_841) }));
        assert_eq!(possible(8_900, Nought, 69, 1, 5), Ok(()), "88.70");
        assert_eq!(possible(8_900, Two, 69, 1, 5), Err(Impossible { below: Some(8_899), above: Some(8_913) }));
        // Of two answers on five levels: 0, 12.5, 20, 25, 30, 37.5, 40 and so on; a half goes up.
        assert_eq!(possible(1_300, Nought, 2, 1, 5), Ok(()));
        assert_eq!(possible(1_200, Nought, 2, 1, 5), Err(Impossible { below: Some(0), above: Some(1_300) }));
    }

    #[test]
    fn several_questions_can_give_it() {
        assert!(possible(8_860, Two, 69, 2, 5).is_err());
        assert_eq!(possible(8_860, Two, 69, 3, 5), Ok(()), "917 of 1,035");
    }

    #[test]
    fn ends_of_the_scale_are_found() {
        for decimals in ALL {
            assert_eq!(possible(0, decimals, 10, 1, 5), Ok(()));
            assert_eq!(possible(10_000, decimals, 10, 1, 5), Ok(()));
            assert_eq!(possible(5_000, decimals, 1, 1, 2), Ok(()), "the lower of two");
            assert_eq!(possible(100, decimals, 1, 1, 2), Err(Impossible { below: Some(0), above: Some(5_000) }));
            assert_eq!(possible(5_000, decimals, 0, 1, 5), Err(Impossible { below: None, above: None }));
        }
        assert_eq!(possible(9_999, Two, 1, 1, 11), Err(Impossible { below: Some(9_091), above: Some(10_000) }));
    }

    /// Every figure that some answers give at so many decimals.
    fn all(decimals: Decimals, n: u32, questions: u32, levels: u32) -> BTreeSet<u32> {
        let (answers, step) = (n * questions, decimals.step());
        let figure = |sum: u32, top: u32| (20_000 / step * sum + top) / (2 * top) * step;
        let from_nought = (0..=answers * (levels - 1)).map(|sum| figure(sum, answers * (levels - 1)));
        let from_one = (answers..=answers * levels).map(|sum| figure(sum, answers * levels));
        from_nought.chain(from_one).collect()
    }

    proptest! {
        #[test]
        fn it_agrees_with_trying_all_answers(
            typed in 0_u32..=10_000,
            decimals in prop::sample::select(ALL.to_vec()),
            n in 1_u32..80,
            questions in 1_u32..4,
            levels in 2_u32..=11,
        ) {
            let wanted = typed / decimals.step() * decimals.step();
            let all = all(decimals, n, questions, levels);
            let expected = if all.contains(&wanted) {
                Ok(())
            } else {
                Err(Impossible { below: all.range(..wanted).next_back().copied(), above: all.range(wanted..).next().copied() })
            };
            prop_assert_eq!(possible(wanted, decimals, n, questions, levels), expected);
        }

        #[test]
        fn what_answers_give_is_possible(n in 1_u32..400, questions in 1_u32..12, levels in 2_u32..=11, part in 0_u64..=1_000) {
            let top = u64::from(n * questions * (levels - 1));
            let sum = top * part / 1_000;
            for decimals in ALL {
                let step = u64::from(decimals.step());
                let figure = u32::try_from((20_000 / step * sum + top) / (2 * top) * step).unwrap();
                prop_assert_eq!(possible(figure, decimals, n, questions, levels), Ok(()));
            }
        }
    }
}
