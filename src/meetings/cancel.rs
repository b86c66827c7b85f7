//! What becomes of an open session: its end is put off, it is cancelled, or it is over.

use diesel::QueryResult;

use super::{Hand, Meeting, Refusal, Stage, letters, store, waiting};
use crate::{
    accounts::{self, Deed},
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::MeetingId,
    people,
};

fn open(conn: &mut RegisterConn, id: MeetingId) -> Result<Meeting, Refusal> {
    let meeting = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    meeting.is_open()?;
    Ok(meeting)
}

/// The only thing of a notice that changes, and only to a later moment.
pub fn put_off(conn: &mut RegisterConn, hand: &Hand, id: MeetingId, closes: Moment) -> Result<(), Refusal> {
    let meeting = open(conn, id)?;
    let before = meeting.closes.ok_or(Refusal::NotNow)?;
    if meeting.is_past(hand.now) {
        return Err(Refusal::NotNow);
    }
    if closes <= before || closes <= hand.now {
        return Err(Refusal::NotLater);
    }
    store::put_off(conn, id, closes)?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::MeetingPutOff, &meeting.plan.title.th, hand.now)?)
}

/// Everybody who was invited is told, and their links lead nowhere any more.
pub fn cancel(conn: &mut RegisterConn, hand: &Hand, id: MeetingId, dice: &mut Dice) -> Result<(), Refusal> {
    let meeting = open(conn, id)?;
    let to = people::invited_with_address(conn, id)?.into_iter().map(|one| one.person).collect();
    letters::post(conn, hand.master, id, letters::Reason::Cancellation, to, hand.now, dice)?;
    end(conn, id, Stage::Cancelled)?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::MeetingCancelled, &meeting.plan.title.th, hand.now)?)
}

/// The standing clinic has no end of its own.
pub fn finish(conn: &mut RegisterConn, hand: &Hand, id: MeetingId) -> Result<(), Refusal> {
    let meeting = open(conn, id)?;
    if !meeting.plan.is_standing() {
        return Err(Refusal::NotNow);
    }
    end(conn, id, Stage::Over)?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::MeetingEnded, &meeting.plan.title.th, hand.now)?)
}

/// Its time has passed. Says whether this did it.
pub fn over(conn: &mut RegisterConn, id: MeetingId, now: Moment) -> QueryResult<bool> {
    let is_past = |meeting: &Meeting| meeting.stage == Stage::Open && meeting.is_past(now);
    if store::find(conn, id)?.as_ref().is_none_or(|meeting| !is_past(meeting)) {
        return Ok(false);
    }
    end(conn, id, Stage::Over).map(|()| true)
}

/// Who was invited and who took their seats is forgotten; whether they were enough is kept.
fn end(conn: &mut RegisterConn, id: MeetingId, stage: Stage) -> QueryResult<()> {
    let k_had_taken = waiting::have_k_taken(conn, id)?;
    store::end(conn, id, stage, k_had_taken)?;
    people::forget_seats(conn, id)
}
