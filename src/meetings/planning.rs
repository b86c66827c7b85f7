//! Planning a session, changing what is planned, and removing it, as long as nobody was invited.

use super::{Hand, Plan, Refusal, store};
use crate::{
    accounts::{self, Deed},
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::MeetingId,
};

fn closes(plan: &Plan) -> Option<Moment> {
    plan.closes.map(|seconds| Moment::from_micros(seconds.saturating_mul(1_000_000)))
}

pub fn plan(conn: &mut RegisterConn, hand: &Hand, plan: &Plan, dice: &mut Dice) -> Result<MeetingId, Refusal> {
    let id = dice.id();
    store::insert(conn, id, plan, closes(plan))?;
    accounts::note(conn, hand.master, hand.by, Deed::MeetingPlanned, &plan.title.th, hand.now)?;
    Ok(id)
}

pub fn change(conn: &mut RegisterConn, hand: &Hand, id: MeetingId, plan: &Plan) -> Result<(), Refusal> {
    let meeting = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    meeting.is_draft()?;
    if meeting.plan == *plan {
        return Ok(());
    }
    store::change(conn, id, plan, closes(plan))?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::MeetingChanged, &plan.title.th, hand.now)?)
}

pub fn remove(conn: &mut RegisterConn, hand: &Hand, id: MeetingId) -> Result<(), Refusal> {
    let meeting = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    meeting.is_draft()?;
    store::remove(conn, id)?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::MeetingRemoved, &meeting.plan.title.th, hand.now)?)
}
