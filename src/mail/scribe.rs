//! Letters that are written when they are sent.
//!
//! What lies in the outbox of such a letter is its order: for which reason it is, and for whom. Who takes
//! orders looks again before they write, and may find that the letter is not wanted any more.

use super::{Letter, Undelivered, letterhead::Sender};
use crate::{clock::Moment, db::RegisterConn};

/// An order as whoever gave it wrote it down; it lies sealed.
pub type Order = String;

/// A letter with the name at its foot.
#[derive(Clone, Debug)]
pub struct Composed {
    pub letter: Letter,
    pub sender: Sender,
}

pub trait Scribe: Send + Sync {
    /// The letter as it goes out now; `None` if it is not wanted any more, and is to be dropped.
    fn write(&self, conn: &mut RegisterConn, order: &str, now: Moment) -> diesel::QueryResult<Option<Composed>>;

    /// The letter will not get through, now or later. Its order is deleted in the same transaction.
    fn give_up(&self, conn: &mut RegisterConn, order: &str, why: &Undelivered, now: Moment) -> diesel::QueryResult<()>;
}
