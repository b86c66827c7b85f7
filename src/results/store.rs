//! Every question of this room to the urn.

use diesel::{prelude::*, result::Error};
use sha2::{Digest as _, Sha256};

use super::{
    figures::{FORM, Figures, Headline},
    tables::releases,
};
use crate::{db::UrnConn, each_engine, ids::SurveyId};

/// The figures of a survey as they were let out, before they are read. They never change: what is of the same
/// survey and digest is the same.
pub struct Record {
    text: String,
    pub digest: [u8; 32],
}

impl Record {
    pub fn figures(&self) -> QueryResult<Figures> {
        let figures: Option<Figures> = serde_json::from_str(&self.text).ok();
        figures.filter(|figures| figures.form == FORM).ok_or_else(|| broken(OF_OTHER_FORM))
    }

    pub fn headline(&self) -> QueryResult<Headline> {
        let headline: Option<Headline> = serde_json::from_str(&self.text).ok();
        headline.filter(|headline| headline.form == FORM).ok_or_else(|| broken(OF_OTHER_FORM))
    }
}

const OF_OTHER_FORM: &str = "figures are not of a form that this version knows";

/// `None` before figures are let out.
pub fn record(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Option<Record>> {
    let row: Option<(String, Vec<u8>)> =
        releases::table.find(survey).select((releases::figures, releases::digest)).first(&mut conn.sql).optional()?;
    let Some((text, written)) = row else { return Ok(None) };
    let digest: [u8; 32] = Sha256::digest(&text).into();
    if written != digest[..] {
        return Err(broken("figures that were let out are not what they were"));
    }
    Ok(Some(Record { text, digest }))
}

/// The figures of a survey as they were let out; `None` before that.
pub fn figures(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Option<Figures>> {
    record(conn, survey)?.map(|record| record.figures()).transpose()
}

fn broken(what: &str) -> Error {
    Error::DeserializationError(what.to_owned().into())
}

/// Those of which they were.
pub fn settled(conn: &mut UrnConn) -> QueryResult<Vec<SurveyId>> {
    releases::table.select(releases::survey_id).load(&mut conn.sql)
}

/// Writes them down, unless any are written of this survey: what is written stays, since two releases would tell by
/// their differences too. Says whether these are what is written.
pub fn let_out(conn: &mut UrnConn, now: &Figures) -> QueryResult<bool> {
    let text = serde_json::to_string(now).map_err(|fault| Error::SerializationError(Box::new(fault)))?;
    let row =
        (releases::survey_id.eq(now.survey), releases::digest.eq(Sha256::digest(&text).to_vec()), releases::figures.eq(text));
    each_engine!(&mut conn.sql, |it| diesel::insert_into(releases::table).values(&row).on_conflict_do_nothing().execute(it))?;
    Ok(figures(conn, now.survey)?.as_ref() == Some(now))
}
