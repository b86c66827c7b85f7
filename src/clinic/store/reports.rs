//! What came of sessions, as everybody reads it.

use diesel::{prelude::*, result::Error};

use super::again;
use crate::{clinic::tables::told_reports, db::UrnConn, ids::MeetingId, notices::Report};

pub fn report(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<Option<Report>> {
    let text: Option<String> = told_reports::table.find(meeting).select(told_reports::report).first(&mut conn.sql).optional()?;
    text.map(|text| Report::read(&text).map_err(|fault| Error::DeserializationError(fault.into()))).transpose()
}

pub fn report_edition(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<Option<i32>> {
    told_reports::table.find(meeting).select(told_reports::edition).first(&mut conn.sql).optional()
}

pub fn insert_report(conn: &mut UrnConn, meeting: MeetingId, edition: i32, report: &str) -> QueryResult<()> {
    diesel::insert_into(told_reports::table)
        .values((told_reports::meeting_id.eq(meeting), told_reports::edition.eq(edition), told_reports::report.eq(report)))
        .execute(&mut conn.sql)
        .map(drop)
        .map_err(again)
}

/// Unless what is there is as new.
pub fn replace_report(conn: &mut UrnConn, meeting: MeetingId, edition: i32, report: &str) -> QueryResult<()> {
    diesel::update(told_reports::table.find(meeting).filter(told_reports::edition.lt(edition)))
        .set((told_reports::edition.eq(edition), told_reports::report.eq(report)))
        .execute(&mut conn.sql)
        .map(drop)
}
