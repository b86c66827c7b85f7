//! Everything that is found of a round, the most important first.

use super::{Finding, answers, changes, standings, taking_part};
use crate::results::{Round, figure::Figure};

/// `earlier`: rounds by the same questionnaire in order, the latest last. This one and later ones are passed
/// over.
pub fn findings(round: &Round, earlier: &[Round]) -> Vec<Finding> {
    let figures = &round.released.figures;
    if figures.counted == 0 {
        let mut found = vec![Finding::NoAnswers { k: figures.k }];
        found.extend(taking_part::participation(round));
        return found;
    }
    let mut found = Vec::new();
    if figures.overall == Figure::TooFew {
        found.push(Finding::TooFew { k: figures.k });
    }
    found.extend(standings::of_round(round));
    found.extend(changes::since_last(round, earlier));
    found.extend(answers::of_round(round));
    found.extend(taking_part::participation(round));
    found.extend(taking_part::by_group(round));
    found
}

/// Without what stands in the figures at the top, in the headings of the charts of indicators and units, or where
/// rounds are compared.
pub fn beyond_headings(round: &Round, earlier: &[Round]) -> Vec<Finding> {
    let has_target = round.occasion.target.is_some();
    let is_said = |finding: &Finding| match finding {
        Finding::NoAnswers { .. }
        | Finding::TooFew { .. }
        | Finding::Overall { .. }
        | Finding::Reached { .. }
        | Finding::AskedOtherwise { .. }
        | Finding::WeightOfOne { .. }
        | Finding::Participation { .. }
        | Finding::GroupsTakingPart { .. } => true,
        Finding::Extremes { .. } => !has_target,
        _ => false,
    };
    findings(round, earlier).into_iter().filter(|finding| !is_said(finding)).collect()
}
