//! The marks on a line of scores, as every chart has them.

use super::axis::{HIGHEST, anchor, at, ticks};
use crate::results::figure::Score;

/// A line down the chart, or a number above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: String,
    pub text: String,
    pub anchor: &'static str,
}

impl Mark {
    pub fn of(score: &Score, decimals: u8, lowest: i64) -> Self {
        let along = score.along(lowest, HIGHEST);
        Self { at: at(score, lowest), text: score.shown(decimals), anchor: anchor(&along) }
    }
}

pub fn marks(lowest: i64) -> Vec<Mark> {
    ticks(lowest).into_iter().map(|tick| Mark::of(&Score::whole(tick), 0, lowest)).collect()
}
