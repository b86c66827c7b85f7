//! Publications, in the urn.

use diesel::{prelude::*, result::Error};

use super::announcement::Publication;
use crate::{db::UrnConn, each_engine, ids::SurveyId, results::tables::publications};

pub fn find(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Option<Publication>> {
    let row: Option<(String, String)> = publications::table
        .find(survey)
        .select((publications::shows, publications::undertakings))
        .first(&mut conn.sql)
        .optional()?;
    let Some((shows, undertakings)) = row else { return Ok(None) };
    let broken = |fault| Error::DeserializationError(Box::new(fault));
    let undertakings = serde_json::from_str(&undertakings).map_err(broken)?;
    Ok(Some(Publication { shows: serde_json::from_str(&shows).map_err(broken)?, undertakings }))
}

/// Surveys of which there is one.
pub fn published(conn: &mut UrnConn) -> QueryResult<Vec<SurveyId>> {
    publications::table.select(publications::survey_id).load(&mut conn.sql)
}

/// In the place of what was there, if that is still `before`. Says whether it is written now.
pub fn keep(conn: &mut UrnConn, survey: SurveyId, before: Option<&Publication>, after: &Publication) -> QueryResult<bool> {
    let present = find(conn, survey)?;
    if present.as_ref() == Some(after) {
        return Ok(true);
    }
    if present.as_ref() != before {
        return Ok(false);
    }
    let text = |fault| Error::SerializationError(Box::new(fault));
    let shows = serde_json::to_string(&after.shows).map_err(text)?;
    let undertakings = serde_json::to_string(&after.undertakings).map_err(text)?;
    let said = (publications::shows.eq(shows), publications::undertakings.eq(undertakings));
    let row = (publications::survey_id.eq(survey), said.clone());
    each_engine!(&mut conn.sql, |it| diesel::insert_into(publications::table)
        .values(&row)
        .on_conflict(publications::survey_id)
        .do_update()
        .set(said)
        .execute(it))?;
    Ok(true)
}
