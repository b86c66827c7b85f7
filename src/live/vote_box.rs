//! Takes votes from all phones at once and casts those that wait together in one transaction: a disk that has to be
//! asked once for many.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use super::cast::{Vote, Voted, cast};
use crate::db::Db;

/// In one transaction.
const GROUP: usize = 256;
/// More than a few seconds' worth would only wait in vain.
const QUEUE: usize = 4_096;

type Fate = Result<Voted, NotCast>;

struct Waiting {
    vote: Vote,
    tell: oneshot::Sender<Fate>,
}

#[derive(Clone, Debug, thiserror::Error)]
pub enum NotCast {
    #[error("too many wait")]
    Busy,
    #[error("the urn failed")]
    Urn(#[source] Arc<diesel::result::Error>),
}

/// Cloning it gives the same box.
#[derive(Clone)]
pub struct VoteBox(mpsc::Sender<Waiting>);

impl VoteBox {
    /// Casts until the last copy of it is gone.
    pub fn open(db: &Db) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(cast_groups(db.clone(), waiting));
        Self(queue)
    }

    /// Answers after the commit.
    pub async fn cast(&self, vote: Vote) -> Fate {
        let (tell, fate) = oneshot::channel();
        self.0.try_send(Waiting { vote, tell }).map_err(|_| NotCast::Busy)?;
        fate.await.unwrap_or(Err(NotCast::Busy))
    }
}

async fn cast_groups(db: Db, mut waiting: mpsc::Receiver<Waiting>) {
    let mut group = Vec::with_capacity(GROUP);
    while waiting.recv_many(&mut group, GROUP).await > 0 {
        let (votes, told): (Vec<_>, Vec<_>) = group.drain(..).map(|one| (one.vote, one.tell)).unzip();
        match db.urn(move |conn| cast(conn, &votes)).await {
            Ok(fates) => {
                for (tell, fate) in told.into_iter().zip(fates) {
                    // Whoever does not wait any more presses again.
                    let _gone = tell.send(Ok(fate));
                }
            }
            Err(fault) => {
                let fault = Arc::new(fault);
                for tell in told {
                    let _gone = tell.send(Err(NotCast::Urn(fault.clone())));
                }
            }
        }
    }
}
