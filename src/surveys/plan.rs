//! Planning a survey: it gets its place in the year, and the department's k of that day.

use super::{NewSurvey, NotNow, Refusal, State, Survey, Terms, store};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    department::{self, K_DEFAULT},
    dice::Dice,
    ids::{InstrumentId, SurveyId},
    secrets::MasterKey,
};

pub fn plan(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    new: &NewSurvey,
    now: Moment,
    dice: &mut Dice,
) -> Result<SurveyId, Refusal> {
    let k = department::current(conn)?.map_or(K_DEFAULT, |department| department.k);
    let survey = Survey {
        id: dice.id(),
        year: new.year,
        round: new.round,
        name_thai: new.name_thai.clone(),
        name_english: new.name_english.clone(),
        instrument: None,
        copied_from: None,
        terms: Terms::new(k),
        state: State::Draft { window: None },
    };
    insert(conn, master, by, &survey, now)
}

/// Like a round before it, in everything but its place, its name and its window.
pub fn plan_like(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    before: &Survey,
    new: &NewSurvey,
    now: Moment,
    dice: &mut Dice,
) -> Result<SurveyId, Refusal> {
    // The department may have asked for larger groups since.
    let k = department::current(conn)?.map_or(K_DEFAULT, |department| department.k);
    let survey = Survey {
        id: dice.id(),
        year: new.year,
        round: new.round,
        name_thai: new.name_thai.clone(),
        name_english: new.name_english.clone(),
        instrument: None,
        copied_from: Some(before.id),
        terms: Terms { k: before.terms.k.max(k), ..before.terms },
        state: State::Draft { window: None },
    };
    insert(conn, master, by, &survey, now)
}

fn insert(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, survey: &Survey, now: Moment) -> Result<SurveyId, Refusal> {
    if store::is_taken(conn, survey)? {
        return Err(Refusal::NameTaken);
    }
    store::insert(conn, survey)?;
    accounts::note(conn, master, by, Deed::SurveyPlanned, &survey.subject(), now)?;
    Ok(survey.id)
}

/// Changes a draft: its place, its names, its terms, its window. After the opening the database
/// itself refuses what was promised to change.
pub fn change(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, survey: &Survey, now: Moment) -> Result<(), Refusal> {
    let before = store::find(conn, survey.id)?.ok_or(Refusal::NotFound)?;
    if !before.state.is_draft() || !survey.state.is_draft() {
        return Err(NotNow::NotADraft.into());
    }
    if before == *survey {
        return Ok(());
    }
    if store::is_taken(conn, survey)? {
        return Err(Refusal::NameTaken);
    }
    store::update(conn, survey)?;
    Ok(accounts::note(conn, master, by, Deed::SurveyChanged, &survey.subject(), now)?)
}

/// What a draft asks; nothing, while it is made ready to be removed.
pub fn ask(conn: &mut RegisterConn, id: SurveyId, instrument: Option<InstrumentId>) -> Result<(), Refusal> {
    let survey = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if !survey.state.is_draft() {
        return Err(NotNow::NotADraft.into());
    }
    Ok(store::update(conn, &Survey { instrument, ..survey })?)
}

/// The next stage. Who calls has asked [`State`] for it, and answers for the diary.
pub fn advance(conn: &mut RegisterConn, survey: &Survey, next: State) -> Result<(), Refusal> {
    Ok(store::update(conn, &Survey { state: next, ..survey.clone() })?)
}

/// Only a draft; who calls has taken away what refers to it.
pub fn remove(conn: &mut RegisterConn, id: SurveyId) -> Result<(), Refusal> {
    let survey = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if !survey.state.is_draft() {
        return Err(NotNow::NotADraft.into());
    }
    Ok(store::remove(conn, id)?)
}
