//! Planning a round: from nothing, from an instrument of the library, or like the round before; and
//! removing one that was never opened.

use super::{Hand, Refusal};
use crate::{
    accounts::{self, Deed},
    authoring,
    db::RegisterConn,
    dice::Dice,
    ids::{InstrumentId, SurveyId},
    instruments::Instrument,
    people,
    surveys::{self, NewSurvey, NotNow},
};

/// What a new round begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Everything like that round: questions, promises, who may answer.
    LikeRound(SurveyId),
    /// A version of the library.
    Library(InstrumentId),
    /// A starter.
    Starter(Box<Instrument>),
    /// No questions yet.
    Empty,
}

pub fn plan(
    conn: &mut RegisterConn,
    hand: &Hand,
    new: &NewSurvey,
    beginning: &Beginning,
    dice: &mut Dice,
) -> Result<SurveyId, Refusal> {
    let Hand { master, by, now } = *hand;
    let id = if let Beginning::LikeRound(before) = beginning {
        let before = surveys::find(conn, *before)?.ok_or(Refusal::NotFound)?;
        let id = surveys::plan_like(conn, master, by, &before, new, now, dice)?;
        people::copy_audience(conn, before.id, id)?;
        if let Some(instrument) = before.instrument {
            let instrument = authoring::for_round(conn, hand, instrument, id, dice)?;
            surveys::ask(conn, id, Some(instrument))?;
        }
        id
    } else {
        surveys::plan(conn, master, by, new, now, dice)?
    };
    match beginning {
        Beginning::Library(instrument) => ask_version(conn, hand, id, *instrument, dice)?,
        Beginning::Starter(instrument) => ask_new(conn, hand, id, instrument, dice)?,
        Beginning::LikeRound(_) | Beginning::Empty => {}
    }
    Ok(id)
}

/// The round asks a version of the library from now on: that version if it never changes, else a copy.
pub fn ask_version(
    conn: &mut RegisterConn,
    hand: &Hand,
    round: SurveyId,
    wanted: InstrumentId,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    let instrument = authoring::for_round(conn, hand, wanted, round, dice)?;
    surveys::ask(conn, round, Some(instrument))?;
    if instrument == wanted {
        // A copy says so by itself.
        let survey = surveys::find(conn, round)?.ok_or(Refusal::NotFound)?;
        accounts::note(conn, hand.master, hand.by, Deed::SurveyChanged, &survey.subject(), hand.now)?;
    }
    Ok(())
}

/// The round asks something new from now on.
pub fn ask_new(
    conn: &mut RegisterConn,
    hand: &Hand,
    round: SurveyId,
    instrument: &Instrument,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    let id = authoring::add(conn, hand, instrument.clone(), authoring::Origin::New, Some(round), dice)?;
    Ok(surveys::ask(conn, round, Some(id))?)
}

/// The next version of what the round asks, which may be changed for it.
pub fn ask_next_version(conn: &mut RegisterConn, hand: &Hand, round: SurveyId, dice: &mut Dice) -> Result<InstrumentId, Refusal> {
    let survey = surveys::find(conn, round)?.ok_or(Refusal::NotFound)?;
    if !survey.state.is_draft() {
        return Err(Refusal::NotNow(NotNow::NotADraft));
    }
    let present = survey.instrument.ok_or(Refusal::NotFound)?;
    let next = authoring::new_version(conn, hand, present, Some(round), dice)?;
    surveys::ask(conn, round, Some(next))?;
    Ok(next)
}

/// Only a draft, with everything that was prepared for it alone.
pub fn remove(conn: &mut RegisterConn, hand: &Hand, id: SurveyId) -> Result<(), Refusal> {
    let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
    surveys::ask(conn, id, None)?;
    authoring::forget_of_round(conn, id)?;
    people::forget_audience(conn, id)?;
    surveys::remove(conn, id)?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::SurveyRemoved, &survey.subject(), hand.now)?)
}
