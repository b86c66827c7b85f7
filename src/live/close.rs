//! Closing a room, for good: nothing more is taken, every vote is forgotten, and so is what nobody was shown.
//! Questions that everybody saw stay for the summary, with figures that are of k people or more, in no order of asking.

use diesel::QueryResult;

use super::{mix::ARRIVING, store};
use crate::{
    db::{UrnConn, lay_out},
    ids::MeetingId,
};

/// Twice is once.
pub fn close(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<()> {
    let Some(room) = store::find(conn, meeting)?.filter(|room| room.is_open) else { return Ok(()) };
    store::shut_room(conn, meeting)?;
    store::forget(conn, meeting, room.k)?;
    lay_out(conn, &ARRIVING)
}
