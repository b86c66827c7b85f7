//! Letters that are written when they are sent.
//!
//! What lies in the outbox of such a letter is its order: for which reason it is, and for whom. Who takes
//! orders looks again before they write, and may find that the letter is not wanted any more.

use super::{Letter, Undelivered};
use crate::{clock::Moment, db::RegisterConn};

/// An order as whoever gave it wrote it down; it lies sealed.
pub type Order = String;

pub trait Scribe: Send + Sync {
    /// The letter as it goes out now; `None` if it is not wanted any more, and is to be dropped.
    fn write(&self, conn: &mut RegisterConn, order: &str, now: Moment) -> diesel::QueryResult<Option<Letter>>;

    /// The letter will not get through, now or later.
    fn give_up(&self, conn: &mut RegisterConn, order: &str, why: &Undelivered, now: Moment) -> diesel::QueryResult<()>;
}
