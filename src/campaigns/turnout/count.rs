//! Counting, once a day and survey: what is written down is all that is ever shown.
//!
//! Behind an open link nobody knows who may answer, and nothing is counted.

use std::{collections::HashMap, time::Duration};

use diesel::QueryResult;
use jiff::civil::Date;

use super::{
    step::{Group, step, total},
    store,
};
use crate::{
    clock::{HOUR, Moment},
    credentials::issue,
    db::RegisterConn,
    ids::{StratumId, SurveyId},
    people::{self, Roll},
    surveys::{self, State, Survey},
};

/// When the day's count is taken, in Bangkok.
pub const AT: Duration = Duration::from_secs(6 * HOUR.as_secs());

/// Whether any survey is still to be counted today.
pub fn any_due(conn: &mut RegisterConn, now: Moment) -> QueryResult<bool> {
    Ok(!due(conn, now)?.is_empty())
}

/// Counts every survey that has not been counted today.
pub fn count(conn: &mut RegisterConn, now: Moment) -> QueryResult<()> {
    for (survey, roll) in due(conn, now)? {
        count_one(conn, survey, &roll, now.day())?;
    }
    Ok(())
}

/// Surveys that were open at six today, and those that have closed since they were counted last.
fn due(conn: &mut RegisterConn, now: Moment) -> QueryResult<Vec<(SurveyId, Roll)>> {
    let today = now.day();
    let at = Moment::start_of(today).plus(AT);
    if now < at {
        return Ok(Vec::new());
    }
    let mut due = Vec::new();
    for survey in surveys::all(conn)?.iter().filter(|survey| was_open_at(survey, at)) {
        if is_wanted(survey, store::last_day(conn, survey.id)?, today)
            && let Some(roll) = people::roll(conn, survey.id)?
        {
            due.push((survey.id, roll));
        }
    }
    Ok(due)
}

/// Whether anybody could have collected before this moment.
fn was_open_at(survey: &Survey, at: Moment) -> bool {
    match survey.state {
        State::Open { opened, .. } | State::Closed { opened, .. } | State::Published { opened, .. } => opened <= at,
        State::Draft { .. } | State::Scheduled { .. } => false,
    }
}

/// Once a day while it is open, and once more on the first morning after the close.
fn is_wanted(survey: &Survey, last: Option<Date>, today: Date) -> bool {
    match survey.state {
        State::Closed { closed, .. } | State::Published { closed, .. } => {
            last.is_none_or(|last| last <= closed.day()) && closed.day() < today
        }
        _ => last.is_none_or(|last| last < today),
    }
}

fn count_one(conn: &mut RegisterConn, survey: SurveyId, roll: &Roll, day: Date) -> QueryResult<()> {
    let collected: HashMap<StratumId, i64> = collected(conn, survey)?.into_iter().collect();
    let before: HashMap<StratumId, _> = store::groups(conn, survey)?.into_iter().collect();
    let unsigned = |number: i32| u32::try_from(number).unwrap_or(0);
    let group = |stratum: &people::RollStratum| Group {
        size: unsigned(stratum.size),
        collected: collected.get(&stratum.id).and_then(|count| u32::try_from(*count).ok()).unwrap_or(0),
        shown: before.get(&stratum.id).copied().unwrap_or_default(),
    };
    let groups: Vec<Group> = roll.strata.iter().map(group).collect();
    let shown = step(&groups, unsigned(roll.k));
    store::write_day(conn, survey, day, total(shown.iter().copied()))?;
    for (stratum, shown) in roll.strata.iter().zip(shown) {
        if before.get(&stratum.id) != Some(&shown) {
            store::write_group(conn, survey, stratum.id, shown)?;
        }
    }
    Ok(())
}

/// How many of each group have collected. This number goes no further than into `step`.
fn collected(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<(StratumId, i64)>> {
    issue::collected(conn, survey)
}
