//! What came of sessions: drafts, what was published of them, and how far the urn knows.

use diesel::{prelude::*, result::Error};

use crate::{
    db::RegisterConn,
    ids::{MeetingId, SurveyId},
    meetings::{
        report::{Published, Reported},
        tables::meeting_reports,
    },
    notices::Report,
};

type Row = (i32, String, Option<SurveyId>, Option<String>, i32);

fn read(text: &str) -> QueryResult<Report> {
    Report::read(text).map_err(|fault| Error::DeserializationError(fault.into()))
}

fn written(report: &Report) -> QueryResult<String> {
    report.write().map_err(|fault| Error::SerializationError(fault.into()))
}

pub fn report(conn: &mut RegisterConn, id: MeetingId) -> QueryResult<Option<Reported>> {
    let row: Option<Row> = meeting_reports::table
        .find(id)
        .select((
            meeting_reports::edition,
            meeting_reports::draft,
            meeting_reports::evaluation_id,
            meeting_reports::published,
            meeting_reports::published_edition,
        ))
        .first(&mut conn.sql)
        .optional()?;
    let Some((edition, draft, evaluation, published, of)) = row else { return Ok(None) };
    let published = match published {
        Some(text) => Some(Published { edition: of, report: read(&text)? }),
        None => None,
    };
    Ok(Some(Reported { edition, draft: read(&draft)?, evaluation, published }))
}

/// As a new edition of whatever is there.
pub fn keep_report(
    conn: &mut RegisterConn,
    id: MeetingId,
    edition: i32,
    draft: &Report,
    evaluation: Option<SurveyId>,
) -> QueryResult<()> {
    let draft = written(draft)?;
    let changed = diesel::update(meeting_reports::table.find(id))
        .set((
            meeting_reports::edition.eq(edition),
            meeting_reports::draft.eq(&draft),
            meeting_reports::evaluation_id.eq(evaluation),
        ))
        .execute(&mut conn.sql)?;
    if changed > 0 {
        return Ok(());
    }
    diesel::insert_into(meeting_reports::table)
        .values((
            meeting_reports::meeting_id.eq(id),
            meeting_reports::edition.eq(edition),
            meeting_reports::draft.eq(&draft),
            meeting_reports::evaluation_id.eq(evaluation),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn publish_report(conn: &mut RegisterConn, id: MeetingId, edition: i32, report: &Report) -> QueryResult<()> {
    diesel::update(meeting_reports::table.find(id))
        .set((meeting_reports::published.eq(written(report)?), meeting_reports::published_edition.eq(edition)))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Published, and the urn has not heard of this edition.
pub fn reports_to_tell(conn: &mut RegisterConn) -> QueryResult<Vec<MeetingId>> {
    meeting_reports::table
        .filter(meeting_reports::published_edition.gt(meeting_reports::told_edition))
        .select(meeting_reports::meeting_id)
        .load(&mut conn.sql)
}

pub fn note_report_told(conn: &mut RegisterConn, id: MeetingId, edition: i32) -> QueryResult<()> {
    diesel::update(meeting_reports::table.find(id).filter(meeting_reports::told_edition.lt(edition)))
        .set(meeting_reports::told_edition.eq(edition))
        .execute(&mut conn.sql)
        .map(drop)
}
