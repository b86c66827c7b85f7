//! What HR sees of the reminders of a survey: what went out and when, what is planned, and whether another may go out.
//! Never to whom, and of how many only what everybody may know.

use diesel::QueryResult;
use jiff::civil::Date;

use super::{NotYet, Planned, Refusal, Rules, rules::SoFar, send::may_remind, store};
use crate::{
    campaigns::{calendar, store as campaigns},
    clock::Moment,
    db::RegisterConn,
    people,
    surveys::Survey,
};

pub struct Outlook {
    pub rules: Rules,
    /// Whether HR has set them.
    pub is_planned: bool,
    pub so_far: SoFar,
    /// The days on which reminders went out.
    pub sent: Vec<Date>,
    pub planned: Vec<(Planned, Option<Moment>)>,
    pub now: Result<(), NotNow>,
    pub reach: Reach,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    NotOpen,
    NobodyKnown,
    NotYet(NotYet),
}

/// How many a reminder would go to, worked out from what is shown of the turnout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    AtMost(i64),
    FewerThan(i32),
}

pub fn outlook(conn: &mut RegisterConn, survey: &Survey, now: Moment) -> QueryResult<Outlook> {
    let kept = store::kept_rules(conn, survey.id)?;
    let (rules, so_far) = (kept.unwrap_or_default(), campaigns::so_far(conn, survey.id)?);
    let calendar = calendar::calendar(conn)?;
    let window = survey.state.window();
    let moment = |planned: &Planned| window.map(|window| planned.moment(window, rules, &calendar));
    let planned: Vec<_> = store::planned(conn, survey.id)?.into_iter().map(|planned| (planned, moment(&planned))).collect();
    let may = match may_remind(survey, now) {
        Ok(()) => rules.may_follow(so_far, &calendar, now.day()).map_err(NotNow::NotYet),
        Err(Refusal::NobodyKnown) => Err(NotNow::NobodyKnown),
        Err(_) => Err(NotNow::NotOpen),
    };
    Ok(Outlook {
        rules,
        is_planned: kept.is_some(),
        so_far,
        sent: campaigns::reminded_on(conn, survey.id)?,
        planned,
        now: may,
        reach: reach(conn, survey)?,
    })
}

fn reach(conn: &mut RegisterConn, survey: &Survey) -> QueryResult<Reach> {
    let reached = people::count_reached(conn, survey.id)?;
    let size = people::roll(conn, survey.id)?.map_or(0, |roll| i64::from(roll.size()));
    let shown = i64::from(campaigns::shown_turnout(conn, survey.id)?.unwrap_or(0));
    let waiting = reached.min(size - shown);
    Ok(if waiting < i64::from(survey.terms.k) { Reach::FewerThan(survey.terms.k) } else { Reach::AtMost(waiting) })
}

/// When the next planned reminder goes out, if any is planned.
pub fn next(conn: &mut RegisterConn, survey: &Survey, now: Moment) -> QueryResult<Option<Moment>> {
    let Some(window) = survey.state.window().filter(|_| may_remind(survey, now).is_ok()) else { return Ok(None) };
    let (rules, calendar) = (store::rules(conn, survey.id)?, calendar::calendar(conn)?);
    let waiting = store::planned(conn, survey.id)?.into_iter().filter(|planned| planned.outcome.is_none());
    Ok(waiting.map(|planned| planned.moment(window, rules, &calendar)).min())
}
