//! Letting a browser in: a challenge while the round is open, and an admission for its answer.

use super::{Admission, Challenge, store};
use crate::{
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::SurveyId,
    secrets::MasterKey,
    surveys::{self, Door},
};

/// Why a browser is not let in.
#[derive(Debug, thiserror::Error)]
pub enum NotAdmitted {
    #[error("there is no such round behind an open link")]
    NoSuchRound,
    #[error("the round is not open yet")]
    NotOpenYet,
    #[error("the round is closed")]
    Closed,
    #[error("the challenge was not handed out here")]
    Forged,
    #[error("the challenge has expired")]
    Expired,
    #[error("the answer does not solve the challenge")]
    Wrong,
    #[error("the challenge was solved before")]
    Used,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// Something to solve. Nothing is written for it.
pub fn challenge(
    conn: &mut RegisterConn,
    master: &MasterKey,
    survey: SurveyId,
    now: Moment,
    dice: &mut Dice,
) -> Result<String, NotAdmitted> {
    must_be_open(conn, survey, now)?;
    Ok(Challenge::mint(master, survey, now, dice))
}

/// Each solved challenge lets in once.
pub fn admit(
    conn: &mut RegisterConn,
    master: &MasterKey,
    challenge: &str,
    answer: &[u32],
    now: Moment,
    dice: &mut Dice,
) -> Result<Admission, NotAdmitted> {
    let challenge = Challenge::read(master, challenge).ok_or(NotAdmitted::Forged)?;
    if !challenge.holds(now) {
        return Err(NotAdmitted::Expired);
    }
    if !challenge.is_solved_by(answer) {
        return Err(NotAdmitted::Wrong);
    }
    must_be_open(conn, challenge.survey, now)?;
    if store::is_spent(conn, &challenge)? {
        return Err(NotAdmitted::Used);
    }
    store::spend(conn, &challenge)?;
    Ok(Admission::new(challenge.survey, now, dice))
}

/// A round whose close has come is closed, also before the timetable has seen to it.
fn must_be_open(conn: &mut RegisterConn, id: SurveyId, now: Moment) -> Result<(), NotAdmitted> {
    let survey = surveys::find(conn, id)?.filter(|survey| survey.terms.door == Door::OpenLink).ok_or(NotAdmitted::NoSuchRound)?;
    if survey.state.is_draft() {
        return Err(NotAdmitted::NoSuchRound);
    }
    if !survey.state.has_opened() {
        return Err(NotAdmitted::NotOpenYet);
    }
    match survey.state.window() {
        Some(window) if survey.state.is_open() && now < window.closes => Ok(()),
        _ => Err(NotAdmitted::Closed),
    }
}
