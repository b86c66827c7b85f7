//! How many took part: of everybody, against the sample that is asked for, and in each group that is shown.

use super::Finding;
use crate::results::Round;

pub fn participation(round: &Round) -> Option<Finding> {
    let figures = &round.released.figures;
    // Where fewer than k answered, their number is not told.
    let is_known = figures.counted > 0;
    is_known.then(|| Finding::Participation {
        counted: figures.counted,
        roll: figures.roll.filter(|roll| *roll > 0),
        wanted: round.occasion.wanted_sample,
    })
}

/// Ballots only; nothing of what they said.
pub fn by_group(round: &Round) -> Option<Finding> {
    let groups = &round.released.figures.groups;
    let shown = groups.shown.iter().map(|group| (group.strata.clone(), group.counted)).collect::<Vec<_>>();
    (shown.len() > 1).then_some(Finding::GroupsTakingPart { groups: shown, hidden: groups.hidden.len() })
}
