//! An import in hand: one server works on it at a time, and every other says that somebody does.

use diesel::QueryResult;

use super::Doing;
use crate::{
    clock::{Clock, Moment},
    db::{Db, LEASE, with_signs_of_life},
    dice::Chance,
    ids::{ImportId, InstanceId},
    people::store,
};

pub struct Hold {
    db: Db,
    clock: Clock,
    import: ImportId,
    by: InstanceId,
}

impl Hold {
    /// `None` if another server has it in hand.
    pub async fn take(db: &Db, clock: &Clock, chance: &Chance, import: ImportId, doing: Doing) -> QueryResult<Option<Self>> {
        let by: InstanceId = chance.dice().id();
        let now = clock.now();
        let taken = db.register(move |conn| store::take_in_hand(conn, import, doing, by, (now, now.plus(LEASE)))).await?;
        Ok(taken.then(|| Self { db: db.clone(), clock: clock.clone(), import, by }))
    }

    /// Does the work, and gives the import back. A server that dies meanwhile loses it after a while.
    pub async fn until_done<T>(self, work: impl Future<Output = T>) -> T {
        let Self { db, clock, import, by } = &self;
        let sign = || async {
            let (import, by, until) = (*import, *by, clock.now().plus(LEASE));
            if let Err(fault) = db.register(move |conn| store::keep_in_hand(conn, import, by, until)).await {
                tracing::warn!(%fault, "another server may take this import for one that nobody works on");
            }
        };
        let done = with_signs_of_life(work, sign).await;
        let (import, by) = (*import, *by);
        if let Err(fault) = db.register(move |conn| store::give_back(conn, import, by)).await {
            tracing::warn!(%fault, "an import is done, but other servers will wait for it a little longer");
        }
        done
    }
}

/// What any server does with it at this moment.
pub async fn in_hand(db: &Db, import: ImportId, now: Moment) -> QueryResult<Option<Doing>> {
    db.read_register(move |conn| store::in_hand(conn, import, now)).await
}
