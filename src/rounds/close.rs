//! The end of a round: its close put off, closed at its minute, its results published; and which rounds wait for
//! their minute.

use super::{
    Hand, Refusal,
    open::{is_worth_trying, said},
};
use crate::{
    accounts::{self, Deed},
    clock::Moment,
    db::RegisterConn,
    ids::SurveyId,
    surveys::{self, Extension, Survey},
};

/// Puts the close off. Everyone is shown that it was, and from when.
pub fn extend(conn: &mut RegisterConn, hand: &Hand, id: SurveyId, closes: Moment) -> Result<(), Refusal> {
    let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
    let next = survey.state.extended(closes, hand.now)?;
    let before = survey.state.window().ok_or(Refusal::NotFound)?.closes;
    surveys::put_off(conn, id, Extension { decided: hand.now.day(), before, after: closes })?;
    // What reminders found out waits for the new close.
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

/// Whether any round waits for its minute.
pub fn any_due(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<bool> {
    Ok(!due(conn, now)?.is_empty())
}

/// Rounds whose minute to open or to close has come.
pub fn due(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<Vec<Survey>> {
    let due = surveys::due(conn, now)?.into_iter();
    Ok(due.filter(|survey| is_worth_trying(survey, now)).collect())
}

/// The same, of one round: another instance may have been quicker.
pub fn still_due(conn: &mut RegisterConn, id: SurveyId, now: Moment) -> diesel::QueryResult<Option<Survey>> {
    Ok(due(conn, now)?.into_iter().find(|survey| survey.id == id))
}
