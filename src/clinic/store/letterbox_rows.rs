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
    dice::Dice,
    ids::{MeetingId, WaitingId},
    secrets::MasterKey,
};

/// A message that nobody has read.
pub struct Waiting {
    pub id: WaitingId,
    pub meeting: MeetingId,
    pub way: Way,
    pub month: String,
    pub lock: Lock,
    pub sealed: Vec<u8>,
    /// Though fewer than k have taken their seats.
    pub may_go: bool,
}

type Row = (WaitingId, MeetingId, Way, String, Vec<u8>, Vec<u8>, Vec<u8>, bool);

pub fn insert_waiting(conn: &mut UrnConn, sealer: &MasterKey, waiting: &Waiting, dice: &mut Dice) -> QueryResult<()> {
    diesel::insert_into(letterbox::table)
        .values((
            letterbox::id.eq(waiting.id),
            letterbox::meeting_id.eq(waiting.meeting),
            letterbox::way.eq(waiting.way),
            letterbox::month.eq(&waiting.month),
            letterbox::locator.eq(&waiting.lock.locator),
            letterbox::lock.eq(waiting.lock.seal(sealer, waiting.id.as_bytes(), dice)),
            letterbox::sealed.eq(&waiting.sealed),
            letterbox::may_go.eq(waiting.may_go),
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

/// All of it, but what came by seats of other sessions than these and may not go.
pub fn waiting_of(conn: &mut UrnConn, sealer: &MasterKey, have_k: &[MeetingId]) -> QueryResult<Vec<Waiting>> {
    let is_hidden = letterbox::meeting_id.eq_any(have_k.to_vec());
    let may_go = letterbox::way.ne(Way::BySeat).or(letterbox::may_go).or(is_hidden);
    let rows: Vec<Row> = letterbox::table.filter(may_go).order(letterbox::id).load(&mut conn.sql)?;
    rows.into_iter().filter_map(|row| super::readable(read(sealer, row))).collect()
}

pub fn find_waiting(conn: &mut UrnConn, sealer: &MasterKey, id: WaitingId) -> QueryResult<Option<Waiting>> {
    let row: Option<Row> = letterbox::table.find(id).first(&mut conn.sql).optional()?;
    row.map(|row| read(sealer, row)).transpose()
}

fn read(sealer: &MasterKey, (id, meeting, way, month, locator, lock, text, may_go): Row) -> QueryResult<Waiting> {
    Ok(Waiting { id, meeting, way, month, lock: Lock::open(sealer, id.as_bytes(), locator, lock)?, sealed: text, may_go })
}

pub fn let_go(conn: &mut UrnConn, id: WaitingId) -> QueryResult<()> {
    diesel::update(letterbox::table.find(id)).set(letterbox::may_go.eq(true)).execute(&mut conn.sql).map(drop)
}

/// With its files. Says whether it was there.
pub fn delete_waiting(conn: &mut UrnConn, id: WaitingId) -> QueryResult<bool> {
    super::file_rows::delete_files_of_message(conn, id)?;
    Ok(diesel::delete(letterbox::table.find(id)).execute(&mut conn.sql)? > 0)
}

/// What a receipt that begins so may open.
pub fn locks_waiting(conn: &mut UrnConn, sealer: &MasterKey, locator: &[u8]) -> QueryResult<Vec<(WaitingId, Lock)>> {
    let rows: Vec<(WaitingId, Vec<u8>)> =
        letterbox::table.filter(letterbox::locator.eq(locator)).select((letterbox::id, letterbox::lock)).load(&mut conn.sql)?;
    rows.into_iter().map(|(id, lock)| Ok((id, Lock::open(sealer, id.as_bytes(), locator.to_vec(), lock)?))).collect()
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
