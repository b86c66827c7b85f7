//! Planning the reminders of a survey: how often at most, how far apart, and when.

use super::{CountedFrom, Planned, Refusal, Rules, store};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::SurveyId,
    secrets::MasterKey,
    surveys,
};

/// A reminder as it is to be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NewPlanned {
    pub is_from_close: bool,
    pub days: i32,
    pub hour: i32,
}

impl NewPlanned {
    pub const fn counted_from(self) -> CountedFrom {
        if self.is_from_close { CountedFrom::Close } else { CountedFrom::Opening }
    }
}

/// Sets the rules, and plans anew what has not had its hour yet. What went out stays on the list.
#[expect(clippy::too_many_arguments, reason = "a deed with its hand, its clock and its dice")]
pub fn plan(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    id: SurveyId,
    rules: Rules,
    wanted: &[NewPlanned],
    now: Moment,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if survey.state.has_opened() && !survey.state.is_open() {
        return Err(Refusal::NotOpen);
    }
    store::set_rules(conn, id, rules)?;
    store::forget_planned(conn, id)?;
    let done = store::planned(conn, id)?;
    for one in wanted {
        let is_there = done.iter().any(|planned| planned.counted_from == one.counted_from() && planned.days == one.days);
        if !is_there {
            let planned =
                Planned { id: dice.id(), counted_from: one.counted_from(), days: one.days, hour: one.hour, outcome: None };
            store::insert_planned(conn, id, &planned)?;
        }
    }
    Ok(accounts::note(conn, master, by, Deed::RemindersPlanned, &survey.subject(), now)?)
}
