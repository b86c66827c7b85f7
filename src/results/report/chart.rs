//! What a chart shows, before anybody draws it.

use crate::results::figure::{Figure, Score};

/// Figures on one line against a target: a dot, or a triangle below the target. The axis is cut, so dots and
/// never bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Against {
    /// States the finding.
    pub heading: String,
    pub caption: String,
    pub lowest: i64,
    pub highest: i64,
    pub target: Option<Score>,
    /// What the open circles are, if there are any.
    pub before: Option<Before>,
    pub now: String,
    pub rows: Vec<AgainstRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    pub label: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgainstRow {
    pub label: String,
    pub before: Option<Score>,
    /// Not shown: a hatched band.
    pub figure: Figure,
    /// As written beside it: the figure, the change, and how it stands.
    pub value: String,
    pub change: String,
    /// Whether it reaches the target; none where there is no target or no telling.
    pub is_met: Option<bool>,
    pub remark: String,
}

/// Distributions in the direction of the score, around a line in the middle of the scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    pub heading: String,
    pub caption: String,
    /// What the segments are, the lowest score first.
    pub legend: Vec<String>,
    pub rows: Vec<SpreadRow>,
    /// All of one hundred instead of around the middle.
    pub is_stacked: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadRow {
    pub label: String,
    /// A question whose words run the other way.
    pub is_reversed: bool,
    /// The lowest score first, reversed questions too; empty where none may be shown.
    pub segments: Vec<Segment>,
    pub value: String,
    pub remark: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Of all who answered it.
    pub per_cent: Score,
    pub people: u32,
}
