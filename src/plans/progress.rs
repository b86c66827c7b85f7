//! How far a step has come: months in which it was done, its status, and what is said about a month.

use super::{
    Hand, Months, Note, Refusal, Status, Step,
    make::{note, whole},
    store,
};
use crate::{
    accounts::Deed,
    db::RegisterConn,
    dice::Dice,
    ids::{PlanId, StepId},
};

/// What somebody tells of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub done: Months,
    pub status: Status,
    /// A month and what is said about it.
    pub note: Option<(usize, String)>,
    /// Who says so, by name.
    pub by: String,
}

/// Of one step: a note for every week of a year, and some.
const NOTES_MOST: usize = 60;

/// A note is added to those that are there, so that two people may write at the same time.
pub fn note_progress(
    conn: &mut RegisterConn,
    hand: &Hand,
    (plan, id): (PlanId, StepId),
    seen: i32,
    told: &Told,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    let whole = whole(conn, hand, plan)?;
    let (of, place, present) = whole.step(id).ok_or(Refusal::NotFound)?;
    let is_changed = present.done != told.done || present.task.status != told.status;
    if is_changed && present.revision != seen {
        return Err(Refusal::Changed);
    }
    if is_changed {
        let mut after = Step { done: told.done, revision: present.revision + 1, ..present.clone() };
        after.task.status = told.status;
        store::update_step(conn, hand.master, of.id, place, &after, dice)?;
    }
    if told.note.is_some() && present.notes.len() >= NOTES_MOST {
        return Err(Refusal::Full);
    }
    if let Some((month, text)) = &told.note {
        let new = Note { id: dice.id(), month: *month, text: text.clone(), by: told.by.clone(), written: hand.now };
        store::insert_note(conn, id, &new)?;
    }
    if is_changed || told.note.is_some() {
        note(conn, hand, Deed::PlanFollowedUp, &whole.plan)?;
    }
    Ok(())
}
