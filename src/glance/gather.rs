//! Asks the rooms what they have of a year.

use diesel::QueryResult;
use jiff::civil::Date;

use super::{
    strip::{Kind, Lies, Row, Stands, stands},
    to_do::{ToDo, What, in_order},
};
use crate::{
    agenda::{self, Entry},
    authoring,
    clock::Moment,
    db::{Db, RegisterConn},
    department,
    language::{FiscalYear, Language},
    meetings::{self, Meeting, Stage},
    people,
    plans::{self, Status, Whole},
    results::ita,
    secrets::MasterKey,
    surveys::{self, State, Survey},
    web::at,
};

pub struct Glance {
    pub year: FiscalYear,
    pub rows: Vec<Row>,
    /// Only for those who plan.
    pub to_do: Option<Vec<ToDo>>,
    /// While no round was ever planned.
    pub first_steps: Option<FirstSteps>,
}

/// What a new house needs before its first round.
pub struct FirstSteps {
    pub has_department: bool,
    pub has_questions: bool,
    pub has_people: bool,
}

struct Register {
    rounds: Vec<Survey>,
    sessions: Vec<(Meeting, bool)>,
    plans: Vec<Whole>,
    /// Of the year that is looked at.
    entries: Vec<Entry>,
    /// Of this year and the one before, without a tick.
    waiting: Vec<Entry>,
    first_steps: FirstSteps,
}

/// `may_plan`: what is not open yet, and what is to be done, is for those who plan.
pub async fn gather(
    db: &Db,
    master: &MasterKey,
    (year, may_plan): (FiscalYear, bool),
    language: Language,
    now: Moment,
) -> QueryResult<Glance> {
    let (master, today) = (master.clone(), now.day());
    let register = db.read_register(move |conn| register(conn, &master, year, today)).await?;
    let mut rows: Vec<Row> = register.rounds.iter().filter_map(|round| round_row(round, may_plan, language, today)).collect();
    rows.extend(register.sessions.iter().filter_map(|(session, _)| session_row(session, may_plan, language, now)));
    rows.extend(register.plans.iter().flat_map(step_rows));
    rows.extend(register.entries.iter().map(|entry| agenda_row(entry, may_plan, language, today)));
    rows.retain(|row| row.is_in(year));
    rows.sort_by(|one, other| (one.kind, one.begins(), &one.name).cmp(&(other.kind, other.begins(), &other.name)));
    if !may_plan {
        return Ok(Glance { year, rows, to_do: None, first_steps: None });
    }
    let Register { rounds, sessions, plans, waiting, first_steps, .. } = register;
    let mut to_do: Vec<ToDo> = rounds.iter().filter_map(|round| round_to_do(round, language)).collect();
    to_do.extend(sessions.iter().filter_map(|(session, is_told)| session_to_do(session, *is_told, language, now)));
    to_do.extend(plans.iter().filter_map(|plan| plan_to_do(plan, language, today)));
    to_do.extend(waiting.iter().filter_map(|entry| agenda_to_do(entry, language)));
    to_do.extend(year_to_enter(db, today).await?);
    Ok(Glance { year, rows, to_do: Some(in_order(to_do, today)), first_steps: rounds.is_empty().then_some(first_steps) })
}

/// The score that was declared of the year before this one.
async fn year_to_enter(db: &Db, today: Date) -> QueryResult<Option<ToDo>> {
    let before = FiscalYear::new(FiscalYear::of(today).number() - 1);
    let Some(before) = before.filter(|before| before.number() >= ita::FIRST_YEAR) else { return Ok(None) };
    let entered = db.read_urn(move |conn| ita::entries_of(conn, before)).await?;
    let address = at::year(before.number(), "");
    Ok(entered.is_empty().then(|| ToDo { what: What::YearToEnter, name: before.number().to_string(), address, due: None }))
}

fn register(conn: &mut RegisterConn, master: &MasterKey, year: FiscalYear, today: Date) -> QueryResult<Register> {
    let mut sessions = Vec::new();
    for session in meetings::all(conn)? {
        let is_told = meetings::report_of(conn, session.id)?.is_some_and(|report| report.published.is_some());
        sessions.push((session, is_told));
    }
    // In the first days of a year, the last month of the one before is still asked for.
    let (this, asked) = (FiscalYear::of(today), plans::year_asked(today));
    let mut wholes = Vec::new();
    for plan in plans::all(conn)?.iter().filter(|plan| [year, this, asked].contains(&plan.wanted.year)) {
        wholes.extend(plans::find(conn, master, plan.id)?);
    }
    let since = FiscalYear::new(this.number() - 1).unwrap_or(this);
    let waiting = agenda::between(conn, since.first_day(), this.last_day())?;
    Ok(Register {
        rounds: surveys::all(conn)?,
        sessions,
        plans: wholes,
        entries: agenda::between(conn, year.first_day(), year.last_day())?,
        waiting: waiting.into_iter().filter(|entry| entry.done.is_none()).collect(),
        first_steps: FirstSteps {
            has_department: department::current(conn)?.is_some(),
            has_questions: !authoring::all(conn)?.is_empty(),
            has_people: !people::is_empty(conn)?,
        },
    })
}

fn round_row(round: &Survey, may_plan: bool, language: Language, today: Date) -> Option<Row> {
    let window = round.state.window().filter(|_| may_plan || round.state.has_opened())?;
    let first = match &round.state {
        State::Open { opened, .. } | State::Closed { opened, .. } | State::Published { opened, .. } => opened.day(),
        State::Draft { .. } | State::Scheduled { .. } => window.opens.day(),
    };
    // A close at midnight ends the day before.
    let last = Moment::from_micros(window.closes.micros() - 1).day();
    let is_done = matches!(round.state, State::Closed { .. } | State::Published { .. });
    Some(Row {
        kind: Kind::Round,
        name: round.name(language).to_owned(),
        address: match (may_plan, is_done) {
            (true, _) => at::round(round.id),
            (false, true) => at::results(round.id, ""),
            (false, false) => String::new(),
        },
        lies: Lies::Days { first, last: last.max(first) },
        stands: stands(first, last, today, is_done),
    })
}

fn day(seconds: i64) -> Option<Date> {
    Some(Moment::from_micros(seconds.checked_mul(1_000_000)?).day())
}

/// The days on which people meet; of a session without such days, those on which it takes questions.
fn session_row(session: &Meeting, may_plan: bool, language: Language, now: Moment) -> Option<Row> {
    let [first, last] = match &session.plan.gathering {
        Some(gathering) => [day(gathering.starts)?, day(gathering.ends)?],
        None => [day(session.plan.opens)?, session.closes?.day()],
    };
    let is_done = matches!(session.stage, Stage::Over | Stage::Cancelled) || session.is_past(now);
    let is_told = session.stage != Stage::Cancelled && (may_plan || session.promised.is_some());
    is_told.then(|| Row {
        kind: Kind::Session,
        name: session.name(language).to_owned(),
        address: if may_plan { at::meeting(session.id, "") } else { at::clinic_session(session.id) },
        lies: Lies::Days { first, last: last.max(first) },
        stands: stands(first, last, now.day(), is_done),
    })
}

fn step_rows(plan: &Whole) -> impl Iterator<Item = Row> {
    let (year, address) = (plan.plan.wanted.year, at::plan(plan.plan.id, ""));
    plan.steps().map(move |step| Row {
        kind: Kind::Plan,
        name: step.task.text.clone(),
        address: address.clone(),
        lies: Lies::Months { year, planned: step.task.months, done: step.done },
        stands: match step.task.status {
            Status::Planned => Stands::Ahead,
            Status::UnderWay => Stands::Now,
            Status::Done | Status::PutOff | Status::Dropped => Stands::Done,
        },
    })
}

fn agenda_row(entry: &Entry, may_plan: bool, language: Language, today: Date) -> Row {
    let wanted = &entry.wanted;
    Row {
        kind: Kind::Agenda,
        name: wanted.what.say(language).to_owned(),
        address: if may_plan { at::agenda_entry(entry.id, "") } else { String::new() },
        lies: Lies::Days { first: wanted.first, last: wanted.last },
        stands: stands(wanted.first, wanted.last, today, entry.done.is_some()),
    }
}

fn round_to_do(round: &Survey, language: Language) -> Option<ToDo> {
    let (what, due) = match &round.state {
        State::Draft { window } => (What::RoundToPrepare, window.map(|window| window.opens.day())),
        State::Scheduled { trouble: Some(_), window } => (What::RoundInTrouble, Some(window.opens.day())),
        State::Closed { .. } => (What::RoundToPublish, None),
        State::Scheduled { .. } | State::Open { .. } | State::Published { .. } => return None,
    };
    Some(ToDo { what, name: round.name(language).to_owned(), address: at::round(round.id), due })
}

fn session_to_do(session: &Meeting, is_told: bool, language: Language, now: Moment) -> Option<ToDo> {
    let name = session.name(language).to_owned();
    match session.stage {
        Stage::Draft => {
            let due = day(session.plan.opens);
            Some(ToDo { what: What::SessionToOpen, name, address: at::meeting(session.id, ""), due })
        }
        _ if session.may_be_reported(now) && !is_told => {
            Some(ToDo { what: What::SessionToReport, name, address: at::meeting(session.id, "/report"), due: None })
        }
        _ => None,
    }
}

/// By the 10th, for the month before.
fn plan_to_do(plan: &Whole, language: Language, today: Date) -> Option<ToDo> {
    plans::unsaid(plan, today).first()?;
    let (name, address) = (plan.plan.title(language).to_owned(), at::plan(plan.plan.id, ""));
    Some(ToDo { what: What::PlanToFollow, name, address, due: Some(plans::due_day(today)) })
}

fn agenda_to_do(entry: &Entry, language: Language) -> Option<ToDo> {
    let name = entry.wanted.what.say(language).to_owned();
    let address = at::agenda_entry(entry.id, "");
    entry.done.is_none().then_some(ToDo { what: What::Agenda, name, address, due: Some(entry.wanted.last) })
}
