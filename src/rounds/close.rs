//! The end of a round: its close put off, closed at its minute, its results published; and keeping
//! time for all rounds.

use super::{
    Hand, Refusal,
    open::{is_worth_trying, open, said},
};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::{Db, RegisterConn},
    ids::SurveyId,
    secrets::MasterKey,
    surveys::{self, Extension, State, Survey},
};

/// Puts the close off. Everyone is shown that it was, and from when.
pub fn extend(conn: &mut RegisterConn, hand: &Hand, id: SurveyId, closes: Moment) -> Result<(), Refusal> {
    let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
    let next = survey.state.extended(closes, hand.now)?;
    let before = survey.state.window().ok_or(Refusal::NotFound)?.closes;
    surveys::put_off(conn, id, Extension { decided: hand.now.day(), before, after: closes })?;
    surveys::advance(conn, &survey, next)?;
    let subject = format!("{}: {} → {}", survey.subject(), said(before), said(closes));
    Ok(accounts::note(conn, hand.master, hand.by, Deed::SurveyExtended, &subject, hand.now)?)
}

/// Closes a round whose minute has come.
pub fn close(conn: &mut RegisterConn, hand: &Hand, survey: &Survey) -> Result<(), Refusal> {
    let next = survey.state.closed(hand.now)?;
    surveys::advance(conn, survey, next)?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::SurveyClosed, &survey.subject(), hand.now)?)
}

/// Shows staff what came of it.
pub fn publish(conn: &mut RegisterConn, hand: &Hand, id: SurveyId) -> Result<(), Refusal> {
    let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
    let next = survey.state.published(hand.now)?;
    surveys::advance(conn, &survey, next)?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::SurveyPublished, &survey.subject(), hand.now)?)
}

/// What came of one look at the clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub opened: usize,
    pub closed: usize,
    pub held_back: usize,
    /// The database or what is in it could not be read or written; the log says why.
    pub failed: usize,
}

/// Whether any round waits for its minute.
pub fn any_due(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<bool> {
    Ok(!waiting(conn, now)?.is_empty())
}

fn waiting(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<Vec<Survey>> {
    let due = surveys::due(conn, now)?.into_iter();
    Ok(due.filter(|survey| is_worth_trying(survey, now)).collect())
}

/// Opens and closes every round whose minute has come, each in a transaction of its own: one that
/// cannot open holds no other up.
pub async fn keep_time(db: &Db, master: &MasterKey, now: Moment) -> Result<Kept, Refusal> {
    let mut kept = Kept::default();
    for survey in db.read_register(move |conn| waiting(conn, now)).await? {
        let (id, master) = (survey.id, master.clone());
        let stage = db
            .register(move |conn| {
                let by = Actor::the_program();
                let hand = Hand { master: &master, by: &by, now };
                advance(conn, &hand, id)
            })
            .await;
        match stage {
            Ok(Some(State::Open { .. })) => kept.opened += 1,
            Ok(Some(State::Closed { .. })) => kept.closed += 1,
            Ok(_) => kept.held_back += 1,
            Err(fault) => {
                tracing::error!(%fault, "a round could not be opened or closed");
                kept.failed += 1;
            }
        }
    }
    Ok(kept)
}

fn advance(conn: &mut RegisterConn, hand: &Hand, id: SurveyId) -> Result<Option<State>, Refusal> {
    let due: Option<Survey> = waiting(conn, hand.now)?.into_iter().find(|survey| survey.id == id);
    // Another instance was quicker.
    let Some(survey) = due else { return Ok(None) };
    match survey.state {
        State::Scheduled { .. } => drop(open(conn, hand, &survey)?),
        _ => close(conn, hand, &survey)?,
    }
    Ok(surveys::find(conn, id)?.map(|survey| survey.state))
}
