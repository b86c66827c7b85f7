//! Every question about activities to the register.

use diesel::{prelude::*, result::Error};

use super::{
    Activity, Around, Source, Span, Wanted,
    tables::{activities, activity_reports, left_out_meetings, left_out_surveys},
};
use crate::{
    db::RegisterConn,
    ids::{ActivityId, MeetingId, SurveyId},
};

type Row = (ActivityId, i32, String, Option<MeetingId>, Option<SurveyId>, Option<SurveyId>);

fn activity((id, edition, said, meeting, survey, evaluation): Row) -> QueryResult<Activity> {
    let said = serde_json::from_str(&said).map_err(|fault| Error::DeserializationError(fault.into()))?;
    let speaks_for = meeting.map(Source::Meeting).or_else(|| survey.map(Source::Survey));
    Ok(Activity { id, edition, wanted: Wanted { said, speaks_for, evaluation } })
}

/// In no order.
pub fn all(conn: &mut RegisterConn) -> QueryResult<Vec<Activity>> {
    let rows: Vec<Row> = activities::table.order(activities::id).load(&mut conn.sql)?;
    rows.into_iter().map(activity).collect()
}

pub fn find(conn: &mut RegisterConn, id: ActivityId) -> QueryResult<Option<Activity>> {
    let row: Option<Row> = activities::table.find(id).first(&mut conn.sql).optional()?;
    row.map(activity).transpose()
}

/// Which activity speaks for it.
pub(super) fn speaker(conn: &mut RegisterConn, source: Source) -> QueryResult<Option<ActivityId>> {
    match source {
        Source::Meeting(id) => {
            activities::table.filter(activities::meeting_id.eq(id)).select(activities::id).first(&mut conn.sql).optional()
        }
        Source::Survey(id) => {
            activities::table.filter(activities::survey_id.eq(id)).select(activities::id).first(&mut conn.sql).optional()
        }
    }
}

/// Takes the place of what is there, if anything is.
pub(super) fn keep(conn: &mut RegisterConn, activity: &Activity) -> QueryResult<()> {
    let Activity { id, edition, wanted } = activity;
    let said = serde_json::to_string(&wanted.said).map_err(|fault| Error::SerializationError(fault.into()))?;
    let (meeting, survey) = match wanted.speaks_for {
        Some(Source::Meeting(id)) => (Some(id), None),
        Some(Source::Survey(id)) => (None, Some(id)),
        None => (None, None),
    };
    let values = (
        activities::edition.eq(edition),
        activities::said.eq(said),
        activities::meeting_id.eq(meeting),
        activities::survey_id.eq(survey),
        activities::evaluation_id.eq(wanted.evaluation),
    );
    if diesel::update(activities::table.find(*id)).set(values.clone()).execute(&mut conn.sql)? > 0 {
        return Ok(());
    }
    diesel::insert_into(activities::table).values((activities::id.eq(*id), values)).execute(&mut conn.sql).map(drop)
}

pub(super) fn remove(conn: &mut RegisterConn, id: ActivityId) -> QueryResult<()> {
    diesel::delete(activities::table.find(id)).execute(&mut conn.sql).map(drop)
}

/// What reports pass over.
pub fn left_out(conn: &mut RegisterConn) -> QueryResult<Vec<Source>> {
    let meetings: Vec<MeetingId> = left_out_meetings::table.select(left_out_meetings::meeting_id).load(&mut conn.sql)?;
    let surveys: Vec<SurveyId> = left_out_surveys::table.select(left_out_surveys::survey_id).load(&mut conn.sql)?;
    Ok(meetings.into_iter().map(Source::Meeting).chain(surveys.into_iter().map(Source::Survey)).collect())
}

pub(super) fn leave_out(conn: &mut RegisterConn, source: Source) -> QueryResult<()> {
    match source {
        Source::Meeting(id) => {
            diesel::insert_into(left_out_meetings::table).values(left_out_meetings::meeting_id.eq(id)).execute(&mut conn.sql)
        }
        Source::Survey(id) => {
            diesel::insert_into(left_out_surveys::table).values(left_out_surveys::survey_id.eq(id)).execute(&mut conn.sql)
        }
    }
    .map(drop)
}

pub(super) fn take_back(conn: &mut RegisterConn, source: Source) -> QueryResult<()> {
    match source {
        Source::Meeting(id) => diesel::delete(left_out_meetings::table.find(id)).execute(&mut conn.sql),
        Source::Survey(id) => diesel::delete(left_out_surveys::table.find(id)).execute(&mut conn.sql),
    }
    .map(drop)
}

/// Nothing where nobody wrote anything.
pub fn around(conn: &mut RegisterConn, span: Span) -> QueryResult<Around> {
    let row: Option<(i32, String, String)> = activity_reports::table
        .find((i32::from(span.year.number()), span.part.code()))
        .select((activity_reports::edition, activity_reports::opening, activity_reports::closing))
        .first(&mut conn.sql)
        .optional()?;
    Ok(row.map(|(edition, opening, closing)| Around { edition, opening, closing }).unwrap_or_default())
}

pub(super) fn write_around(conn: &mut RegisterConn, span: Span, around: &Around) -> QueryResult<()> {
    let (year, part) = (i32::from(span.year.number()), span.part.code());
    let values = (
        activity_reports::edition.eq(around.edition),
        activity_reports::opening.eq(&around.opening),
        activity_reports::closing.eq(&around.closing),
    );
    if diesel::update(activity_reports::table.find((year, part))).set(values).execute(&mut conn.sql)? > 0 {
        return Ok(());
    }
    diesel::insert_into(activity_reports::table)
        .values((activity_reports::fiscal_year.eq(year), activity_reports::part.eq(part), values))
        .execute(&mut conn.sql)
        .map(drop)
}
