//! The slot of the urn: everything about a ballot that can be looked at before anything is written.
//!
//! Papers never change once somebody has answered, so that each is read once and kept at hand with its keys. What an opening
//! that came to nothing left in the urn may be replaced before: so before a ballot is refused, a paper at hand is compared with
//! the one in the urn.

use std::{
    cell::RefCell,
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use diesel::QueryResult;
use sha2::{Digest as _, Sha256};

use super::{Ballot, Refused, store};
use crate::{
    credentials::verify::{PublicKey, Verifier},
    db::Db,
    ids::{StratumId, SurveyId},
    papers::{Paper, sealed_sizes},
};

/// What is needed of a paper to take ballots for it.
pub struct Slot {
    hash: Vec<u8>,
    keys: HashMap<StratumId, (Fingerprint, PublicKey)>,
    sizes: Vec<usize>,
}

/// Of a key: the same group may have had another one.
type Fingerprint = [u8; 32];

thread_local! {
    /// Each thread has its own, for they work in place.
    static VERIFIERS: RefCell<HashMap<Fingerprint, Verifier>> = RefCell::default();
}

impl Slot {
    fn of(paper: &Paper, hash: Vec<u8>) -> Option<Self> {
        let key = |stratum: &crate::papers::Stratum| {
            let spki = &stratum.key.0;
            Some((stratum.id, (Sha256::digest(spki).into(), PublicKey::from_spki(spki).ok()?)))
        };
        let keys = paper.strata.iter().map(key).collect::<Option<_>>()?;
        Some(Self { hash, keys, sizes: sealed_sizes(&paper.sizes).collect() })
    }

    /// Looks at a ballot: whether it may be one, and whether its signature holds.
    pub fn look(&self, ballot: &mut Ballot) -> Result<(), Refused> {
        let key = self.keys.get(&ballot.stratum).ok_or(Refused::WrongStratum)?;
        if !self.sizes.contains(&ballot.sealed.len()) {
            return Err(Refused::WrongSize);
        }
        ballot.is_entitled = !ballot.signature.is_empty() && holds(key, ballot);
        Ok(())
    }
}

fn holds(key: &(Fingerprint, PublicKey), ballot: &Ballot) -> bool {
    let (fingerprint, key) = key;
    VERIFIERS.with_borrow_mut(|verifiers| {
        let verifier = match verifiers.entry(*fingerprint) {
            std::collections::hash_map::Entry::Occupied(held) => held.into_mut(),
            std::collections::hash_map::Entry::Vacant(place) => match key.verifier() {
                Ok(verifier) => place.insert(verifier),
                Err(_) => return false,
            },
        };
        verifier.accepts(&ballot.message, &ballot.signature)
    })
}

/// Papers at hand. Cloning it gives the same ones.
#[derive(Clone, Default)]
pub struct Slots(Arc<RwLock<HashMap<SurveyId, Arc<Slot>>>>);

impl Slots {
    /// `None` while the urn has no such paper.
    pub async fn find(&self, db: &Db, survey: SurveyId) -> QueryResult<Option<Arc<Slot>>> {
        if let Some(slot) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&survey) {
            return Ok(Some(slot.clone()));
        }
        let Some(paper) = db.read_urn(move |conn| store::paper_text(conn, survey)).await? else { return Ok(None) };
        let slot = Paper::read(&paper.text).ok().and_then(|read| Slot::of(&read, paper.hash));
        let slot =
            Arc::new(slot.ok_or_else(|| diesel::result::Error::DeserializationError("the urn holds a spoilt paper".into()))?);
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(survey, slot.clone());
        Ok(Some(slot))
    }

    /// Another paper that has taken the place of the one at hand, if there is one.
    pub async fn newer(&self, db: &Db, survey: SurveyId, at_hand: &Slot) -> QueryResult<Option<Arc<Slot>>> {
        if db.read_urn(move |conn| store::paper_hash(conn, survey)).await?.is_none_or(|hash| hash == at_hand.hash) {
            return Ok(None);
        }
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(&survey);
        self.find(db, survey).await
    }
}
