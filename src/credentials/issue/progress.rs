//! How far a survey's paper is between register and urn, and what the urn is told at the close.
//!
//! Each question here is asked again until its answer has been carried out; carrying it out twice does
//! no harm.

use jiff::civil::Date;

use super::store;
use crate::{
    clock::{MINUTE, Moment},
    db::RegisterConn,
    ids::{StratumId, SurveyId},
    papers::{OpeningKey, Release},
    people,
    secrets::{MasterKey, Purpose, Sealed},
    surveys::{self, Door, State, Survey},
};

pub use store::{destroy_keys, fingerprints, forget_preparation, note_posted, note_told, paper_hash, post_again};

/// What waits to be carried over to the urn.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// Surveys that are open and have no paper yet.
    pub without_paper: Vec<SurveyId>,
    pub to_post: Vec<ToPost>,
    /// Their close was put off, and the urn has not heard of it.
    pub to_tell: Vec<(SurveyId, Moment)>,
    /// Releases in blocks, which go on while a round is open.
    pub in_blocks: Vec<SurveyId>,
    /// Over, with the grace: their ballots are to be released.
    pub over: Vec<SurveyId>,
}

#[derive(Clone, Debug)]
pub struct ToPost {
    pub survey: SurveyId,
    pub paper: String,
    pub closes: Moment,
}

/// What the urn cannot know by itself when a survey closes.
#[derive(Clone, Debug)]
pub struct Closing {
    pub survey: SurveyId,
    pub closed: Date,
    pub strata: Vec<ClosingStratum>,
}

#[derive(Clone, Copy, Debug)]
pub struct ClosingStratum {
    pub id: StratumId,
    pub roll: u32,
    pub issued: u32,
}

/// What is to be written anew once keys are destroyed.
pub const TABLES_WITH_KEYS: &[&str] = &["papers", "signing_keys", "preparations"];

/// Rows of these change when somebody collects, and are mixed afterwards; each with its random key.
pub const TABLES_THAT_CHANGE: [(&[&str; 1], &str); 2] = [(&["roll"], "survey_id, person_id"), (&["drawn_slips"], "hash")];

/// What was made ready for surveys that are not about to open: unscheduled since, or removed.
pub fn left_over(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<Vec<SurveyId>> {
    let mut left_over = Vec::new();
    for id in store::preparations(conn)? {
        let survey = surveys::find(conn, id)?;
        let is_about_to = |survey: Survey| match survey.state {
            State::Scheduled { window, .. } => window.opens <= now && now < window.closes,
            // Of an earlier version: its paper is still to be made.
            State::Open { .. } => true,
            _ => false,
        };
        if !survey.is_some_and(is_about_to) {
            left_over.push(id);
        }
    }
    Ok(left_over)
}

/// Whether any ballots are under way.
pub fn any_posted(conn: &mut RegisterConn) -> diesel::QueryResult<bool> {
    Ok(!store::posted(conn)?.is_empty())
}

pub fn waiting(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<Waiting> {
    let mut waiting = Waiting::default();
    for survey in surveys::open(conn)? {
        if !store::has_paper(conn, survey)? {
            waiting.without_paper.push(survey);
        }
    }
    waiting.to_post = store::made(conn)?
        .into_iter()
        .map(|kept| ToPost { survey: kept.survey, paper: kept.paper, closes: kept.closes_told })
        .collect();
    for kept in store::posted(conn)? {
        let Some(survey) = surveys::find(conn, kept.survey)? else { continue };
        let Some(window) = survey.state.window() else { continue };
        if window.closes != kept.closes_told {
            waiting.to_tell.push((survey.id, window.closes));
        }
        if is_over(&survey, now) {
            waiting.over.push(survey.id);
        } else if survey.terms.release == Release::InBlocks {
            waiting.in_blocks.push(survey.id);
        }
    }
    Ok(waiting)
}

/// Closed, and nobody's ballot is on its way any more.
fn is_over(survey: &Survey, now: Moment) -> bool {
    let grace = MINUTE * survey.terms.grace_minutes.unsigned_abs();
    let window = survey.state.window();
    !survey.state.is_open() && window.is_some_and(|window| now >= window.closes.plus(grace))
}

pub fn closing(conn: &mut RegisterConn, id: SurveyId) -> diesel::QueryResult<Option<Closing>> {
    let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
    let Some(window) = survey.state.window() else { return Ok(None) };
    let strata = match survey.terms.door {
        Door::Roll => of_roll(conn, id)?,
        Door::OpenLink => {
            let issued = count(store::admissions_exchanged(conn, id)?);
            store::strata(conn, id)?.into_iter().map(|id| ClosingStratum { id, roll: 0, issued }).collect()
        }
    };
    Ok(Some(Closing { survey: id, closed: window.closes.day(), strata }))
}

fn of_roll(conn: &mut RegisterConn, id: SurveyId) -> diesel::QueryResult<Vec<ClosingStratum>> {
    let collected = super::collected(conn, id)?;
    let roll = people::roll(conn, id)?.map(|roll| roll.strata).unwrap_or_default();
    let issued = |id| collected.iter().find(|(of, _)| *of == id).map_or(0, |(_, number)| count(*number));
    let stratum = |stratum: people::RollStratum| ClosingStratum {
        id: stratum.id,
        roll: count(stratum.size.into()),
        issued: issued(stratum.id),
    };
    Ok(roll.into_iter().map(stratum).collect())
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// Opens the sealed answers of a survey; `None` once it is destroyed.
pub fn opening_key(conn: &mut RegisterConn, master: &MasterKey, survey: SurveyId) -> Result<Option<OpeningKey>, NoKey> {
    let Some(sealed) = store::sealed_opening_key(conn, survey)? else { return Ok(None) };
    let bytes = master.open(Purpose::OpeningKeys, survey.as_bytes(), &Sealed::from_bytes(sealed));
    let bytes = zeroize::Zeroizing::new(bytes.map_err(|_| NoKey::Spoilt)?);
    OpeningKey::from_bytes(&bytes).map(Some).ok_or(NoKey::Spoilt)
}

#[derive(Debug, thiserror::Error)]
pub enum NoKey {
    #[error("the key that opens the ballots does not open itself")]
    Spoilt,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}
