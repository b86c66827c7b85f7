//! Every question of this room to the urn: here about notices and used rights; below about the letterbox, matters and
//! cards.

use diesel::{
    dsl::exists,
    prelude::*,
    result::{DatabaseErrorKind, Error},
};

use super::{
    matter::Way,
    posted::{Posted, Stage},
    tables::{letterbox, matters, notices, spent_seats, spent_vouchers},
};
use crate::{
    db::UrnConn,
    ids::MeetingId,
    notices::{Notice, NoticeHash},
};

mod cards;
mod file_rows;
mod letterbox_rows;
mod matter_rows;
mod past;
mod reports;

pub use cards::{all_cards, blank_card, card, card_of, keep_card, left_cards, toggle_vote, voted};
pub use file_rows::{SealedFile, bytes_of_files, bytes_of_files_waiting, delete_file, file, insert_file, is_there, labels};
pub use letterbox_rows::{
    Waiting, count_waiting, delete_waiting, due, find_waiting, insert_waiting, is_any_waiting, let_go, locks_waiting, set_due,
    waiting_meetings, waiting_of,
};
pub use matter_rows::{
    Brought, count_held_back, delete_matter, done_on, follow, freed_from, insert_matter, insert_remark, is_done, last_place,
    locks, matter, matters, open_on, remarks, set, waits,
};
pub use past::{forget_done, keep_done};
pub use reports::{insert_report, replace_report, report, report_edition};

type Row = (String, Option<i64>, Option<String>);

pub fn notice_text(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<Option<String>> {
    notices::table.find(meeting).select(notices::notice).first(&mut conn.sql).optional()
}

pub fn insert_notice(conn: &mut UrnConn, notice: &Notice, text: &str) -> QueryResult<()> {
    diesel::insert_into(notices::table)
        .values((
            notices::meeting_id.eq(notice.meeting),
            notices::notice.eq(text),
            notices::hash.eq(NoticeHash::of(text).as_bytes().as_slice()),
            notices::closes.eq(notice.closes),
            notices::removed.eq(0),
        ))
        .execute(&mut conn.sql)
        .map(drop)
        .map_err(again)
}

pub fn delete_notice(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<()> {
    diesel::delete(notices::table.find(meeting)).execute(&mut conn.sql).map(drop)
}

/// Whether a message came by it.
pub fn is_used(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<bool> {
    let waits = exists(letterbox::table.filter(letterbox::meeting_id.eq(meeting)));
    let is_there = exists(matters::table.filter(matters::meeting_id.eq(meeting)));
    let seats = exists(spent_seats::table.filter(spent_seats::meeting_id.eq(meeting)));
    let vouchers = exists(spent_vouchers::table.filter(spent_vouchers::meeting_id.eq(meeting)));
    diesel::select(waits.or(is_there).or(seats).or(vouchers)).get_result(&mut conn.sql)
}

pub fn end(conn: &mut UrnConn, meeting: MeetingId, stage: Stage) -> QueryResult<()> {
    diesel::update(notices::table.filter(notices::meeting_id.eq(meeting).and(notices::ended.is_null())))
        .set(notices::ended.eq(stage.code()))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn put_off(conn: &mut UrnConn, meeting: MeetingId, closes: i64) -> QueryResult<()> {
    diesel::update(notices::table.find(meeting)).set(notices::closes.eq(closes)).execute(&mut conn.sql).map(drop)
}

pub fn posted(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<Option<Posted>> {
    let row: Option<Row> = notices::table
        .find(meeting)
        .select((notices::notice, notices::closes, notices::ended))
        .first(&mut conn.sql)
        .optional()?;
    row.map(read).transpose()
}

pub fn all_posted(conn: &mut UrnConn) -> QueryResult<Vec<Posted>> {
    let rows: Vec<Row> = notices::table
        .select((notices::notice, notices::closes, notices::ended))
        .order(notices::meeting_id)
        .load(&mut conn.sql)?;
    rows.into_iter().map(read).collect()
}

fn read((text, closes, ended): Row) -> QueryResult<Posted> {
    let notice = Notice::read(&text).map_err(|fault| Error::DeserializationError(Box::new(fault)))?;
    Ok(Posted { notice, closes, ended: ended.as_deref().and_then(Stage::from_code) })
}

pub fn count_removal(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<()> {
    diesel::update(notices::table.find(meeting)).set(notices::removed.eq(notices::removed + 1)).execute(&mut conn.sql).map(drop)
}

/// By which content a right was used, if it was.
pub fn spent(conn: &mut UrnConn, way: Way, meeting: MeetingId, mark: &[u8]) -> QueryResult<Option<Vec<u8>>> {
    match way {
        Way::ByName => spent_vouchers::table.find((meeting, mark)).select(spent_vouchers::digest).first(&mut conn.sql).optional(),
        Way::BySeat | Way::OpenDoor => {
            spent_seats::table.find((meeting, mark)).select(spent_seats::digest).first(&mut conn.sql).optional()
        }
    }
}

/// Another server may have done it a moment ago: then it is looked at again.
pub fn spend(conn: &mut UrnConn, way: Way, meeting: MeetingId, mark: &[u8], digest: &[u8]) -> QueryResult<()> {
    let done = match way {
        Way::ByName => diesel::insert_into(spent_vouchers::table)
            .values((spent_vouchers::meeting_id.eq(meeting), spent_vouchers::mark.eq(mark), spent_vouchers::digest.eq(digest)))
            .execute(&mut conn.sql),
        Way::BySeat | Way::OpenDoor => diesel::insert_into(spent_seats::table)
            .values((spent_seats::meeting_id.eq(meeting), spent_seats::mark.eq(mark), spent_seats::digest.eq(digest)))
            .execute(&mut conn.sql),
    };
    done.map(drop).map_err(again)
}

/// What does not open, after a fault of the disk for instance, is left where it lies: it holds nothing else up.
pub fn readable<T>(read: QueryResult<T>) -> Option<QueryResult<T>> {
    if let Err(Error::DeserializationError(_)) = read {
        tracing::error!("a row of the clinic does not open; it is left where it lies");
        return None;
    }
    Some(read)
}

/// A lost race: the whole deed is done again.
fn again(fault: Error) -> Error {
    match fault {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, detail) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, detail)
        }
        other => other,
    }
}
