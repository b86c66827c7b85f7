//! Sending a reminder: whom it goes to is found out now, and again for each letter when it is sent.

use super::{NotYet, store};
use crate::{
    accounts::{self, Actor, Deed},
    campaigns::{Campaign, Kind, calendar, post, store as campaigns},
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::SurveyId,
    people,
    secrets::MasterKey,
    surveys::{self, Door, Slips, Survey},
};

#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such survey")]
    NotFound,
    #[error("the survey is not open")]
    NotOpen,
    #[error("nobody can be reminded: nobody knows whose a slip is")]
    NobodyKnown,
    #[error("a reminder would come too often")]
    NotYet(NotYet),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// Who it went to, and to how many, is kept nowhere.
pub fn send(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    id: SurveyId,
    now: Moment,
    dice: &mut Dice,
) -> Result<Campaign, Refusal> {
    // It writes much: whoever writes into the diary meanwhile would win every race.
    accounts::hold_the_diary(conn)?;
    let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
    may_remind(&survey, now)?;
    let (rules, so_far) = (store::rules(conn, id)?, campaigns::so_far(conn, id)?);
    let calendar = calendar::calendar(conn)?;
    rules.may_follow(so_far, &calendar, now.day()).map_err(Refusal::NotYet)?;
    let campaign = Campaign { id: dice.id(), survey: id, kind: Kind::Reminder, number: so_far.reminders + 1, day: now.day() };
    campaigns::insert(conn, &campaign)?;
    let to = people::to_remind(conn, id)?;
    post::post(conn, master, &campaign, to, now, dice)?;
    accounts::note(conn, master, by, Deed::ReminderSent, &format!("{}: {}", survey.subject(), campaign.number), now)?;
    Ok(campaign)
}

/// Whether reminders make sense at all, however often they may come.
pub fn may_remind(survey: &Survey, now: Moment) -> Result<(), Refusal> {
    if survey.terms.door != Door::Roll || survey.terms.slips == Slips::Drawn {
        return Err(Refusal::NobodyKnown);
    }
    let is_open = survey.state.is_open() && survey.state.window().is_some_and(|window| now < window.closes);
    if is_open { Ok(()) } else { Err(Refusal::NotOpen) }
}
