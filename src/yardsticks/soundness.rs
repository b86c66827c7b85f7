//! Whether a rating table can be kept: every result has one level and only one, every level can be reached, the
//! weights make a hundred, and the floor is a figure that can be shown.
//!
//! Says what is wrong first, and where. Alters nothing.

use super::{
    RatingTable, When,
    rating::{TOP, hundredths},
};
use crate::instruments::Decimal;

/// Why a table is not kept; levels counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    #[error("there are fewer than two levels")]
    Few,
    #[error("level {0} has no Thai name")]
    NameMissing(usize),
    #[error("level {0} has a bound that is no figure from 0 to 100 with two decimals")]
    BoundWrong(usize),
    #[error("level {0} ends before it begins")]
    Backwards(usize),
    #[error("levels {0} and {1} share figures")]
    Overlap(usize, usize),
    #[error("level {0} can never be reached")]
    NeverReached(usize),
    /// In hundredths.
    #[error("nothing is said of {least} as the lowest and {total} in total")]
    Gap { least: i64, total: i64 },
    #[error("the weights make {0} and not 100")]
    WeightsWrong(u32),
    #[error("the floor is no figure from 0 to 100 with two decimals")]
    FloorWrong,
}

impl RatingTable {
    /// Refuses a table that leaves a result without a level, that says two things of one, or that
    /// has a level nobody can reach.
    pub fn check(&self) -> Result<(), Unsound> {
        if self.levels.len() < 2 {
            return Err(Unsound::Few);
        }
        for (at, level) in self.levels.iter().enumerate() {
            if level.name.th.trim().is_empty() {
                return Err(Unsound::NameMissing(at));
            }
            let bounds: Vec<_> = level.when.bounds().into_iter().map(hundredths).collect();
            match bounds.as_slice() {
                [Some(from), Some(to)] if from > to => return Err(Unsound::Backwards(at)),
                bounds if bounds.contains(&None) => return Err(Unsound::BoundWrong(at)),
                _ => {}
            }
        }
        self.check_overlaps()?;
        self.check_reach()?;
        match self.weights.sum() {
            100 if self.floor.is_none_or(is_displayed) => Ok(()),
            100 => Err(Unsound::FloorWrong),
            sum => Err(Unsound::WeightsWrong(sum)),
        }
    }

    /// “At least” follows “at least” on purpose: the first that holds counts. A range says where it
    /// ends, so it must not begin or end inside another, nor reach into an “at least” on either side.
    fn check_overlaps(&self) -> Result<(), Unsound> {
        for (at, level) in self.levels.iter().enumerate() {
            for (before, earlier) in self.levels.iter().enumerate().take(at) {
                let shares = match (earlier.when, level.when) {
                    (When::TotalBetween { from, to }, When::TotalBetween { from: start, to: end }) => from <= end && start <= to,
                    (When::TotalAtLeast(from), When::TotalBetween { to, .. })
                    | (When::TotalBetween { to, .. }, When::TotalAtLeast(from)) => from <= to,
                    _ => false,
                };
                if shares {
                    return Err(Unsound::Overlap(before, at));
                }
            }
        }
        Ok(())
    }

    /// What holds changes at a bound only, so figures at bounds and beside them stand for all.
    fn check_reach(&self) -> Result<(), Unsound> {
        let bounds = self.levels.iter().flat_map(|level| level.when.bounds()).filter_map(hundredths);
        let mut figures: Vec<i64> = bounds.flat_map(|bound| [bound - 1, bound, bound + 1]).chain([0, TOP]).collect();
        figures.retain(|figure| (0..=TOP).contains(figure));
        figures.sort_unstable();
        figures.dedup();
        let mut reached = vec![false; self.levels.len()];
        for total in &figures {
            // The lowest of several is never above their weighted mean.
            for least in figures.iter().take_while(|least| *least <= total) {
                let level = self.first(*least, *total).ok_or(Unsound::Gap { least: *least, total: *total })?;
                if let Some(slot) = reached.get_mut(level) {
                    *slot = true;
                }
            }
        }
        match reached.iter().position(|reached| !reached) {
            Some(level) => Err(Unsound::NeverReached(level)),
            None => Ok(()),
        }
    }
}

impl When {
    fn bounds(self) -> Vec<Decimal> {
        match self {
            Self::EveryAtLeast(from) | Self::TotalAtLeast(from) => vec![from],
            Self::TotalBetween { from, to } => vec![from, to],
            Self::Otherwise => Vec::new(),
        }
    }
}

/// Whether results can be shown as this figure.
pub(super) fn is_displayed(figure: Decimal) -> bool {
    hundredths(figure).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;
    use crate::{
        instruments::Text,
        yardsticks::{RatingLevel, Weights},
    };

    fn figure(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn in_hundredths(figure: i64) -> Decimal {
        format!("{}.{:02}", figure / 100, figure % 100).parse().unwrap()
    }

    fn table(levels: impl IntoIterator<Item = When>) -> RatingTable {
        let name = Text::new("ระดับ", "Level");
        let levels = levels.into_iter().map(|when| RatingLevel { name: name.clone(), when }).collect();
        RatingTable { weights: Weights::unsaid(), floor: None, levels }
    }

    fn between(from: &str, to: &str) -> When {
        When::TotalBetween { from: figure(from), to: figure(to) }
    }

    #[test]
    fn a_table_with_gaps_overlaps_or_dead_levels_is_refused() {
        let at_least = |text| When::TotalAtLeast(figure(text));
        let every = |text| When::EveryAtLeast(figure(text));
        for (levels, verdict) in [
            (vec![every("85"), at_least("85"), between("0", "84.99")], Ok(())),
            (vec![at_least("85"), between("70", "84.98"), When::Otherwise], Ok(())),
            (vec![at_least("85"), between("0", "84.98")], Err(Unsound::Gap { least: 0, total: 8499 })),
            (vec![at_least("85"), between("0.01", "84.99")], Err(Unsound::Gap { least: 0, total: 0 })),
            (vec![every("85"), between("0", "84.99")], Err(Unsound::Gap { least: 0, total: 8500 })),
            (vec![at_least("85"), between("0", "85")], Err(Unsound::Overlap(0, 1))),
            (vec![between("50", "100"), between("0", "50")], Err(Unsound::Overlap(0, 1))),
            (vec![between("50", "85"), at_least("85"), When::Otherwise], Err(Unsound::Overlap(0, 1))),
            (vec![between("50", "84.99"), at_least("85"), When::Otherwise], Ok(())),
            (vec![at_least("85"), at_least("90"), When::Otherwise], Err(Unsound::NeverReached(1))),
            (vec![at_least("85"), every("86"), When::Otherwise], Err(Unsound::NeverReached(1))),
            (vec![at_least("0"), When::Otherwise], Err(Unsound::NeverReached(1))),
            (vec![When::Otherwise, at_least("50")], Err(Unsound::NeverReached(1))),
            (vec![between("90", "80"), When::Otherwise], Err(Unsound::Backwards(0))),
            (vec![at_least("100.01"), When::Otherwise], Err(Unsound::BoundWrong(0))),
            (vec![at_least("85.005"), When::Otherwise], Err(Unsound::BoundWrong(0))),
            (vec![at_least("-1"), When::Otherwise], Err(Unsound::BoundWrong(0))),
            (vec![When::Otherwise], Err(Unsound::Few)),
        ] {
            assert_eq!(table(levels.clone()).check(), verdict, "{levels:?}");
        }
        let mut unnamed = table([at_least("50"), When::Otherwise]);
        unnamed.levels[1].name.th = " ".into();
        assert_eq!(unnamed.check(), Err(Unsound::NameMissing(1)));
    }

    #[test]
    fn weights_make_a_hundred_and_a_floor_is_a_figure_that_can_be_shown() {
        let with = |[iit, eit, oit]: [u32; 3], floor: Option<&str>| {
            let levels = table([When::TotalAtLeast(figure("85")), When::Otherwise]).levels;
            RatingTable { weights: Weights { iit, eit, oit }, floor: floor.map(figure), levels }.check()
        };
        for (weights, floor, verdict) in [
            ([30, 30, 40], Some("85"), Ok(())),
            ([0, 0, 100], Some("0"), Ok(())),
            ([50, 25, 25], Some("99.99"), Ok(())),
            ([50, 25, 25], None, Ok(())),
            ([30, 30, 39], None, Err(Unsound::WeightsWrong(99))),
            ([100, 100, 100], None, Err(Unsound::WeightsWrong(300))),
            ([u32::MAX, 101, 0], None, Err(Unsound::WeightsWrong(u32::MAX))),
            ([30, 30, 40], Some("100.01"), Err(Unsound::FloorWrong)),
            ([30, 30, 40], Some("-1"), Err(Unsound::FloorWrong)),
            ([30, 30, 40], Some("85.005"), Err(Unsound::FloorWrong)),
        ] {
            assert_eq!(with(weights, floor), verdict, "{weights:?} {floor:?}");
        }
    }

    fn when() -> impl Strategy<Value = When> {
        let figure = || (0_i64..=TOP).prop_map(in_hundredths);
        prop_oneof![
            figure().prop_map(When::EveryAtLeast),
            figure().prop_map(When::TotalAtLeast),
            (figure(), figure()).prop_map(|(one, other)| When::TotalBetween { from: one.min(other), to: one.max(other) }),
            Just(When::Otherwise),
        ]
    }

    proptest! {
        #[test]
        fn a_sound_table_has_a_level_for_every_result(
            levels in vec(when(), 1..4),
            results in vec((0_i64..=TOP, 0_i64..=TOP), 200),
        ) {
            // The last one catches what is left, so that many of these are sound.
            let table = table(levels.into_iter().chain([When::Otherwise]));
            if table.check().is_ok() {
                for (one, other) in results {
                    let (least, total) = (one.min(other), one.max(other));
                    prop_assert!(table.rate(&[in_hundredths(least)], in_hundredths(total)).is_some());
                }
            }
        }

        #[test]
        fn what_is_said_to_be_a_gap_is_one(levels in vec(when(), 2..5)) {
            let table = table(levels);
            if let Err(Unsound::Gap { least, total }) = table.check() {
                prop_assert!(least <= total);
                prop_assert_eq!(table.rate(&[in_hundredths(least)], in_hundredths(total)), None);
            }
        }
    }
}
