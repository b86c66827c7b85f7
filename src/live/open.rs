//! Opening a room for a session. Twice is once; what was closed stays closed.

use diesel::QueryResult;

use super::{
    room::{Code, Room},
    store,
};
use crate::{db::UrnConn, dice::Dice, notices::Notice};

/// Of a million codes that many tries find a free one.
const TRIES: usize = 50;

pub fn open(conn: &mut UrnConn, notice: &Notice, dice: &mut Dice) -> QueryResult<Room> {
    if let Some(room) = store::find(conn, notice.meeting)? {
        return Ok(room);
    }
    let mut code = Code::random(dice);
    for _ in 0..TRIES {
        if !store::find_by_code(conn, &code)?.is_some_and(|other| other.is_open) {
            break;
        }
        code = Code::random(dice);
    }
    let room = Room {
        meeting: notice.meeting,
        code,
        title: notice.title.clone(),
        k: i32::try_from(notice.k).unwrap_or(i32::MAX).max(1),
        is_moderated: notice.is_moderated,
        is_open: true,
    };
    store::insert_room(conn, &room)?;
    Ok(room)
}
