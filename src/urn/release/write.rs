//! Writing what was opened: answers under fresh ids, texts as orphans, tallies.
//!
//! Sorting by fresh random ids is the shuffle: every order is equally likely, and the order in which rows
//! lie is the one that their ids show anyway.

use std::collections::HashMap;

use diesel::QueryResult;

use super::{
    harvest::Harvest,
    partition::partition,
    store::{self, Fresh, Tally},
    texts,
};
use crate::{db::UrnConn, dice::Dice, ids::GroupId, papers::Paper};

/// Groups that stand now: for each stratum its own, and how many ballots that group has in all.
pub struct Groups {
    pub of: Vec<Option<GroupId>>,
    counted: HashMap<GroupId, u32>,
}

impl Groups {
    /// So that every group has k: strata are put together as the partition says.
    pub fn at_close(tallies: &[Tally], harvest: &Harvest, k: u32, dice: &mut Dice) -> Self {
        let totals = totals(tallies, harvest);
        let mut groups = Self { of: vec![None; tallies.len()], counted: HashMap::new() };
        for strata in partition(&totals, k) {
            // No two strata that were opened in blocks ever stand in one group: each has k of its own.
            let known = strata.iter().find_map(|at| tallies.get(*at)?.group);
            let group = known.unwrap_or_else(|| dice.id());
            let counted = strata.iter().filter_map(|at| totals.get(*at)).sum();
            groups.counted.insert(group, counted);
            for at in strata {
                if let Some(place) = groups.of.get_mut(at) {
                    *place = Some(group);
                }
            }
        }
        groups
    }

    /// Every stratum that has ballots stands for itself.
    pub fn of_their_own(tallies: &[Tally], harvest: &Harvest, dice: &mut Dice) -> Self {
        let mut groups = Self { of: Vec::new(), counted: HashMap::new() };
        for (tally, total) in tallies.iter().zip(totals(tallies, harvest)) {
            let group = tally.group.or_else(|| (total > 0).then(|| dice.id()));
            groups.counted.extend(group.map(|group| (group, total)));
            groups.of.push(group);
        }
        groups
    }

    pub fn of(&self, place: usize) -> Option<GroupId> {
        self.of.get(place).copied().flatten()
    }

    pub fn counted(&self, group: GroupId) -> u32 {
        self.counted.get(&group).copied().unwrap_or_default()
    }

    /// In the whole survey.
    pub fn all(&self) -> u32 {
        self.counted.values().sum()
    }
}

/// Of each stratum, with what was opened before.
fn totals(tallies: &[Tally], harvest: &Harvest) -> Vec<u32> {
    let before = tallies.iter().map(|tally| u32::try_from(tally.counted).unwrap_or_default());
    before.zip(&harvest.counted).map(|(before, now)| before + now).collect()
}

pub fn write(
    conn: &mut UrnConn,
    paper: &Paper,
    tallies: &[Tally],
    groups: &Groups,
    harvest: &Harvest,
    dice: &mut Dice,
) -> QueryResult<()> {
    store::spoil(conn, paper.survey, &harvest.spoilt_messages)?;
    let numbers = harvest.counted.iter().zip(&harvest.spoilt);
    let mut placed = Vec::new();
    for ((place, tally), (counted, spoilt)) in (0_i32..).zip(tallies).zip(numbers) {
        let group = usize::try_from(place).ok().and_then(|place| groups.of(place));
        store::tally(conn, tally.id, group, signed(*counted), signed(*spoilt))?;
        if let Some(group) = group.filter(|group| !placed.contains(group)) {
            store::put_group(conn, group, paper.survey, place, signed(groups.counted(group)))?;
            placed.push(group);
        }
    }
    let fresh = harvest
        .answers
        .iter()
        .filter_map(|(place, compact)| Some(Fresh { id: dice.bytes(), group: groups.of(*place)?, compact }));
    let mut fresh: Vec<_> = fresh.collect();
    fresh.sort_unstable_by_key(|answers| answers.id);
    store::insert_answers(conn, paper.survey, &fresh)?;
    texts::write(conn, paper, groups, harvest, dice)
}

fn signed(number: u32) -> i32 {
    number.try_into().unwrap_or(i32::MAX)
}
