//! Takes ballots from all visitors at once and casts those that wait together in one transaction: a disk
//! that has to be asked once for many.
//!
//! Answers only after the commit, in shuffled order. When too many wait, the next is told to come back.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use super::{
    Ballot, Cast, Refused,
    cast::{cast, lie_there},
    slot::Slots,
};
use crate::{
    clock::{Clock, Moment},
    db::Db,
    dice::Chance,
};

/// In one transaction.
const GROUP: usize = 256;
/// More than a few seconds' worth would only wait in vain.
const QUEUE: usize = 4_096;

type Fate = Result<Cast, NotCast>;

struct Waiting {
    ballot: Ballot,
    tell: oneshot::Sender<Fate>,
}

/// Cloning it gives the same box.
#[derive(Clone)]
pub struct BallotBox {
    db: Db,
    slots: Slots,
    queue: mpsc::Sender<Waiting>,
}

#[derive(Clone, Debug, thiserror::Error)]
pub enum NotCast {
    #[error("{0}")]
    Refused(#[from] Refused),
    #[error("too many wait")]
    Busy,
    #[error("the urn failed")]
    Urn(#[source] Arc<diesel::result::Error>),
}

impl BallotBox {
    /// Casts until the last copy of it is gone.
    pub fn open(db: &Db, clock: Clock, chance: Chance) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(cast_groups(db.clone(), clock, chance, waiting));
        Self { db: db.clone(), slots: Slots::default(), queue }
    }

    pub async fn hand_in(&self, mut ballot: Ballot) -> Fate {
        let urn_failed = |fault| NotCast::Urn(Arc::new(fault));
        let slot = self.slots.find(&self.db, ballot.survey).await.map_err(urn_failed)?.ok_or(Refused::NoSuchSurvey)?;
        let looked = slot.look(&mut ballot);
        let is_signed_otherwise = !ballot.is_entitled && !ballot.signature.is_empty();
        if looked.is_err() || is_signed_otherwise {
            match self.slots.newer(&self.db, ballot.survey, &slot).await.map_err(urn_failed)? {
                Some(newer) => newer.look(&mut ballot)?,
                None => looked?,
            }
        }
        let (tell, fate) = oneshot::channel();
        self.queue.try_send(Waiting { ballot, tell }).map_err(|_| NotCast::Busy)?;
        fate.await.unwrap_or(Err(NotCast::Busy))
    }
}

async fn cast_groups(db: Db, clock: Clock, chance: Chance, mut waiting: mpsc::Receiver<Waiting>) {
    let mut group = Vec::with_capacity(GROUP);
    while waiting.recv_many(&mut group, GROUP).await > 0 {
        let (ballots, told): (Vec<_>, Vec<_>) = group.drain(..).map(|one| (one.ballot, one.tell)).unzip();
        let fates = cast_group(&db, Arc::new(ballots), clock.now(), &chance).await;
        let mut answers: Vec<(oneshot::Sender<Fate>, Fate)> = told.into_iter().zip(fates).collect();
        chance.dice().shuffle(&mut answers);
        for (tell, fate) in answers {
            // Whoever does not wait any more asks again.
            let _gone = tell.send(fate);
        }
    }
}

/// Where nothing can be written, as on a full disk, what was stored before is there all the same: whoever asks for it
/// again is told so, whoever else waits beside them.
async fn cast_group(db: &Db, ballots: Arc<Vec<Ballot>>, now: Moment, chance: &Chance) -> Vec<Fate> {
    let (to_cast, dice) = (ballots.clone(), chance.clone());
    let fault = match db.urn(move |conn| cast(conn, &to_cast, now, &mut dice.dice())).await {
        Ok(fates) => return fates.into_iter().map(|fate| fate.map_err(NotCast::from)).collect(),
        Err(fault) => Arc::new(fault),
    };
    let in_vain = || Err(NotCast::Urn(fault.clone()));
    let waiting = ballots.len();
    match db.read_urn(move |conn| lie_there(conn, &ballots)).await {
        Ok(there) => there.into_iter().map(|is_there| if is_there { Ok(Cast::Same) } else { in_vain() }).collect(),
        Err::<_, diesel::result::Error>(_) => (0..waiting).map(|_| in_vain()).collect(),
    }
}
