//! Claiming a task and giving it back.

use std::time::Duration;

use super::store;
use crate::{clock::Moment, db::Db, ids::InstanceId};

/// Takes the task if it is due and free.
pub async fn claim(db: &Db, name: &'static str, by: InstanceId, now: Moment, lease: Duration) -> diesel::QueryResult<bool> {
    // Most looks find nothing to do: they only read.
    let may_be_ours = db
        .read_register(move |conn| {
            let kept = store::timetable(conn)?;
            Ok::<_, diesel::result::Error>(
                kept.iter().find(|kept| kept.name == name).is_none_or(|kept| kept.due <= now && kept.leased_until < now),
            )
        })
        .await?;
    if !may_be_ours {
        return Ok(false);
    }
    db.register(move |conn| {
        store::enter(conn, name, now)?;
        store::claim(conn, name, by, now, now.plus(lease))
    })
    .await
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
