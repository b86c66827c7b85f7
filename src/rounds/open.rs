//! Scheduling a round, and opening it at its minute.
//!
//! What is promised at the opening is written down by itself, and the database holds it.

use serde::{Deserialize, Serialize};

use super::{Hand, Obstacle, Refusal, obstacles::obstacles};
use crate::{
    accounts::{self, Deed},
    authoring,
    clock::{MINUTE, Moment},
    db::RegisterConn,
    ids::SurveyId,
    language::{Language, moment_in_words},
    people,
    surveys::{self, Door, State, Survey, Window},
};

/// From here on it opens by itself. Its questions are fixed; what HR has to do may still be done.
pub fn schedule(conn: &mut RegisterConn, hand: &Hand, id: SurveyId, window: Window) -> Result<(), Refusal> {
    let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
    let next = survey.state.scheduled(window, hand.now)?;
    let planned = Survey { state: next.clone(), ..survey.clone() };
    let in_the_way: Vec<_> = obstacles(conn, &planned)?.into_iter().filter(|obstacle| !obstacle.is_hr_s()).collect();
    if !in_the_way.is_empty() {
        return Err(Refusal::InTheWay(in_the_way));
    }
    if let Some(instrument) = survey.instrument {
        authoring::fix(conn, instrument)?;
    }
    surveys::advance(conn, &survey, next)?;
    let subject = format!("{}: {}", survey.subject(), span(window));
    Ok(accounts::note(conn, hand.master, hand.by, Deed::SurveyScheduled, &subject, hand.now)?)
}

/// Back to a draft, as long as it has not opened.
pub fn unschedule(conn: &mut RegisterConn, hand: &Hand, id: SurveyId) -> Result<(), Refusal> {
    let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
    let next = survey.state.unscheduled()?;
    surveys::advance(conn, &survey, next)?;
    Ok(accounts::note(conn, hand.master, hand.by, Deed::SurveyUnscheduled, &survey.subject(), hand.now)?)
}

/// Whether a round whose minute has come can open. Where something stands in the way it stays scheduled, says
/// why, and is tried again.
pub fn is_clear(conn: &mut RegisterConn, hand: &Hand, survey: &Survey) -> Result<bool, Refusal> {
    let in_the_way = match survey.state.opened(hand.now) {
        Ok(_) => obstacles(conn, survey)?,
        Err(surveys::NotNow::WindowPast) => vec![Obstacle::TimePast],
        Err(not_now) => return Err(not_now.into()),
    };
    if !in_the_way.is_empty() {
        hold_back(conn, hand, survey, &in_the_way)?;
    }
    Ok(in_the_way.is_empty())
}

/// Opens a round whose minute has come, if nothing stands in the way. Says whether it is open. The register's part
/// of the deed: paper, keys and invitations are kept in the same transaction.
pub fn open(conn: &mut RegisterConn, hand: &Hand, survey: &Survey) -> Result<bool, Refusal> {
    if !is_clear(conn, hand, survey)? {
        return Ok(false);
    }
    let next = survey.state.opened(hand.now)?;
    let (Some(instrument), Some(window)) = (survey.instrument, next.window()) else { return Err(Refusal::NotFound) };
    let digest = authoring::fix(conn, instrument)?;
    let roll = match survey.terms.door {
        Door::Roll => Some(people::roll(conn, survey.id)?.ok_or(Refusal::NotFound)?),
        Door::OpenLink => None,
    };
    if let Some(roll) = &roll {
        people::open_roll(conn, roll)?;
    }
    let rule_digest = roll.map(|roll| roll.rule_digest());
    surveys::promise(conn, survey, instrument, &digest, rule_digest.as_ref().map(<[u8; 32]>::as_slice), window.closes)?;
    surveys::advance(conn, survey, next)?;
    let subject = format!("{}: {}", survey.subject(), span(window));
    accounts::note(conn, hand.master, hand.by, Deed::SurveyOpened, &subject, hand.now)?;
    Ok(true)
}

fn hold_back(conn: &mut RegisterConn, hand: &Hand, survey: &Survey, why: &[Obstacle]) -> Result<(), Refusal> {
    let State::Scheduled { window, trouble } = &survey.state else { return Ok(()) };
    let before = trouble.as_deref().and_then(Trouble::read);
    let trouble = Trouble { tried: *hand.now.micros(), why: why.to_vec() };
    let is_news = before.is_none_or(|before| before.why != trouble.why);
    let written = Some(serde_json::to_string(&trouble).unwrap_or_default());
    surveys::advance(conn, survey, State::Scheduled { window: *window, trouble: written })?;
    if is_news {
        accounts::note(conn, hand.master, hand.by, Deed::OpeningFailed, &survey.subject(), hand.now)?;
    }
    Ok(())
}

/// Why a scheduled round could not open, and when it was tried last; kept as JSON.
#[derive(Serialize, Deserialize)]
struct Trouble {
    tried: i64,
    why: Vec<Obstacle>,
}

impl Trouble {
    fn read(written: &str) -> Option<Self> {
        serde_json::from_str(written).ok()
    }

    fn of(survey: &Survey) -> Option<Self> {
        match &survey.state {
            State::Scheduled { trouble: Some(written), .. } => Self::read(written),
            _ => None,
        }
    }
}

/// Why a scheduled round could not open, if it could not.
pub fn trouble(survey: &Survey) -> Vec<Obstacle> {
    Trouble::of(survey).map(|trouble| trouble.why).unwrap_or_default()
}

/// Whether it is worth trying now: one that was held back is tried again by the minute, and one that
/// missed its window has said so, and waits for somebody to decide.
pub(super) fn is_worth_trying(survey: &Survey, now: Moment) -> bool {
    Trouble::of(survey)
        .is_none_or(|trouble| trouble.why != [Obstacle::TimePast] && Moment::from_micros(trouble.tried).plus(MINUTE) <= now)
}

fn span(window: Window) -> String {
    format!("{} – {}", said(window.opens), said(window.closes))
}

/// As the diary has it.
pub(super) fn said(moment: Moment) -> String {
    crate::language::plain(&moment_in_words(Language::Thai, moment))
}
