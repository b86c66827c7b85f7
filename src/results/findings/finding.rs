//! One thing worth saying, with its figures.

use crate::{
    ids::StratumId,
    instruments::Code,
    results::{
        figure::{Figure, Score},
        figures::Share,
        occasion::Target,
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nobody answered, or fewer than k did.
    NoAnswers {
        k: u32,
    },
    /// There are answers, and too few of everything that is rated.
    TooFew {
        k: u32,
    },
    Overall {
        figure: Figure,
        target: Option<Target>,
    },
    /// Indicators that reach the target, of those that can be told; and those that are furthest from it.
    Reached {
        target: Target,
        met: usize,
        of: usize,
        furthest: Vec<Gap>,
    },
    /// Indicators. Several where they are equal; none where it cannot be told.
    Extremes {
        highest: Vec<Standing>,
        lowest: Vec<Standing>,
    },
    /// Indicators below what is asked of each in that year, whatever the level of the whole.
    UnderFloor {
        floor: Score,
        parts: Vec<Standing>,
    },
    LowestItem {
        items: Vec<Standing>,
        subs: Vec<Standing>,
    },
    /// The furthest first.
    ItemsUnder {
        target: Target,
        items: Vec<Gap>,
    },
    /// Since the round before.
    Changed {
        since: String,
        overall: Change,
        parts: Vec<(Code, Change)>,
    },
    /// What was asked is not what was asked then.
    AskedOtherwise {
        since: String,
        scale: Vec<Code>,
        wording: Vec<Code>,
        is_another_set: bool,
    },
    /// Changes that one person could have made.
    SmallChange {
        since: String,
        weight: Score,
        overall: bool,
        parts: Vec<Code>,
    },
    WeightOfOne {
        weight: Score,
    },
    /// A reversed question with many at its best end, some at its worst and few between.
    Split {
        item: Code,
        sub: Option<Code>,
        worst: u32,
        best: u32,
        answers: u32,
        score: Score,
        turned: Score,
    },
    /// People who chose the worst of a reversed question, and the best of everything else in its part. `turned`:
    /// the score if these answers were turned around.
    Contrary {
        item: Code,
        sub: Option<Code>,
        share: Share,
        k: u32,
        turned: Option<(Score, Score)>,
    },
    /// People who chose the same place every time.
    Straight {
        share: Share,
        of: u32,
        k: u32,
    },
    Participation {
        counted: u32,
        roll: Option<u32>,
        wanted: Option<u32>,
    },
    GroupsTakingPart {
        groups: Vec<(Vec<StratumId>, u32)>,
        hidden: usize,
    },
}

/// An indicator or item with what it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub code: Code,
    pub figure: Figure,
}

/// How far below the target; where only a range is known, at least so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub code: Code,
    pub figure: Figure,
    pub gap: Score,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub from: Score,
    pub to: Score,
}

impl Finding {
    /// Whether it asks for care rather than tells how things stand.
    pub const fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::UnderFloor { .. }
                | Self::AskedOtherwise { .. }
                | Self::SmallChange { .. }
                | Self::Split { .. }
                | Self::Contrary { share: Share::Some(_) | Share::NearlyAll, .. }
                | Self::Straight { share: Share::Some(_) | Share::NearlyAll, .. }
        )
    }
}

impl Change {
    pub fn by(&self) -> Score {
        self.to.apart_from(&self.from)
    }
}
