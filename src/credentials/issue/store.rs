//! Every question of this room to the register: papers and their progress, keys, spent admissions.

use diesel::{
    dsl::exists,
    prelude::*,
    result::{DatabaseErrorKind, Error},
};

use super::tables::{papers, signing_keys, spent_admissions};
use crate::{
    clock::Moment,
    db::RegisterConn,
    ids::{StratumId, SurveyId},
    papers::PaperHash,
    secrets::Sealed,
};

/// The keyed hash of the blinded message an admission was exchanged for.
pub type SpentAdmission = Vec<u8>;

const MADE: &str = "made";
const POSTED: &str = "posted";
const RELEASED: &str = "released";

/// A paper as the register keeps it.
#[derive(Clone, Debug, Queryable)]
pub struct Kept {
    pub survey: SurveyId,
    pub paper: String,
    pub closes_told: Moment,
}

pub fn has_paper(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<bool> {
    diesel::select(exists(papers::table.find(survey))).get_result(&mut conn.sql)
}

/// The paper hash of a survey that has opened, for letters and pages.
pub fn paper_hash(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<PaperHash>> {
    let hash: Option<Vec<u8>> = papers::table.find(survey).select(papers::hash).first(&mut conn.sql).optional()?;
    Ok(hash.and_then(|hash| PaperHash::from_slice(&hash)))
}

pub fn insert_paper(
    conn: &mut RegisterConn,
    survey: SurveyId,
    paper: &str,
    hash: PaperHash,
    opening_key: &Sealed,
    closes: Option<Moment>,
) -> QueryResult<()> {
    diesel::insert_into(papers::table)
        .values((
            papers::survey_id.eq(survey),
            papers::paper.eq(paper),
            papers::hash.eq(hash.as_bytes().as_slice()),
            papers::opening_key.eq(opening_key.as_bytes()),
            papers::stage.eq(MADE),
            papers::closes_told.eq(closes.unwrap_or(Moment::from_micros(0))),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn insert_signing_key(
    conn: &mut RegisterConn,
    survey: SurveyId,
    stratum: StratumId,
    spki: &[u8],
    private_key: &Sealed,
) -> QueryResult<()> {
    diesel::insert_into(signing_keys::table)
        .values((
            signing_keys::stratum_id.eq(stratum),
            signing_keys::survey_id.eq(survey),
            signing_keys::spki.eq(spki),
            signing_keys::private_key.eq(private_key.as_bytes()),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// The sealed private key of a stratum; `None` before the opening and after the release.
pub fn private_key(conn: &mut RegisterConn, stratum: StratumId) -> QueryResult<Option<(SurveyId, Vec<u8>)>> {
    let row: Option<(SurveyId, Option<Vec<u8>>)> = signing_keys::table
        .find(stratum)
        .select((signing_keys::survey_id, signing_keys::private_key))
        .first(&mut conn.sql)
        .optional()?;
    Ok(row.and_then(|(survey, key)| Some((survey, key?))))
}

/// Behind an open link there is one stratum.
pub fn only_stratum(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<StratumId>> {
    signing_keys::table
        .filter(signing_keys::survey_id.eq(survey))
        .select(signing_keys::stratum_id)
        .first(&mut conn.sql)
        .optional()
}

pub fn strata(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<StratumId>> {
    signing_keys::table.filter(signing_keys::survey_id.eq(survey)).select(signing_keys::stratum_id).load(&mut conn.sql)
}

pub fn spent_admission(conn: &mut RegisterConn, nonce: &[u8; 16]) -> QueryResult<Option<SpentAdmission>> {
    spent_admissions::table.find(nonce.as_slice()).select(spent_admissions::blinded).first(&mut conn.sql).optional()
}

/// Two exchanges at the same moment: the other one's transaction wins, this one is done again.
pub fn spend_admission(conn: &mut RegisterConn, survey: SurveyId, nonce: &[u8; 16], blinded: &[u8; 32]) -> QueryResult<()> {
    diesel::insert_into(spent_admissions::table)
        .values((
            spent_admissions::nonce.eq(nonce.as_slice()),
            spent_admissions::survey_id.eq(survey),
            spent_admissions::blinded.eq(blinded.as_slice()),
        ))
        .execute(&mut conn.sql)
        .map(drop)
        .map_err(|fault| match fault {
            Error::DatabaseError(DatabaseErrorKind::UniqueViolation, detail) => {
                Error::DatabaseError(DatabaseErrorKind::SerializationFailure, detail)
            }
            other => other,
        })
}

pub fn admissions_exchanged(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<i64> {
    spent_admissions::table.filter(spent_admissions::survey_id.eq(survey)).count().get_result(&mut conn.sql)
}

/// Papers that the urn has not got yet.
pub fn made(conn: &mut RegisterConn) -> QueryResult<Vec<Kept>> {
    at_stage(conn, MADE)
}

/// Papers in the urn whose ballots are not released.
pub fn posted(conn: &mut RegisterConn) -> QueryResult<Vec<Kept>> {
    at_stage(conn, POSTED)
}

fn at_stage(conn: &mut RegisterConn, stage: &str) -> QueryResult<Vec<Kept>> {
    papers::table
        .filter(papers::stage.eq(stage))
        .select((papers::survey_id, papers::paper, papers::closes_told))
        .order(papers::survey_id)
        .load(&mut conn.sql)
}

pub fn note_posted(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<()> {
    diesel::update(papers::table.filter(papers::survey_id.eq(survey).and(papers::stage.eq(MADE))))
        .set(papers::stage.eq(POSTED))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn note_told(conn: &mut RegisterConn, survey: SurveyId, closes: Moment) -> QueryResult<()> {
    diesel::update(papers::table.find(survey)).set(papers::closes_told.eq(closes)).execute(&mut conn.sql).map(drop)
}

pub fn sealed_opening_key(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<Vec<u8>>> {
    let key: Option<Option<Vec<u8>>> = papers::table.find(survey).select(papers::opening_key).first(&mut conn.sql).optional()?;
    Ok(key.flatten())
}

/// Nobody opens or signs anything of this survey again.
pub fn destroy_keys(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<()> {
    diesel::update(papers::table.find(survey))
        .set((papers::opening_key.eq(None::<Vec<u8>>), papers::stage.eq(RELEASED)))
        .execute(&mut conn.sql)?;
    diesel::update(signing_keys::table.filter(signing_keys::survey_id.eq(survey)))
        .set(signing_keys::private_key.eq(None::<Vec<u8>>))
        .execute(&mut conn.sql)
        .map(drop)
}
