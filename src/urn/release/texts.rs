//! Which of the texts that were opened are kept, and in which group: those of twice k ballots, and of twice k that
//! were asked. The others are counted as withheld, and nobody reads them.

use std::collections::HashMap;

use diesel::QueryResult;

use super::{
    follow_up::FollowUp,
    harvest::Harvest,
    store::{self, FreshText},
    write::Groups,
};
use crate::{
    db::UrnConn,
    dice::Dice,
    ids::GroupId,
    instruments::Code,
    papers::{Comments, Paper},
};

pub fn write(conn: &mut UrnConn, paper: &Paper, groups: &Groups, harvest: &Harvest, dice: &mut Dice) -> QueryResult<()> {
    if paper.comments == Comments::Nowhere {
        return Ok(());
    }
    let crowds = Crowds::of(paper, groups, harvest);
    let kept = harvest.texts.iter().filter(|(place, item, _)| crowds.keep(*place, item));
    let mut fresh: Vec<_> = kept
        .map(|(place, item, text)| FreshText { id: dice.bytes(), group: crowds.group(*place), item: item.as_str(), text })
        .collect();
    fresh.sort_unstable_by_key(|text| text.id);
    store::insert_texts(conn, paper.survey, &fresh)?;
    let withheld = harvest.texts.len() - fresh.len();
    store::withhold_texts(conn, paper.survey, i32::try_from(withheld).unwrap_or(i32::MAX))
}

/// Those among whom a text is read: all, or everybody of a group, and of these the ones that are opened now.
struct Crowds<'it> {
    paper: &'it Paper,
    groups: &'it Groups,
    follow_ups: Vec<FollowUp>,
    ballots: HashMap<Option<GroupId>, u32>,
    asked: HashMap<(Option<GroupId>, &'it Code), u32>,
}

impl<'it> Crowds<'it> {
    fn of(paper: &'it Paper, groups: &'it Groups, harvest: &'it Harvest) -> Self {
        let follow_ups = FollowUp::all(&paper.instrument);
        let mut crowds = Self { paper, groups, follow_ups, ballots: HashMap::new(), asked: HashMap::new() };
        for (place, counted) in harvest.counted.iter().enumerate() {
            let group = crowds.group(place);
            *crowds.ballots.entry(group).or_default() += counted;
        }
        for ((place, item), asked) in &harvest.asked {
            let group = crowds.group(*place);
            *crowds.asked.entry((group, item)).or_default() += asked;
        }
        crowds
    }

    /// The one that a text is shown of; none where it is shown of all.
    fn group(&self, place: usize) -> Option<GroupId> {
        self.groups.of(place).filter(|_| self.paper.comments == Comments::Groups)
    }

    fn keep(&self, place: usize, item: &Code) -> bool {
        let (group, k) = (self.group(place), self.paper.k);
        let counted = match self.paper.comments {
            Comments::Groups => group.map_or(0, |group| self.groups.counted(group)),
            _ => self.groups.all(),
        };
        let follow_up = self.follow_ups.iter().find(|follow_up| follow_up.item == *item);
        let asked = self.asked.get(&(group, item)).copied().unwrap_or_default();
        let ballots = self.ballots.get(&group).copied().unwrap_or_default();
        counted >= k.saturating_mul(2) && follow_up.is_none_or(|it| it.is_kept(asked, ballots, k))
    }
}
