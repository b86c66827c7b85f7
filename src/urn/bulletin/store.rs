//! Every question of the bulletin to the urn.

use std::collections::HashMap;

use diesel::{dsl::count_star, prelude::*, result::Error};

use crate::{
    credentials::verify::{Ballot, PreparedMessage},
    db::UrnConn,
    ids::{StratumId, SurveyId},
    urn::tables::{opened_ballots, papers, strata},
};

#[derive(Debug, Queryable)]
pub struct Released {
    pub paper: String,
    pub stage: String,
    /// The day of the close.
    pub closed: Option<String>,
    pub unopened: i32,
}

#[derive(Debug, Queryable)]
pub struct Numbers {
    pub id: StratumId,
    pub roll: i32,
    pub issued: i32,
    pub counted: i32,
    pub spoilt: i32,
    pub replaced: i32,
}

pub fn released(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Option<Released>> {
    papers::table
        .find(survey)
        .select((papers::paper, papers::stage, papers::closed, papers::unopened))
        .first(&mut conn.sql)
        .optional()
}

/// In the order of their places, which is that of the paper.
pub fn numbers(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Vec<Numbers>> {
    strata::table
        .filter(strata::survey_id.eq(survey))
        .select((strata::id, strata::roll, strata::issued, strata::counted, strata::spoilt, strata::replaced))
        .order(strata::place)
        .load(&mut conn.sql)
}

pub fn listed(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<HashMap<StratumId, i64>> {
    let rows: Vec<(StratumId, i64)> = opened_ballots::table
        .filter(opened_ballots::survey_id.eq(survey).and(opened_ballots::is_spoilt.eq(false)))
        .group_by(opened_ballots::stratum_id)
        .select((opened_ballots::stratum_id, count_star()))
        .load(&mut conn.sql)?;
    Ok(rows.into_iter().collect())
}

/// A page of those that are listed, in the order of their messages.
pub fn ballots_after(conn: &mut UrnConn, survey: SurveyId, after: &[u8], page: i64) -> QueryResult<Vec<Ballot>> {
    let rows: Vec<(Vec<u8>, StratumId, Vec<u8>)> = opened_ballots::table
        .filter(opened_ballots::survey_id.eq(survey).and(opened_ballots::is_spoilt.eq(false)))
        .filter(opened_ballots::message.gt(after))
        .select((opened_ballots::message, opened_ballots::stratum_id, opened_ballots::signature))
        .order(opened_ballots::message)
        .limit(page)
        .load(&mut conn.sql)?;
    rows.into_iter()
        .map(|(message, stratum, signature)| {
            let message = message.try_into().map_err(|_| Error::DeserializationError("a message is not 64 bytes long".into()))?;
            Ok(Ballot { stratum, message: PreparedMessage::from_bytes(message), signature: signature.into_boxed_slice() })
        })
        .collect()
}
