//! Carrying over to the urn whatever waits in the register.

use crate::{
    afterwards, clinic,
    clock::Moment,
    db::{Db, RegisterConn},
    dice::Chance,
    ids::MeetingId,
    live,
    meetings::{self, Refusal, Stage},
    secrets::MasterKey,
};

/// What came of one look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    pub opened: usize,
    pub put_off: usize,
    pub ended: usize,
    /// What came of them was told.
    pub reported: usize,
    /// A database failed, or what is in it; the log says why, and it is tried again.
    pub failed: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum NotCarried {
    #[error("the session was refused: {0}")]
    Refused(#[from] Refusal),
    #[error("the database failed: {0}")]
    Database(#[from] diesel::result::Error),
    #[error("a thread was lost")]
    Lost(#[from] tokio::task::JoinError),
}

pub fn any_waiting(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<bool> {
    meetings::any_waiting(conn, now)
}

/// One session that fails holds no other up.
pub async fn carry_over(db: &Db, master: &MasterKey, chance: &Chance, now: Moment) -> Result<Carried, diesel::result::Error> {
    let mut carried = Carried::default();
    let waiting = db.read_register(move |conn| meetings::waiting(conn, now)).await?;
    for id in waiting.opening {
        count(opened(db, master, chance, id, now).await, &mut carried.opened, &mut carried.failed);
    }
    for (id, _) in waiting.to_tell {
        count(told(db, id).await, &mut carried.put_off, &mut carried.failed);
    }
    for id in waiting.due {
        if let Err(fault) = db.register(move |conn| meetings::over(conn, id, now)).await {
            count(Err(fault.into()), &mut carried.ended, &mut carried.failed);
        }
    }
    for (id, stage) in db.read_register(move |conn| meetings::waiting(conn, now)).await?.ended {
        count(end_told(db, id, stage).await, &mut carried.ended, &mut carried.failed);
    }
    for id in waiting.reports {
        count(afterwards::told(db, id).await.map_err(NotCarried::from), &mut carried.reported, &mut carried.failed);
    }
    Ok(carried)
}

fn count(done: Result<(), NotCarried>, well: &mut usize, failed: &mut usize) {
    match done {
        Ok(()) => *well += 1,
        Err(fault) => {
            tracing::error!(%fault, "a session could not be carried over to the urn");
            *failed += 1;
        }
    }
}

/// What was decided is brought to its end: the notice goes up, then everybody is invited.
pub async fn opened(db: &Db, master: &MasterKey, chance: &Chance, id: MeetingId, now: Moment) -> Result<(), NotCarried> {
    let Some(opening) = db.read_register(move |conn| meetings::opening(conn, id)).await? else { return Ok(()) };
    db.urn(move |conn| clinic::post_notice(conn, &opening.notice)).await?;
    let (master, chance) = (master.clone(), chance.clone());
    db.register(move |conn| meetings::finish_opening(conn, &master, id, now, &mut chance.dice())).await?;
    Ok(())
}

/// The end as it stands now.
pub async fn told(db: &Db, id: MeetingId) -> Result<(), NotCarried> {
    let closes = db.read_register(move |conn| meetings::find(conn, id)).await?.and_then(|meeting| meeting.closes);
    let Some(closes) = closes else { return Ok(()) };
    db.urn(move |conn| clinic::put_off(conn, id, closes.seconds())).await?;
    Ok(db.register(move |conn| meetings::note_told(conn, id, closes)).await?)
}

/// Then nothing is left of its key and of those who were invited.
pub async fn end_told(db: &Db, id: MeetingId, stage: Stage) -> Result<(), NotCarried> {
    let ended = if stage == Stage::Cancelled { clinic::Stage::Cancelled } else { clinic::Stage::Over };
    db.urn(move |conn| {
        clinic::end(conn, id, ended)?;
        live::close(conn, id)
    })
    .await?;
    if let Err(fault) = live::sweep(db).await {
        tracing::warn!(%fault, "a session has ended, but the files may still tell the order of what was asked live");
    }
    db.register(move |conn| meetings::note_end_told(conn, id)).await?;
    if let Err(fault) = db.rewrite_register(meetings::TABLES_WITH_KEYS).await {
        tracing::warn!(%fault, "a session has ended, but its key may still lie, sealed, in the register's files");
    }
    Ok(())
}
