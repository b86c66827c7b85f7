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

pub struct Year {
    pub year: FiscalYear,
    pub rows: Vec<Row>,
    pub to_do: Vec<ToDo>,
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
    entries: Vec<Entry>,
    first_steps: FirstSteps,
}

pub async fn gather(db: &Db, master: &MasterKey, year: FiscalYear, language: Language, now: Moment) -> QueryResult<Year> {
    let master = master.clone();
    let Register { rounds, sessions, plans, entries, first_steps } =
        db.read_register(move |conn| register(conn, &master, year)).await?;
    let (today, before) = (now.day(), FiscalYear::new(year.number() - 1));
    let declared = match before {
        Some(before) => db.read_urn(move |conn| ita::entries_of(conn, before)).await?.len(),
        None => 0,
    };
    let mut rows: Vec<Row> = rounds.iter().filter_map(|round| round_row(round, language, today)).collect();
    rows.extend(sessions.iter().filter_map(|(session, _)| session_row(session, language, now)));
    rows.extend(plans.iter().flat_map(step_rows));
    rows.extend(entries.iter().map(|entry| agenda_row(entry, language, today)));
    rows.retain(|row| row.is_in(year));
    rows.sort_by(|one, other| (one.kind, one.begins(), &one.name).cmp(&(other.kind, other.begins(), &other.name)));
    let mut to_do: Vec<ToDo> = rounds.iter().filter_map(|round| round_to_do(round, language)).collect();
    to_do.extend(sessions.iter().filter_map(|(session, is_told)| session_to_do(session, *is_told, language, now)));
    to_do.extend(plans.iter().filter_map(|plan| plan_to_do(plan, language, today)));
    to_do.extend(entries.iter().filter_map(|entry| agenda_to_do(entry, language)));
    if let Some(before) = before.filter(|before| declared == 0 && before.number() >= ita::FIRST_YEAR) {
        let address = at::year(before.number(), "");
        to_do.push(ToDo { what: What::YearToEnter, name: before.number().to_string(), address, due: None });
    }
    Ok(Year { year, rows, to_do: in_order(to_do, today), first_steps: rounds.is_empty().then_some(first_steps) })
}

fn register(conn: &mut RegisterConn, master: &MasterKey, year: FiscalYear) -> QueryResult<Register> {
    let mut sessions = Vec::new();
    for session in meetings::all(conn)? {
        let is_told = meetings::report_of(conn, session.id)?.is_some_and(|report| report.published.is_some());
        sessions.push((session, is_told));
    }
    let mut wholes = Vec::new();
    for plan in plans::all(conn)?.iter().filter(|plan| plan.wanted.year == year) {
        wholes.extend(plans::find(conn, master, plan.id)?);
    }
    Ok(Register {
        rounds: surveys::all(conn)?,
        sessions,
        plans: wholes,
        entries: agenda::of_year(conn, year)?,
        first_steps: FirstSteps {
            has_department: department::current(conn)?.is_some(),
            has_questions: !authoring::all(conn)?.is_empty(),
            has_people: !people::is_empty(conn)?,
        },
    })
}

fn round_row(round: &Survey, language: Language, today: Date) -> Option<Row> {
    let window = round.state.window()?;
    let first = match &round.state {
        State::Open { opened, .. } | State::Closed { opened, .. } | State::Published { opened, .. } => opened.day(),
        State::Draft { .. } | State::Scheduled { .. } => window.opens.day(),
    };
    let last = match &round.state {
        State::Closed { closed, .. } | State::Published { closed, .. } => closed.day(),
        State::Draft { .. } | State::Scheduled { .. } | State::Open { .. } => window.closes.day(),
    };
    let is_done = matches!(round.state, State::Closed { .. } | State::Published { .. });
    Some(Row {
        kind: Kind::Round,
        name: round.name(language).to_owned(),
        address: at::round(round.id),
        lies: Lies::Days { first, last: last.max(first) },
        stands: stands(first, last, today, is_done),
    })
}

fn day(seconds: i64) -> Option<Date> {
    Some(Moment::from_micros(seconds.checked_mul(1_000_000)?).day())
}

/// The days on which people meet; of a session without such days, those on which it takes questions.
fn session_row(session: &Meeting, language: Language, now: Moment) -> Option<Row> {
    let [first, last] = match &session.plan.gathering {
        Some(gathering) => [day(gathering.starts)?, day(gathering.ends)?],
        None => [day(session.plan.opens)?, session.closes?.day()],
    };
    let is_done = matches!(session.stage, Stage::Over | Stage::Cancelled) || session.is_past(now);
    (session.stage != Stage::Cancelled).then(|| Row {
        kind: Kind::Session,
        name: session.name(language).to_owned(),
        address: at::meeting(session.id, ""),
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

fn agenda_row(entry: &Entry, language: Language, today: Date) -> Row {
    let wanted = &entry.wanted;
    Row {
        kind: Kind::Agenda,
        name: wanted.what.say(language).to_owned(),
        address: at::agenda_entry(entry.id, ""),
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
