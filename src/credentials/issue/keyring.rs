//! Signing keys at hand: opened once from under the master key, and let go when their survey is over.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

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

    /// A survey is over.
    pub fn let_go(&self, survey: SurveyId) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).retain(|_, (of, _)| *of != survey);
    }
}
