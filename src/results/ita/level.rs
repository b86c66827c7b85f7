//! The level of a total, why it is that one, and where rounding decided.

use super::Part;
use crate::{
    instruments::Decimal,
    results::{check, figure::Score},
    yardsticks::{RatingLevel, RatingTable, When},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level<'it> {
    pub level: &'it RatingLevel,
    pub reason: Reason,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    EveryAtLeast(Decimal),
    TotalAtLeast(Decimal),
    /// These keep it from the level above.
    PartsBelow(Vec<(Part, Score)>, Decimal),
    TotalBelow(Score, Decimal),
}

/// A figure that reaches a bound of the table as displayed, and does not exactly. No part: the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rounding {
    pub part: Option<Part>,
    pub exact: Score,
    pub bound: Decimal,
}

/// Levels are given on displayed figures.
pub fn rate<'it>(table: &'it RatingTable, parts: &[(Part, Score)], total: &Score) -> Option<Level<'it>> {
    let displayed: Vec<Decimal> = parts.iter().map(|(_, score)| score.displayed()).collect();
    let level = table.rate(&displayed, total.displayed())?;
    let place = table.levels.iter().position(|it| it == level)?;
    let above = place.checked_sub(1).and_then(|above| table.levels.get(above));
    let kept_from = above.and_then(|above| kept_from(above.when, parts, total));
    let own = || match level.when {
        When::EveryAtLeast(bound) => Reason::EveryAtLeast(bound),
        When::TotalAtLeast(bound) | When::TotalBetween { from: bound, .. } => Reason::TotalAtLeast(bound),
        When::Otherwise => Reason::TotalAtLeast(Decimal::whole(0)),
    };
    Some(Level { level, reason: kept_from.unwrap_or_else(own) })
}

fn kept_from(when: When, parts: &[(Part, Score)], total: &Score) -> Option<Reason> {
    match when {
        When::EveryAtLeast(bound) => {
            let below: Vec<_> = parts.iter().filter(|(_, score)| score.displayed() < bound).cloned().collect();
            (!below.is_empty()).then_some(Reason::PartsBelow(below, bound))
        }
        When::TotalAtLeast(bound) | When::TotalBetween { from: bound, .. } => {
            (total.displayed() < bound).then(|| Reason::TotalBelow(total.clone(), bound))
        }
        When::Otherwise => None,
    }
}

/// Where the exact figure would not have done.
pub fn rounded_up(table: &RatingTable, parts: &[(Part, Score)], total: &Score) -> Vec<Rounding> {
    let crosses = |score: &Score, bound: Decimal| score.displayed() >= bound && *score < check::score(bound);
    let mut found: Vec<Rounding> = Vec::new();
    for level in &table.levels {
        match level.when {
            When::EveryAtLeast(bound) => {
                let of_part = |(part, exact): &(Part, Score)| {
                    crosses(exact, bound).then(|| Rounding { part: Some(*part), exact: exact.clone(), bound })
                };
                found.extend(parts.iter().filter_map(of_part));
            }
            When::TotalAtLeast(bound) | When::TotalBetween { from: bound, .. } if crosses(total, bound) => {
                found.push(Rounding { part: None, exact: total.clone(), bound });
            }
            _ => {}
        }
    }
    found
}
