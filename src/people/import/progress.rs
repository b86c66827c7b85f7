//! How far a long work has come, for whoever waits for it.
//!
//! Kept in the memory of the instance that does the work: another one only knows that it is being
//! done ([`in_hand`](super::in_hand)). What is true is in the register; this is for patience.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};

use super::{NotUndone, Refused};
use crate::{ids::ImportId, sheets};

/// Why a work came to nothing; kept until somebody has been told.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    #[error("the file is forgotten")]
    Forgotten,
    #[error(transparent)]
    NotUnderstood(#[from] sheets::Refusal),
    #[error(transparent)]
    NotImported(#[from] Refused),
    #[error(transparent)]
    NotUndone(#[from] NotUndone),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    done: AtomicUsize,
    whole: AtomicUsize,
}

impl Progress {
    /// So many rows lie ahead, and none is done.
    pub fn begin(&self, whole: usize) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.whole.store(whole, Ordering::Relaxed);
    }

    pub fn step(&self, rows: usize) {
        self.0.done.fetch_add(rows, Ordering::Relaxed);
    }

    /// Done, of how many.
    pub fn seen(&self) -> (usize, usize) {
        let whole = self.0.whole.load(Ordering::Relaxed);
        (self.0.done.load(Ordering::Relaxed).min(whole), whole)
    }
}

/// The works of this instance, each for one import.
#[derive(Clone, Debug, Default)]
pub struct Works(Arc<Mutex<HashMap<ImportId, State>>>);

/// What is being done with an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Doing {
    Checking,
    Importing,
    Undoing,
}

impl Doing {
    const ALL: [Self; 3] = [Self::Checking, Self::Importing, Self::Undoing];

    const fn code(self) -> &'static str {
        match self {
            Self::Checking => "checking",
            Self::Importing => "importing",
            Self::Undoing => "undoing",
        }
    }
}

crate::db::stored_as_text!(Doing, |doing| doing.code(), |code| Doing::ALL.into_iter().find(|doing| doing.code() == code));

#[derive(Debug)]
enum State {
    GoingOn(Doing, Progress),
    Failed(Failed),
}

/// A work that is going on; it leaves the list when it ends, however it ends.
pub struct Work {
    works: Works,
    import: ImportId,
    pub progress: Progress,
}

impl Works {
    /// Takes up the work on an import; `None` if it is going on already.
    pub fn take_up(&self, import: ImportId, doing: Doing) -> Option<Work> {
        let mut works = self.list();
        if matches!(works.get(&import), Some(State::GoingOn(..))) {
            return None;
        }
        let progress = Progress::default();
        works.insert(import, State::GoingOn(doing, progress.clone()));
        drop(works);
        Some(Work { works: self.clone(), import, progress })
    }

    pub fn going_on(&self, import: ImportId) -> Option<(Doing, Progress)> {
        match self.list().get(&import) {
            Some(State::GoingOn(doing, progress)) => Some((*doing, progress.clone())),
            _ => None,
        }
    }

    /// Why the last work on an import came to nothing, for the first who asks.
    pub fn failed(&self, import: ImportId) -> Option<Failed> {
        let mut works = self.list();
        let state = works.remove(&import)?;
        match state {
            State::Failed(why) => Some(why),
            State::GoingOn(..) => {
                works.insert(import, state);
                None
            }
        }
    }

    fn list(&self) -> MutexGuard<'_, HashMap<ImportId, State>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Work {
    pub fn ends(self, outcome: Result<(), Failed>) {
        if let Err(why) = outcome {
            self.works.list().insert(self.import, State::Failed(why));
        }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        let mut works = self.works.list();
        if matches!(works.get(&self.import), Some(State::GoingOn(..))) {
            works.remove(&self.import);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    #[test]
    fn a_work_is_done_by_one_at_a_time_and_its_failure_is_told_once() {
        let (works, import) = (Works::default(), Dice::loaded(1).id());
        let work = works.take_up(import, Doing::Checking).unwrap();
        work.progress.begin(10);
        work.progress.step(4);
        assert!(works.take_up(import, Doing::Checking).is_none());
        let (doing, progress) = works.going_on(import).unwrap();
        assert_eq!((doing, progress.seen()), (Doing::Checking, (4, 10)));
        assert!(works.failed(import).is_none() && works.going_on(import).is_some());
        work.ends(Err(Failed::Forgotten));
        assert!(works.going_on(import).is_none());
        assert!(matches!(works.failed(import), Some(Failed::Forgotten)));
        assert!(works.failed(import).is_none());
        drop(works.take_up(import, Doing::Checking).unwrap());
        assert!(works.going_on(import).is_none(), "a work that was given up is going on no longer");
    }
}
