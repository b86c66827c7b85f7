//! Every question about sessions to the register.

use diesel::{prelude::*, result::Error};

use super::{Meeting, Plan, Stage, meeting::Promised, tables::meetings};
use crate::{
    clock::Moment,
    db::RegisterConn,
    ids::MeetingId,
    notices::{Notice, NoticeHash},
    secrets::Sealed,
};

mod reports;

pub use reports::{keep_report, note_report_told, publish_report, report, reports_to_tell};

type Row = (MeetingId, String, String, Option<Moment>, Option<String>, Option<Vec<u8>>, i32);

macro_rules! columns {
    () => {
        (meetings::id, meetings::stage, meetings::plan, meetings::closes, meetings::notice, meetings::hash, meetings::invited)
    };
}

fn unreadable(what: &str) -> Error {
    Error::DeserializationError(format!("a session has no readable {what}").into())
}

fn meeting((id, stage, plan, closes, notice, hash, invited): Row) -> QueryResult<Meeting> {
    let promised = match (notice, hash) {
        (Some(text), Some(hash)) => {
            let Notice { opens, k, .. } = Notice::read(&text).map_err(|fault| Error::DeserializationError(fault.into()))?;
            let hash = NoticeHash::from_slice(&hash).ok_or_else(|| unreadable("hash"))?;
            Some(Promised { notice: text, hash, opens, k })
        }
        _ => None,
    };
    Ok(Meeting {
        id,
        stage: Stage::from_code(&stage).ok_or_else(|| unreadable("stage"))?,
        plan: serde_json::from_str(&plan).map_err(|fault| Error::DeserializationError(fault.into()))?,
        closes,
        promised,
        invited,
    })
}

fn written(plan: &Plan) -> QueryResult<String> {
    serde_json::to_string(plan).map_err(|fault| Error::SerializationError(fault.into()))
}

/// In no order.
pub fn all(conn: &mut RegisterConn) -> QueryResult<Vec<Meeting>> {
    let rows: Vec<Row> = meetings::table.select(columns!()).order(meetings::id).load(&mut conn.sql)?;
    rows.into_iter().map(meeting).collect()
}

pub fn find(conn: &mut RegisterConn, id: MeetingId) -> QueryResult<Option<Meeting>> {
    let row: Option<Row> = meetings::table.find(id).select(columns!()).first(&mut conn.sql).optional()?;
    row.map(meeting).transpose()
}

pub fn at_stage(conn: &mut RegisterConn, stage: Stage) -> QueryResult<Vec<Meeting>> {
    let rows: Vec<Row> =
        meetings::table.filter(meetings::stage.eq(stage.code())).select(columns!()).order(meetings::id).load(&mut conn.sql)?;
    rows.into_iter().map(meeting).collect()
}

pub fn insert(conn: &mut RegisterConn, id: MeetingId, plan: &Plan, closes: Option<Moment>) -> QueryResult<()> {
    diesel::insert_into(meetings::table)
        .values((
            meetings::id.eq(id),
            meetings::stage.eq(Stage::Draft.code()),
            meetings::plan.eq(written(plan)?),
            meetings::closes.eq(closes),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn change(conn: &mut RegisterConn, id: MeetingId, plan: &Plan, closes: Option<Moment>) -> QueryResult<()> {
    diesel::update(meetings::table.find(id))
        .set((meetings::plan.eq(written(plan)?), meetings::closes.eq(closes)))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn remove(conn: &mut RegisterConn, id: MeetingId) -> QueryResult<()> {
    diesel::delete(meetings::table.find(id)).execute(&mut conn.sql).map(drop)
}

/// From here on nothing of it changes.
pub fn promise(
    conn: &mut RegisterConn,
    id: MeetingId,
    notice: &str,
    hash: NoticeHash,
    key: Option<&Sealed>,
    closes: Option<Moment>,
) -> QueryResult<()> {
    diesel::update(meetings::table.find(id))
        .set((
            meetings::stage.eq(Stage::Opening.code()),
            meetings::notice.eq(notice),
            meetings::hash.eq(hash.as_bytes().as_slice()),
            meetings::signing_key.eq(key.map(Sealed::as_bytes)),
            meetings::closes_told.eq(closes),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn open(conn: &mut RegisterConn, id: MeetingId) -> QueryResult<()> {
    diesel::update(meetings::table.find(id)).set(meetings::stage.eq(Stage::Open.code())).execute(&mut conn.sql).map(drop)
}

pub fn note_invited(conn: &mut RegisterConn, id: MeetingId, more: i32) -> QueryResult<()> {
    diesel::update(meetings::table.find(id)).set(meetings::invited.eq(meetings::invited + more)).execute(&mut conn.sql).map(drop)
}

/// What signs seats, sealed; `None` before the opening, after the end, and where there are no seats.
pub fn signing_key(conn: &mut RegisterConn, id: MeetingId) -> QueryResult<Option<Vec<u8>>> {
    let key: Option<Option<Vec<u8>>> = meetings::table.find(id).select(meetings::signing_key).first(&mut conn.sql).optional()?;
    Ok(key.flatten())
}

/// Nobody signs anything of it again.
pub fn end(conn: &mut RegisterConn, id: MeetingId, stage: Stage, k_had_taken: bool) -> QueryResult<()> {
    diesel::update(meetings::table.find(id))
        .set((meetings::stage.eq(stage.code()), meetings::signing_key.eq(None::<Vec<u8>>), meetings::k_had_taken.eq(k_had_taken)))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn k_had_taken(conn: &mut RegisterConn, id: MeetingId) -> QueryResult<bool> {
    let kept: Option<bool> = meetings::table.find(id).select(meetings::k_had_taken).first(&mut conn.sql).optional()?;
    Ok(kept.unwrap_or_default())
}

pub fn put_off(conn: &mut RegisterConn, id: MeetingId, closes: Moment) -> QueryResult<()> {
    diesel::update(meetings::table.find(id)).set(meetings::closes.eq(closes)).execute(&mut conn.sql).map(drop)
}

/// Open, and the urn has not heard of its present end.
pub fn to_tell(conn: &mut RegisterConn) -> QueryResult<Vec<(MeetingId, Moment)>> {
    let rows: Vec<(MeetingId, Option<Moment>)> = meetings::table
        .filter(meetings::stage.eq(Stage::Open.code()))
        .filter(meetings::closes.ne(meetings::closes_told))
        .select((meetings::id, meetings::closes))
        .load(&mut conn.sql)?;
    Ok(rows.into_iter().filter_map(|(id, closes)| Some((id, closes?))).collect())
}

pub fn note_told(conn: &mut RegisterConn, id: MeetingId, closes: Moment) -> QueryResult<()> {
    diesel::update(meetings::table.find(id)).set(meetings::closes_told.eq(closes)).execute(&mut conn.sql).map(drop)
}

/// Ended, and the urn has not heard of it.
pub fn ends_to_tell(conn: &mut RegisterConn) -> QueryResult<Vec<(MeetingId, Stage)>> {
    let ended = [Stage::Over.code(), Stage::Cancelled.code()];
    let rows: Vec<(MeetingId, String)> = meetings::table
        .filter(meetings::stage.eq_any(ended).and(meetings::end_is_told.eq(false)))
        .select((meetings::id, meetings::stage))
        .load(&mut conn.sql)?;
    rows.into_iter().map(|(id, stage)| Ok((id, Stage::from_code(&stage).ok_or_else(|| unreadable("stage"))?))).collect()
}

pub fn note_end_told(conn: &mut RegisterConn, id: MeetingId) -> QueryResult<()> {
    diesel::update(meetings::table.find(id)).set(meetings::end_is_told.eq(true)).execute(&mut conn.sql).map(drop)
}
