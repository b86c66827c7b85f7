//! Every question about papers and sealed ballots to the urn.

use std::collections::{HashMap, HashSet};

use diesel::{
    dsl::exists,
    prelude::*,
    result::{DatabaseErrorKind, Error},
};

use super::{
    Ballot,
    tables::{opened_ballots, papers, sealed_ballots, strata},
};
use crate::{
    credentials::verify::PreparedMessage,
    db::UrnConn,
    each_engine,
    ids::{StratumId, SurveyId},
    papers::{Paper, PaperHash, Release},
};

mod past;
mod released;
mod texts;

pub use past::{forget_answers, keeps_answers};
pub use released::{Anonymous, Released, all_released, answers_after, released};
pub use texts::{Sought, Written, count_texts, text_ids, text_ids_among, texts};

/// In one statement; SQLite takes no more than 32,766 values.
const BATCH: usize = 500;

/// Whether ballots are taken for a survey.
pub struct Standing {
    pub opens: i64,
    pub taken_until: i64,
    pub is_open: bool,
    pub in_blocks: bool,
}

/// A ballot in the urn. What is sealed in it is only there when it is new.
pub struct Held {
    pub stratum: StratumId,
    pub digest: Vec<u8>,
    pub superseded: Vec<u8>,
    pub replaced: i32,
    pub sealed: Vec<u8>,
}

#[derive(Clone, Debug, Queryable)]
pub struct PaperText {
    pub text: String,
    pub hash: Vec<u8>,
    pub closes: i64,
}

/// What has become of the ballot with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Sealed(StratumId),
    Released(StratumId),
}

/// The paper as it was put before staff; `None` before the opening.
pub fn paper_text(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Option<PaperText>> {
    papers::table.find(survey).select((papers::paper, papers::hash, papers::closes)).first(&mut conn.sql).optional()
}

pub fn paper_hash(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Option<Vec<u8>>> {
    papers::table.find(survey).select(papers::hash).first(&mut conn.sql).optional()
}

/// `open`, `closed` or `released`.
pub fn stage(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Option<String>> {
    papers::table.find(survey).select(papers::stage).first(&mut conn.sql).optional()
}

pub fn insert_paper(conn: &mut UrnConn, paper: &Paper, text: &str, closes: i64) -> QueryResult<()> {
    let grace = i64::from(paper.grace_minutes) * 60;
    diesel::insert_into(papers::table)
        .values((
            papers::survey_id.eq(paper.survey),
            papers::paper.eq(text),
            papers::hash.eq(PaperHash::of(text).as_bytes().as_slice()),
            papers::opens.eq(paper.opens),
            papers::release_rule.eq(paper.release.code()),
            papers::closes.eq(closes),
            papers::taken_until.eq(closes + grace),
            papers::stage.eq("open"),
            papers::unopened.eq(0),
            papers::texts_withheld.eq(0),
        ))
        .execute(&mut conn.sql)?;
    for (place, stratum) in (0_i32..).zip(&paper.strata) {
        diesel::insert_into(strata::table)
            .values((
                strata::id.eq(stratum.id),
                strata::survey_id.eq(paper.survey),
                strata::place.eq(place),
                strata::roll.eq(0),
                strata::issued.eq(0),
                strata::counted.eq(0),
                strata::spoilt.eq(0),
                strata::replaced.eq(0),
            ))
            .execute(&mut conn.sql)?;
    }
    Ok(())
}

/// Whether no ballot has come for a survey.
pub fn is_untouched(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<bool> {
    let is_open = papers::survey_id.eq(survey).and(papers::stage.eq("open"));
    let any = diesel::select(exists(sealed_ballots::table.filter(sealed_ballots::survey_id.eq(survey))));
    let any_opened = diesel::select(exists(opened_ballots::table.filter(opened_ballots::survey_id.eq(survey))));
    Ok(diesel::select(exists(papers::table.filter(is_open))).get_result(&mut conn.sql)?
        && !any.get_result::<bool>(&mut conn.sql)?
        && !any_opened.get_result::<bool>(&mut conn.sql)?)
}

pub fn delete_paper(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<()> {
    diesel::delete(strata::table.filter(strata::survey_id.eq(survey))).execute(&mut conn.sql)?;
    diesel::delete(papers::table.find(survey)).execute(&mut conn.sql).map(drop)
}

/// The surveys of papers on which ballots are taken, or will be.
pub fn open_papers(conn: &mut UrnConn) -> QueryResult<Vec<SurveyId>> {
    papers::table.filter(papers::stage.eq("open")).select(papers::survey_id).load(&mut conn.sql)
}

/// Only while it is open.
pub fn put_off(conn: &mut UrnConn, survey: SurveyId, closes: i64) -> QueryResult<()> {
    let open = papers::table.filter(papers::survey_id.eq(survey).and(papers::stage.eq("open")));
    diesel::update(open)
        .set((papers::taken_until.eq(papers::taken_until - papers::closes + closes), papers::closes.eq(closes)))
        .execute(&mut conn.sql)
        .map(drop)
}

/// `None` while the urn has no such paper.
pub fn standing(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Option<Standing>> {
    let row: Option<(i64, i64, String, String)> = papers::table
        .find(survey)
        .select((papers::opens, papers::taken_until, papers::stage, papers::release_rule))
        .first(&mut conn.sql)
        .optional()?;
    Ok(row.map(|(opens, taken_until, stage, rule)| {
        let in_blocks = Release::from_code(&rule) == Some(Release::InBlocks);
        Standing { opens, taken_until, is_open: stage == "open", in_blocks }
    }))
}

pub fn held(conn: &mut UrnConn, survey: SurveyId, messages: &[&[u8]]) -> QueryResult<HashMap<PreparedMessage, Held>> {
    type Row = (Vec<u8>, StratumId, Vec<u8>, Vec<u8>, i32);
    let mut held = HashMap::new();
    for batch in messages.chunks(BATCH) {
        let rows: Vec<Row> = sealed_ballots::table
            .filter(sealed_ballots::survey_id.eq(survey).and(sealed_ballots::message.eq_any(batch)))
            .select((
                sealed_ballots::message,
                sealed_ballots::stratum_id,
                sealed_ballots::digest,
                sealed_ballots::superseded,
                sealed_ballots::replaced,
            ))
            .load(&mut conn.sql)?;
        for (message, stratum, digest, superseded, replaced) in rows {
            let row = Held { stratum, digest, superseded, replaced, sealed: Vec::new() };
            held.insert(read_message(message)?, row);
        }
    }
    Ok(held)
}

/// Those of these messages whose ballots are opened.
pub fn opened(conn: &mut UrnConn, survey: SurveyId, messages: &[&[u8]]) -> QueryResult<HashSet<PreparedMessage>> {
    let mut opened = HashSet::new();
    for batch in messages.chunks(BATCH) {
        let rows: Vec<Vec<u8>> = opened_ballots::table
            .filter(opened_ballots::survey_id.eq(survey).and(opened_ballots::message.eq_any(batch)))
            .select(opened_ballots::message)
            .load(&mut conn.sql)?;
        for message in rows {
            opened.insert(read_message(message)?);
        }
    }
    Ok(opened)
}

/// Another server may have stored one of them a moment ago: then the whole group is done again.
pub fn insert(conn: &mut UrnConn, ballots: &[(&Ballot, Held)]) -> QueryResult<()> {
    for batch in ballots.chunks(BATCH) {
        let rows: Vec<_> = batch
            .iter()
            .map(|(ballot, held)| {
                (
                    sealed_ballots::message.eq(&ballot.message.as_bytes()[..]),
                    sealed_ballots::survey_id.eq(ballot.survey),
                    sealed_ballots::stratum_id.eq(ballot.stratum),
                    sealed_ballots::signature.eq(&ballot.signature),
                    sealed_ballots::sealed.eq(&held.sealed),
                    sealed_ballots::digest.eq(&held.digest),
                    sealed_ballots::superseded.eq(&held.superseded),
                    sealed_ballots::replaced.eq(held.replaced),
                )
            })
            .collect();
        each_engine!(&mut conn.sql, |it| diesel::insert_into(sealed_ballots::table).values(&rows).execute(it)).map_err(
            |fault| match fault {
                Error::DatabaseError(DatabaseErrorKind::UniqueViolation, detail) => {
                    Error::DatabaseError(DatabaseErrorKind::SerializationFailure, detail)
                }
                other => other,
            },
        )?;
    }
    Ok(())
}

pub fn replace(conn: &mut UrnConn, survey: SurveyId, message: &PreparedMessage, held: &Held) -> QueryResult<()> {
    diesel::update(sealed_ballots::table.find((survey, &message.as_bytes()[..])))
        .set((
            sealed_ballots::sealed.eq(&held.sealed),
            sealed_ballots::digest.eq(&held.digest),
            sealed_ballots::superseded.eq(&held.superseded),
            sealed_ballots::replaced.eq(held.replaced),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// What has become of the ballot with this message, if there is one.
pub fn fate(conn: &mut UrnConn, survey: SurveyId, message: &PreparedMessage) -> QueryResult<Option<Fate>> {
    let message = &message.as_bytes()[..];
    let sealed = sealed_ballots::table
        .filter(sealed_ballots::message.eq(message).and(sealed_ballots::survey_id.eq(survey)))
        .select(sealed_ballots::stratum_id)
        .first(&mut conn.sql)
        .optional()?;
    if let Some(stratum) = sealed {
        return Ok(Some(Fate::Sealed(stratum)));
    }
    let opened = opened_ballots::table
        .filter(opened_ballots::message.eq(message).and(opened_ballots::survey_id.eq(survey)))
        .select(opened_ballots::stratum_id)
        .first(&mut conn.sql)
        .optional()?;
    Ok(opened.map(Fate::Released))
}

fn read_message(bytes: Vec<u8>) -> QueryResult<PreparedMessage> {
    let bytes = bytes.try_into().map_err(|_| Error::DeserializationError("a message is not 64 bytes long".into()))?;
    Ok(PreparedMessage::from_bytes(bytes))
}
