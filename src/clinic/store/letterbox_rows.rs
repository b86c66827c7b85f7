//! The letterbox, and when it is emptied.

use diesel::{
    dsl::{count_star, exists},
    prelude::*,
};

use crate::{
    clinic::{
        matter::Way,
        receipt::Lock,
        tables::{emptying, letterbox},
    },
    db::UrnConn,
    ids::{MeetingId, WaitingId},
};

/// A message that nobody has read.
pub struct Waiting {
    pub id: WaitingId,
    pub meeting: MeetingId,
    pub way: Way,
    pub month: String,
    pub lock: Lock,
    pub sealed: Vec<u8>,
}

type Row = (WaitingId, MeetingId, Way, String, Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>);

pub fn insert_waiting(conn: &mut UrnConn, waiting: &Waiting) -> QueryResult<()> {
    diesel::insert_into(letterbox::table)
        .values((
            letterbox::id.eq(waiting.id),
            letterbox::meeting_id.eq(waiting.meeting),
            letterbox::way.eq(waiting.way),
            letterbox::month.eq(&waiting.month),
            letterbox::locator.eq(&waiting.lock.locator),
            letterbox::salt.eq(&waiting.lock.salt),
            letterbox::secret.eq(&waiting.lock.secret),
            letterbox::sealed.eq(&waiting.sealed),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn is_any_waiting(conn: &mut UrnConn) -> QueryResult<bool> {
    diesel::select(exists(letterbox::table.select(letterbox::id))).get_result(&mut conn.sql)
}

pub fn count_waiting(conn: &mut UrnConn, meeting: MeetingId, way: Way) -> QueryResult<i64> {
    letterbox::table
        .filter(letterbox::meeting_id.eq(meeting).and(letterbox::way.eq(way)))
        .select(count_star())
        .first(&mut conn.sql)
}

/// Sessions of which something lies there.
pub fn waiting_meetings(conn: &mut UrnConn) -> QueryResult<Vec<MeetingId>> {
    letterbox::table.select(letterbox::meeting_id).distinct().order(letterbox::meeting_id).load(&mut conn.sql)
}

/// All of it, but what came by seats of other sessions than these.
pub fn waiting_of(conn: &mut UrnConn, have_k: &[MeetingId]) -> QueryResult<Vec<Waiting>> {
    let may_go = letterbox::way.ne(Way::BySeat).or(letterbox::meeting_id.eq_any(have_k.to_vec()));
    let rows: Vec<Row> = letterbox::table.filter(may_go).order(letterbox::id).load(&mut conn.sql)?;
    Ok(rows.into_iter().map(read).collect())
}

pub fn find_waiting(conn: &mut UrnConn, id: WaitingId) -> QueryResult<Option<Waiting>> {
    let row: Option<Row> = letterbox::table.find(id).first(&mut conn.sql).optional()?;
    Ok(row.map(read))
}

fn read((id, meeting, way, month, locator, salt, secret, sealed): Row) -> Waiting {
    Waiting { id, meeting, way, month, lock: Lock { locator, salt, secret }, sealed }
}

/// With its files. Says whether it was there.
pub fn delete_waiting(conn: &mut UrnConn, id: WaitingId) -> QueryResult<bool> {
    super::file_rows::delete_files_of_message(conn, id)?;
    Ok(diesel::delete(letterbox::table.find(id)).execute(&mut conn.sql)? > 0)
}

type LockRow = (WaitingId, Vec<u8>, Vec<u8>, Vec<u8>);

/// What a receipt that begins so may open.
pub fn locks_waiting(conn: &mut UrnConn, locator: &[u8]) -> QueryResult<Vec<(WaitingId, Lock)>> {
    let rows: Vec<LockRow> = letterbox::table
        .filter(letterbox::locator.eq(locator))
        .select((letterbox::id, letterbox::locator, letterbox::salt, letterbox::secret))
        .load(&mut conn.sql)?;
    Ok(rows.into_iter().map(|(id, locator, salt, secret)| (id, Lock { locator, salt, secret })).collect())
}

pub fn due(conn: &mut UrnConn) -> QueryResult<Option<String>> {
    emptying::table.find(1).select(emptying::due).first(&mut conn.sql).optional()
}

pub fn set_due(conn: &mut UrnConn, hour: &str) -> QueryResult<()> {
    let changed = diesel::update(emptying::table.find(1)).set(emptying::due.eq(hour)).execute(&mut conn.sql)?;
    if changed == 0 {
        diesel::insert_into(emptying::table)
            .values((emptying::only_row.eq(1), emptying::due.eq(hour)))
            .execute(&mut conn.sql)
            .map_err(super::again)?;
    }
    Ok(())
}
