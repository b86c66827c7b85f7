//! What happens by itself while rounds are open: whoever was put on the roll since is invited, and planned reminders
//! go out at their hour.

use super::{NotYet, Outcome, Planned, Refusal, send, store};
use crate::{
    accounts::Actor,
    campaigns::{calendar, invite, is_anybody_uninvited},
    clock::{DAY, Moment},
    db::{Db, RegisterConn},
    dice::Chance,
    ids::SurveyId,
    secrets::MasterKey,
    surveys,
};

/// A round that cannot be read counts too: whoever keeps it says so, and goes on to the next.
pub fn any_due(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<bool> {
    for id in surveys::open(conn)? {
        if is_due(conn, id, now).unwrap_or(true) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_due(conn: &mut RegisterConn, id: SurveyId, now: Moment) -> diesel::QueryResult<bool> {
    let Some(survey) = surveys::find(conn, id)? else { return Ok(false) };
    Ok(is_anybody_uninvited(conn, &survey)? || !due(conn, id, now)?.is_empty())
}

/// Each survey in a transaction of its own: one that fails holds no other up. Says how many failed.
pub async fn keep(db: &Db, master: &MasterKey, chance: &Chance, now: Moment) -> diesel::QueryResult<usize> {
    let mut failures = 0;
    for id in db.read_register(surveys::open).await? {
        let (master, chance) = (master.clone(), chance.clone());
        let kept = db.register(move |conn| keep_one(conn, &master, id, now, &chance)).await;
        if let Err(fault) = kept {
            tracing::error!(%fault, "the letters of a round could not be seen to");
            failures += 1;
        }
    }
    Ok(failures)
}

fn keep_one(conn: &mut RegisterConn, master: &MasterKey, id: SurveyId, now: Moment, chance: &Chance) -> Result<(), Refusal> {
    let dice = &mut chance.dice();
    let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
    invite(conn, master, &survey, now, dice)?;
    for (planned, moment) in due(conn, id, now)? {
        // A server that stood still over its day does not write at night, nor two reminders at once.
        let outcome = if now.since(moment) >= DAY {
            Outcome::TooLate
        } else {
            match send(conn, master, &Actor::the_program(), id, now, dice) {
                Ok(_) => Outcome::Sent,
                Err(Refusal::NotYet(NotYet::Enough)) => Outcome::Enough,
                Err(Refusal::NotYet(NotYet::Before(_))) => Outcome::TooSoon,
                Err(Refusal::Database(fault)) => return Err(fault.into()),
                Err(Refusal::NotFound | Refusal::NotOpen | Refusal::NobodyKnown) => Outcome::TooLate,
            }
        };
        store::note_outcome(conn, planned.id, outcome)?;
    }
    Ok(())
}

fn due(conn: &mut RegisterConn, id: SurveyId, now: Moment) -> diesel::QueryResult<Vec<(Planned, Moment)>> {
    let waiting: Vec<_> = store::planned(conn, id)?.into_iter().filter(|planned| planned.outcome.is_none()).collect();
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let Some(window) = surveys::find(conn, id)?.and_then(|survey| survey.state.window()) else { return Ok(Vec::new()) };
    let (rules, calendar) = (store::rules(conn, id)?, calendar::calendar(conn)?);
    let with_moment = waiting.into_iter().map(|planned| (planned, planned.moment(window, rules, &calendar)));
    let mut due: Vec<_> = with_moment.filter(|(_, moment)| *moment <= now).collect();
    due.sort_by_key(|(_, moment)| *moment);
    Ok(due)
}
