//! Every question of this room to the register: papers and their progress, keys, spent admissions.

use diesel::{
    dsl::exists,
    prelude::*,
    result::{DatabaseErrorKind, Error},
};

use super::tables::{drawn_slips, papers, preparations, signing_keys, spent_admissions};
use crate::{
    clock::Moment,
    db::RegisterConn,
    each_engine,
    ids::{StratumId, SurveyId},
    papers::{Fingerprints, PaperHash},
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

/// What the paper and the keys of a survey that has opened are recognised by, in no order.
pub fn fingerprints(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<Fingerprints>> {
    let Some(paper) = paper_hash(conn, survey)? else { return Ok(None) };
    let keys: Vec<(StratumId, Vec<u8>)> = signing_keys::table
        .filter(signing_keys::survey_id.eq(survey))
        .select((signing_keys::stratum_id, signing_keys::spki))
        .load(&mut conn.sql)?;
    Ok(Some(Fingerprints::of(paper, keys)))
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

/// What the urn has got goes to it once more.
pub fn post_again(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<()> {
    diesel::update(papers::table.filter(papers::survey_id.eq(survey).and(papers::stage.eq(POSTED))))
        .set(papers::stage.eq(MADE))
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

/// A slip from the box of a group.
#[derive(Clone, Debug, Queryable)]
pub struct DrawnSlip {
    pub survey: SurveyId,
    pub stratum: StratumId,
    pub has_collected: bool,
    pub blinded: Vec<u8>,
}

pub fn drawn_slip(conn: &mut RegisterConn, hash: &[u8; 32]) -> QueryResult<Option<DrawnSlip>> {
    drawn_slips::table
        .find(hash.as_slice())
        .select((drawn_slips::survey_id, drawn_slips::stratum_id, drawn_slips::has_collected, drawn_slips::blinded))
        .first(&mut conn.sql)
        .optional()
}

pub fn count_slips(conn: &mut RegisterConn, stratum: StratumId) -> QueryResult<i64> {
    drawn_slips::table.filter(drawn_slips::stratum_id.eq(stratum)).count().get_result(&mut conn.sql)
}

pub fn keep_slips(conn: &mut RegisterConn, survey: SurveyId, slips: &[([u8; 32], StratumId)]) -> QueryResult<()> {
    for batch in slips.chunks(1_000) {
        let rows: Vec<_> = batch
            .iter()
            .map(|(hash, stratum)| {
                (
                    drawn_slips::hash.eq(hash.as_slice()),
                    drawn_slips::survey_id.eq(survey),
                    drawn_slips::stratum_id.eq(stratum),
                    drawn_slips::has_collected.eq(false),
                    drawn_slips::blinded.eq(&[0_u8; 32][..]),
                )
            })
            .collect();
        each_engine!(&mut conn.sql, |it| diesel::insert_into(drawn_slips::table).values(&rows).execute(it))?;
    }
    Ok(())
}

pub fn note_slip_collected(conn: &mut RegisterConn, hash: &[u8; 32], blinded: &[u8; 32]) -> QueryResult<()> {
    diesel::update(drawn_slips::table.find(hash.as_slice()))
        .set((drawn_slips::has_collected.eq(true), drawn_slips::blinded.eq(blinded.as_slice())))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn collected_by_slip(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<(StratumId, i64)>> {
    drawn_slips::table
        .filter(drawn_slips::survey_id.eq(survey).and(drawn_slips::has_collected.eq(true)))
        .group_by(drawn_slips::stratum_id)
        .select((drawn_slips::stratum_id, diesel::dsl::count_star()))
        .load(&mut conn.sql)
}

/// What was made ready for an opening, sealed; by its hash the same thing is known again.
pub fn preparation(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<(Vec<u8>, Vec<u8>)>> {
    preparations::table.find(survey).select((preparations::hash, preparations::sealed)).first(&mut conn.sql).optional()
}

pub fn keep_preparation(conn: &mut RegisterConn, survey: SurveyId, hash: PaperHash, sealed: &Sealed) -> QueryResult<()> {
    forget_preparation(conn, survey)?;
    diesel::insert_into(preparations::table)
        .values((
            preparations::survey_id.eq(survey),
            preparations::hash.eq(hash.as_bytes().as_slice()),
            preparations::sealed.eq(sealed.as_bytes()),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn forget_preparation(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<()> {
    diesel::delete(preparations::table.find(survey)).execute(&mut conn.sql).map(drop)
}

pub fn preparations(conn: &mut RegisterConn) -> QueryResult<Vec<SurveyId>> {
    preparations::table.select(preparations::survey_id).load(&mut conn.sql)
}
