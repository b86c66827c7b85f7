//! Signing keys at hand: opened once from under the master key, and let go when their survey is over.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use diesel::QueryResult;

use super::{NotIssued, SigningKey, store};
use crate::{
    db::RegisterConn,
    ids::{StratumId, SurveyId},
    secrets::{MasterKey, Purpose, Sealed},
};

type Held = HashMap<StratumId, (SurveyId, Arc<SigningKey>)>;

/// Cloning it gives the same keys.
#[derive(Clone, Debug, Default)]
pub struct Keyring(Arc<RwLock<Held>>);

impl Keyring {
    pub fn key(&self, conn: &mut RegisterConn, master: &MasterKey, stratum: StratumId) -> Result<Arc<SigningKey>, NotIssued> {
        if let Some((_, key)) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&stratum) {
            return Ok(key.clone());
        }
        let (survey, sealed) = store::private_key(conn, stratum)?.ok_or(NotIssued::NotOpenYet)?;
        let der = master.open(Purpose::SigningKeys, stratum.as_bytes(), &Sealed::from_bytes(sealed));
        let der = zeroize::Zeroizing::new(der.map_err(|_| NotIssued::Key)?);
        let key = Arc::new(SigningKey::from_der(&der).map_err(|_| NotIssued::Key)?);
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(stratum, (survey, key.clone()));
        Ok(key)
    }

    /// Lets go of every key that the register has no more: its survey was closed, perhaps by another server.
    pub fn let_go_of_ended(&self, conn: &mut RegisterConn) -> QueryResult<()> {
        let held: Vec<StratumId> = self.0.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect();
        for stratum in held {
            if store::private_key(conn, stratum)?.is_none() {
                self.0.write().unwrap_or_else(PoisonError::into_inner).remove(&stratum);
            }
        }
        Ok(())
    }

    pub fn is_empty(&self) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// A survey is over.
    pub fn let_go(&self, survey: SurveyId) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).retain(|_, (of, _)| *of != survey);
    }
}
