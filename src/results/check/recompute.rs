//! The same figure worked out again, exactly, and held against what was reported.

use super::{Explanation, explain};
use crate::{
    instruments::Fraction,
    results::{Target, figure::Score},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub lines: Vec<Line>,
    pub rule: Rule,
    pub reported: Option<Reported>,
    pub target: Option<Target>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// May be empty.
    pub label: String,
    pub score: Score,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Every line counts the same.
    Mean,
    /// In per cent, one for each line.
    Weighted(Vec<i64>),
}

/// A figure as it was written, with so many decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    pub score: Score,
    pub decimals: u8,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub exact: Score,
    pub verdict: Option<Verdict>,
    pub target: Option<TargetVerdict>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Same,
    /// What was reported is so much more or less than what was worked out, as both are shown.
    Differs {
        by: Score,
        why: Vec<Explanation>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetVerdict {
    pub target: Target,
    pub recomputed: bool,
    pub reported: Option<bool>,
}

/// `None` without lines, or where lines and weights are not equal in number.
pub fn recompute(check: &Check) -> Option<Outcome> {
    let scores: Vec<&Score> = check.lines.iter().map(|line| &line.score).collect();
    let exact = check.rule.of(&scores)?;
    let verdict = check.reported.as_ref().map(|reported| {
        if reported.is(&exact) {
            return Verdict::Same;
        }
        Verdict::Differs { by: reported.score.apart_from(&exact), why: explain::explain(check, reported, &exact) }
    });
    let target = check.target.as_ref().map(|target| TargetVerdict {
        target: target.clone(),
        recomputed: target.is_met(&exact),
        reported: check.reported.as_ref().map(|reported| target.is_met(&reported.score)),
    });
    Some(Outcome { exact, verdict, target })
}

impl Rule {
    pub fn of(&self, scores: &[&Score]) -> Option<Score> {
        match self {
            Self::Mean => Score::mean(scores.iter().copied()),
            Self::Weighted(weights) if weights.len() == scores.len() => Some(weighted(scores, weights)),
            Self::Weighted(_) => None,
        }
    }
}

fn weighted(scores: &[&Score], weights: &[i64]) -> Score {
    let nothing = Fraction::from_integer(0.into());
    let each = scores.iter().zip(weights).map(|(score, weight)| score.fraction() * Fraction::new((*weight).into(), 100.into()));
    Score::new(each.fold(nothing, |sum, one| sum + one))
}

impl Reported {
    /// Whether a figure, written with as many decimals, is this one.
    pub fn is(&self, exact: &Score) -> bool {
        exact.rounded(self.decimals) == self.score.rounded(self.decimals)
    }

    pub fn shown(&self) -> String {
        self.score.shown(self.decimals)
    }
}
