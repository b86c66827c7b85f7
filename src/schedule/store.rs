//! Every question to the timetable.

use std::time::Duration;

use diesel::prelude::*;

use super::tables::tasks;
use crate::{
    clock::Moment,
    db::{LEASE, RegisterConn},
    each_engine,
    ids::InstanceId,
};

/// How a task stands, as the page shows it.
#[derive(Clone, Debug, Queryable)]
pub struct Kept {
    pub name: String,
    pub due: Moment,
    pub leased_until: Moment,
    pub finished: Option<Moment>,
    pub outcome: Option<String>,
}

pub fn timetable(conn: &mut RegisterConn) -> QueryResult<Vec<Kept>> {
    tasks::table
        .select((tasks::name, tasks::due, tasks::leased_until, tasks::finished, tasks::outcome))
        .order(tasks::name)
        .load(&mut conn.sql)
}

/// Puts a task on the timetable, if it is not there yet.
pub(super) fn enter(conn: &mut RegisterConn, name: &str, due: Moment) -> QueryResult<()> {
    let entry = (tasks::name.eq(name), tasks::due.eq(due), tasks::leased_until.eq(Moment::from_micros(0)));
    each_engine!(&mut conn.sql, |conn| { diesel::insert_into(tasks::table).values(entry).on_conflict_do_nothing().execute(conn) })
        .map(drop)
}

/// Whether a task is due and in nobody's hands. What stands further in the future than anybody writes it was
/// written while a clock was wrong; servers may be apart by a lease.
pub(super) fn is_due(conn: &mut RegisterConn, name: &str, every: Duration, now: Moment) -> QueryResult<bool> {
    let (late, lost) = limits(every, now);
    let kept: Option<(Moment, Moment)> =
        tasks::table.find(name).select((tasks::due, tasks::leased_until)).first(&mut conn.sql).optional()?;
    Ok(kept.is_none_or(|(due, leased)| (due <= now || due > late) && (leased < now || leased > lost)))
}

fn limits(every: Duration, now: Moment) -> (Moment, Moment) {
    (now.plus(every).plus(LEASE), now.plus(LEASE).plus(LEASE))
}

/// Takes a task that is due and free. Says whether it is ours.
pub(super) fn claim(conn: &mut RegisterConn, name: &str, every: Duration, by: InstanceId, now: Moment) -> QueryResult<bool> {
    let (late, lost) = limits(every, now);
    let is_due = tasks::due.le(now).or(tasks::due.gt(late));
    let is_free = tasks::leased_until.lt(now).or(tasks::leased_until.gt(lost));
    diesel::update(tasks::table.find(name).filter(is_due).filter(is_free))
        .set((tasks::leased_by.eq(by), tasks::leased_until.eq(now.plus(LEASE))))
        .execute(&mut conn.sql)
        .map(|claimed| claimed == 1)
}

/// Whoever has it in hand still lives. Says whether it is still theirs.
pub(super) fn renew(conn: &mut RegisterConn, name: &str, by: InstanceId, until: Moment) -> QueryResult<bool> {
    diesel::update(tasks::table.find(name).filter(tasks::leased_by.eq(by)))
        .set(tasks::leased_until.eq(until))
        .execute(&mut conn.sql)
        .map(|renewed| renewed == 1)
}

/// Gives a task back, with what came of it, if it is still ours.
pub(super) fn finish(
    conn: &mut RegisterConn,
    name: &str,
    by: InstanceId,
    now: Moment,
    due: Moment,
    outcome: &str,
) -> QueryResult<()> {
    diesel::update(tasks::table.find(name).filter(tasks::leased_by.eq(by)))
        .set((
            tasks::due.eq(due),
            tasks::leased_until.eq(Moment::from_micros(0)),
            tasks::finished.eq(now),
            tasks::outcome.eq(outcome),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Writes down what came of a task that nobody leases.
pub(super) fn note(conn: &mut RegisterConn, name: &str, now: Moment, due: Moment, outcome: &str) -> QueryResult<()> {
    enter(conn, name, now)?;
    diesel::update(tasks::table.find(name))
        .set((tasks::due.eq(due), tasks::finished.eq(now), tasks::outcome.eq(outcome)))
        .execute(&mut conn.sql)
        .map(drop)
}
