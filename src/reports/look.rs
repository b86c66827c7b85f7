//! A round with its results, and the rounds that it may be compared with.

use std::cmp::Reverse;

use super::shelf;
use crate::{
    clock::Moment,
    db::{Db, RegisterConn},
    ids::SurveyId,
    papers::{InBoth, NoPaper},
    people,
    results::{self, Listed, Occasion, Released, Round, Target, check, figure::Score, place},
    surveys::{self, Comparator, State, Survey},
    urn, yardsticks,
};

/// Why nothing is shown.
#[derive(Debug, thiserror::Error)]
pub enum NotShown {
    #[error("there is no such round")]
    NoSuchRound,
    #[error("it is not closed yet")]
    StillOpen,
    /// Its ballots are being opened and counted: how many of how many, where that is known.
    #[error("its figures are not let out yet")]
    NotYet(Option<(i64, i64)>),
    #[error("the urn holds a spoilt paper")]
    NoPaper(#[from] NoPaper),
    #[error("the database failed: {0}")]
    Database(#[from] diesel::result::Error),
}

pub async fn look(db: &Db, survey: SurveyId) -> Result<Round, NotShown> {
    let found = db.read_register(move |conn| {
        let Some(survey) = surveys::find(conn, survey)? else { return Ok(None) };
        Ok::<_, diesel::result::Error>(Some(occasion(&survey).map(|it| measured(conn, &survey, it)).transpose()?))
    });
    let occasion = found.await?.ok_or(NotShown::NoSuchRound)?.ok_or(NotShown::StillOpen)?;
    db.read_urn(move |conn| match shelf::released(conn, survey)? {
        Some(released) => Ok(Round { occasion, released: Released::clone(&released) }),
        None => Err(NotShown::NotYet(urn::progress(conn, survey)?)),
    })
    .await
}

/// Every released round before this one that asks by the same questionnaire, in order, the latest last.
pub async fn rounds_before(db: &Db, round: &Round) -> Result<Vec<Round>, NotShown> {
    let all = db.read_register(surveys::all).await?;
    rounds_before_among(db, round, &all).await
}

pub(super) async fn rounds_before_among(db: &Db, round: &Round, among: &[Survey]) -> Result<Vec<Round>, NotShown> {
    let here = place(&round.occasion);
    let mut earlier: Vec<_> = among.iter().filter_map(occasion).filter(|it| place(it) < here).collect();
    earlier.sort_by_key(place);
    let instrument = &round.released.paper.instrument;
    let (code, assessment) = (instrument.code.clone(), instrument.assessment);
    db.read_urn(move |conn| {
        let mut rounds = Vec::new();
        for occasion in earlier {
            let Some(released) = or_logged(occasion.survey, shelf::released(conn, occasion.survey)) else { continue };
            let other = &released.paper.instrument;
            if other.code == code || (other.assessment.is_some() && other.assessment == assessment) {
                rounds.push(Round { occasion, released: Released::clone(&released) });
            }
        }
        Ok(rounds)
    })
    .await
}

/// Every round whose figures are let out, the latest first.
pub async fn all_released(db: &Db) -> Result<Vec<Listed>, NotShown> {
    let all = db.read_register(surveys::all).await?;
    let mut occasions: Vec<_> = all.iter().filter_map(occasion).collect();
    occasions.sort_by_key(|it| Reverse((it.closed, it.survey.to_string())));
    listed(db, occasions).await
}

/// Those of these whose figures are let out. Papers are not read, nor more of the figures than is shown.
pub(super) async fn listed(db: &Db, occasions: Vec<Occasion>) -> Result<Vec<Listed>, NotShown> {
    db.read_urn(move |conn| {
        let headline = |occasion: Occasion| {
            let record = results::record(conn, occasion.survey);
            let headline = record.and_then(|record| record.map(|record| record.headline()).transpose());
            let headline = or_logged(occasion.survey, headline.map_err(NotShown::from))?;
            Some(Listed { occasion, headline })
        };
        Ok(occasions.into_iter().filter_map(headline).collect())
    })
    .await
}

/// Among many: one that is damaged is missed, and takes no other down.
fn or_logged<T>(survey: SurveyId, read: Result<Option<T>, NotShown>) -> Option<T> {
    read.unwrap_or_else(|fault| {
        tracing::error!(%survey, %fault, "the results of a round cannot be read");
        None
    })
}

/// `None` before the close.
pub(super) fn occasion(survey: &Survey) -> Option<Occasion> {
    let (opened, closed, is_published) = match &survey.state {
        State::Draft { .. } | State::Scheduled { .. } | State::Open { .. } => return None,
        State::Closed { opened, window, .. } => (*opened, window.closes, false),
        State::Published { opened, window, .. } => (*opened, window.closes, true),
    };
    Some(Occasion {
        survey: survey.id,
        name: InBoth { th: survey.name_thai.clone(), en: survey.name_english.clone() },
        year: survey.year,
        round: survey.round,
        opened: opened.day(),
        closed: last_day(closed),
        target: survey.terms.target.map(|target| Target {
            score: Score::from_hundredths(target.hundredths.into()),
            is_to_be_passed: target.comparator == Comparator::Over,
        }),
        is_published,
        floor: None,
        wanted_sample: None,
    })
}

/// With what its year measures by: under which score an indicator is flagged, and how many answers are asked for, where
/// somebody is on a roll.
fn measured(conn: &mut RegisterConn, survey: &Survey, occasion: Occasion) -> diesel::QueryResult<Occasion> {
    let floor = yardsticks::rating(conn, survey.year)?.and_then(|table| table.floor).map(check::score);
    let rule = yardsticks::sample_rule(conn, survey.year)?;
    let on_roll = people::roll(conn, survey.id)?.map(|roll| u32::try_from(roll.size()).unwrap_or_default());
    Ok(Occasion { floor, wanted_sample: on_roll.map(|people| rule.of(people)), ..occasion })
}

/// A close at midnight ends the day before.
fn last_day(closes: Moment) -> jiff::civil::Date {
    Moment::from_micros(closes.micros() - 1).day()
}
