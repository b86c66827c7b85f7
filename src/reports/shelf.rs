//! Rounds as they were read, kept for the next who looks at them: reading a paper and its figures takes longer
//! than everything else that a page of results asks for.
//!
//! Kept by survey and digest of its figures, and figures never change under their digest, so that nothing here
//! is ever out of date and two servers show the same. The record itself is asked for each time. In one process
//! there may be several houses: no survey is in two of them, but in copies of the same.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use super::NotShown;
use crate::{
    db::UrnConn,
    ids::SurveyId,
    papers::Paper,
    results::{self, Released},
    urn,
};

/// More than a department makes in ten years; each is about as large as its paper.
const MOST: usize = 64;

type Key = (SurveyId, [u8; 32]);

static SHELF: Shelf<Released> = Shelf::new();

/// `None` before figures are let out.
pub fn released(conn: &mut UrnConn, survey: SurveyId) -> Result<Option<Arc<Released>>, NotShown> {
    let Some(record) = results::record(conn, survey)? else { return Ok(None) };
    let key = (survey, record.digest);
    if let Some(released) = SHELF.find(&key) {
        return Ok(Some(released));
    }
    let Some(paper) = urn::paper_text(conn, survey)? else { return Ok(None) };
    let released = Arc::new(Released { paper: Paper::read(&paper.text)?, figures: record.figures()? });
    SHELF.keep(key, &released);
    Ok(Some(released))
}

struct Shelf<T>(Mutex<VecDeque<(Key, Arc<T>)>>);

impl<T> Shelf<T> {
    const fn new() -> Self {
        Self(Mutex::new(VecDeque::new()))
    }

    fn find(&self, key: &Key) -> Option<Arc<T>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(other, _)| other == key).map(|(_, one)| one.clone())
    }

    /// The one that came first makes room.
    fn keep(&self, key: Key, one: &Arc<T>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.iter().any(|(other, _)| *other == key) {
            return;
        }
        if kept.len() >= MOST {
            kept.pop_front();
        }
        kept.push_back((key, one.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    #[test]
    fn what_is_of_another_digest_is_another_record_and_the_shelf_never_grows_past_its_end() {
        let (shelf, dice) = (Shelf::new(), &mut Dice::loaded(1));
        let keys: Vec<Key> = (0..=MOST).map(|_| (dice.id(), dice.bytes())).collect();
        for (number, key) in keys.iter().enumerate() {
            shelf.keep(*key, &Arc::new(number));
            shelf.keep(*key, &Arc::new(usize::MAX));
        }
        let found: Vec<_> = keys.iter().filter_map(|key| shelf.find(key)).map(|number| *number).collect();
        assert_eq!(found, (1..=MOST).collect::<Vec<_>>());
        let (survey, digest) = keys[MOST];
        assert_eq!(shelf.find(&(survey, [0; 32])), None);
        assert_eq!(shelf.find(&(keys[1].0, digest)), None);
    }
}
