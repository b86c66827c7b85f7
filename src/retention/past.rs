//! What is past its time, by the months that the department keeps things.

use std::{collections::HashSet, time::Duration};

use diesel::QueryResult;
use jiff::civil::Date;

use crate::{
    accounts::{self, Deed},
    clinic,
    clock::{DAY, Moment},
    db::{Db, RegisterConn, UrnConn},
    department,
    ids::{MeetingId, PersonId, PlanId, SurveyId},
    live, meetings, people, plans, results, surveys, urn,
};

/// After the settings were changed, so that a slip can be taken back before anything is gone.
const PATIENCE: Duration = Duration::from_secs(3 * DAY.as_secs());

/// Everything that is to go, by the names under which the department knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// Answers, comments, and who was on the roll.
    pub rounds: Vec<(SurveyId, String)>,
    /// What was asked and answered, but for what stands on the board.
    pub sessions: Vec<Session>,
    pub plans: Vec<(PlanId, String)>,
    /// Those who have left.
    pub people: Vec<PersonId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: MeetingId,
    pub name: String,
    /// Of the clinic that stands open, what was answered before this day; of any other that is over, everything.
    pub before: Option<Date>,
}

impl Session {
    /// As the diary has it. One that stands open is let go of piece by piece.
    pub fn subject(&self) -> String {
        match self.before {
            Some(day) => format!("{} < {day}", self.name),
            None => self.name.clone(),
        }
    }
}

impl Past {
    /// Whose matters go, and of which only those from before a day.
    pub fn matters(&self) -> Vec<(MeetingId, Option<Date>)> {
        self.sessions.iter().map(|session| (session.id, session.before)).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.rounds.is_empty() && self.sessions.is_empty() && self.plans.is_empty() && self.people.is_empty()
    }
}

/// The rounds of which the diary says that their answers were let go of.
pub fn forgotten(conn: &mut RegisterConn) -> QueryResult<Vec<SurveyId>> {
    let named: HashSet<String> = accounts::subjects(conn, Deed::PastForgotten)?.into_iter().collect();
    Ok(surveys::all(conn)?.into_iter().filter(|round| named.contains(&round.subject())).map(|round| round.id).collect())
}

/// Looks, and changes nothing.
pub async fn find(db: &Db, now: Moment) -> QueryResult<Past> {
    // Side after side: what ended before the day, and then what is still there of it.
    let (mut past, rolls) = db.read_register(move |conn| ended(conn, now)).await?;
    let asked = past.clone();
    let there = db.read_urn(move |conn| still_there(conn, &asked)).await?;
    past.rounds.retain(|(id, _)| there.told.contains(id) && (rolls.contains(id) || there.answers.contains(id)));
    past.sessions.retain(|session| there.sessions.contains(&session.id));
    let going: Vec<SurveyId> = past.rounds.iter().map(|(id, _)| *id).collect();
    past.people = db
        .read_register(move |conn| match department::first_day_kept(conn, now.day())? {
            Some(kept) => people::gone_before(conn, kept, &going),
            None => Ok(Vec::new()),
        })
        .await?;
    Ok(past)
}

/// Whether the settings have stood for long enough that nobody will take them back.
pub async fn may_begin(db: &Db, now: Moment) -> QueryResult<bool> {
    let department = db.read_register(department::current).await?;
    Ok(department.is_some_and(|department| department.changed.plus(PATIENCE) <= now))
}

/// What the register says: with the rounds of which it still knows who was on the roll.
fn ended(conn: &mut RegisterConn, now: Moment) -> QueryResult<(Past, Vec<SurveyId>)> {
    let (mut past, mut rolls) = (Past::default(), Vec::new());
    let Some(kept) = department::first_day_kept(conn, now.day())? else { return Ok((past, rolls)) };
    for round in surveys::all(conn)? {
        if round.state.over_since().is_some_and(|closed| closed.day() < kept) {
            if people::is_anybody_on_roll(conn, round.id)? {
                rolls.push(round.id);
            }
            past.rounds.push((round.id, round.subject()));
        }
    }
    for meeting in meetings::all(conn)? {
        let ends = meeting.plan.ends(meeting.closes).map(|seconds| Moment::from_micros(seconds.saturating_mul(1_000_000)));
        let has_ended = matches!(meeting.stage, meetings::Stage::Over | meetings::Stage::Cancelled);
        let before = meeting.plan.is_standing().then_some(kept);
        if before.is_some() || has_ended && ends.is_some_and(|ends| ends.day() < kept) {
            // Sessions may have one title month after month.
            let title = &meeting.plan.title.th;
            let name = ends.filter(|_| before.is_none()).map(|ends| format!("{title} ({})", ends.day()));
            past.sessions.push(Session { id: meeting.id, name: name.unwrap_or_else(|| title.clone()), before });
        }
    }
    for plan in plans::all(conn)? {
        if plan.wanted.year.last_day() < kept {
            past.plans.push((plan.id, plan.wanted.title.th.clone()));
        }
    }
    Ok((past, rolls))
}

/// What the urn knows of what is past.
#[derive(Default)]
struct There {
    /// Rounds whose ballots are opened and whose figures are written down: nothing needs them any more.
    told: HashSet<SurveyId>,
    answers: HashSet<SurveyId>,
    sessions: HashSet<MeetingId>,
}

fn still_there(conn: &mut UrnConn, past: &Past) -> QueryResult<There> {
    let waiting = results::waiting(conn)?;
    let mut there = There::default();
    there.told.extend(urn::all_released(conn)?.into_iter().filter(|id| !waiting.contains(id)));
    for (id, _) in &past.rounds {
        if urn::keeps_answers(conn, *id)? {
            there.answers.insert(*id);
        }
    }
    there.sessions = clinic::keep_done(conn, &past.matters())?;
    for Session { id, before, .. } in &past.sessions {
        if before.is_none() && live::keeps_words(conn, *id)? {
            there.sessions.insert(*id);
        }
    }
    Ok(there)
}
