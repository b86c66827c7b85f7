//! Claiming a task, keeping it while the work goes on, and giving it back.
//!
//! A lease is short, so that another instance goes on soon after one has died, and is renewed as long as the
//! work takes. Should it be lost all the same (a machine that slept), another instance joins in and both go
//! on: every task can bear that.

use std::time::Duration;

use super::store;
use crate::{
    clock::{Clock, Moment},
    db::{Db, LEASE, with_signs_of_life},
    ids::InstanceId,
};

/// Most looks find nothing due: they read one row.
pub async fn is_due(db: &Db, name: &'static str, every: Duration, now: Moment) -> diesel::QueryResult<bool> {
    db.read_register(move |conn| store::is_due(conn, name, every, now)).await
}

/// Takes the task if it is due and free.
pub async fn claim(db: &Db, name: &'static str, every: Duration, by: InstanceId, now: Moment) -> diesel::QueryResult<bool> {
    db.register(move |conn| {
        store::enter(conn, name, now)?;
        store::claim(conn, name, every, by, now)
    })
    .await
}

/// Does the work, and says meanwhile that whoever does it lives.
pub async fn keep<T>(db: &Db, name: &'static str, by: InstanceId, clock: &Clock, work: impl Future<Output = T>) -> T {
    let sign = || async {
        let until = clock.now().plus(LEASE);
        match db.register(move |conn| store::renew(conn, name, by, until)).await {
            Ok(true) => {}
            Ok(false) => tracing::warn!(task = name, "another server has taken this task over as well"),
            Err(fault) => tracing::warn!(task = name, %fault, "a lease could not be renewed"),
        }
    };
    with_signs_of_life(work, sign).await
}

pub async fn finish(
    db: &Db,
    name: &'static str,
    by: InstanceId,
    now: Moment,
    every: Duration,
    outcome: String,
) -> diesel::QueryResult<()> {
    db.register(move |conn| store::finish(conn, name, by, now, now.plus(every), &outcome)).await
}

/// What came of a task that nobody leases.
pub async fn note(db: &Db, name: &'static str, now: Moment, every: Duration, outcome: String) -> diesel::QueryResult<()> {
    db.register(move |conn| store::note(conn, name, now, now.plus(every), &outcome)).await
}
