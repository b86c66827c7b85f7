//! Asking: into the room, if it is open and has a place.

use super::{
    browser::Browser,
    question::{State, Text, WAITING_MOST},
    store::{self, Fresh},
};
use crate::{
    db::UrnConn,
    dice::Dice,
    ids::{LiveQuestionId, MeetingId},
    secrets::MasterKey,
};

pub struct Asked {
    /// Made of the form (`browser::question_of`), so that a question sent twice is one.
    pub id: LiveQuestionId,
    pub meeting: MeetingId,
    pub text: Text,
    pub browser: Browser,
}

#[derive(Debug, thiserror::Error)]
pub enum NotAsked {
    #[error("the room is closed")]
    Closed,
    #[error("too many wait")]
    Full,
    #[error("too many of this browser wait")]
    TooManyOfYours,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

pub fn ask(conn: &mut UrnConn, master: &MasterKey, asked: &Asked, dice: &mut Dice) -> Result<(), NotAsked> {
    let room = store::find(conn, asked.meeting)?.filter(|room| room.is_open).ok_or(NotAsked::Closed)?;
    if store::is_there(conn, asked.id)? {
        return Ok(());
    }
    let state = if room.is_moderated { State::Waiting } else { State::Shown };
    if store::count(conn, room.meeting, state)? >= WAITING_MOST {
        return Err(NotAsked::Full);
    }
    let places = asked.browser.places(master, room.meeting);
    let taken = store::taken_among(conn, &places)?;
    let place = places.iter().find(|place| !taken.contains(place)).ok_or(NotAsked::TooManyOfYours)?;
    let fresh = Fresh { id: asked.id, meeting: room.meeting, state, text: &asked.text, place };
    Ok(store::insert_question(conn, master, &fresh, dice)?)
}
