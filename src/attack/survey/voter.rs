//! Somebody who may answer, and everything that is true of them and nobody else may know.

use sha2::{Digest as _, Sha256};

use crate::ids::{PersonId, StratumId};

#[derive(Clone)]
pub struct Voter {
    pub id: PersonId,
    pub number: String,
    pub name: String,
    pub email: String,
    pub link: String,
    /// Where they are counted; known once they have used their link.
    pub stratum: Option<StratumId>,
    pub receipt: String,
    pub message: Vec<u8>,
    pub signature: Vec<u8>,
    /// Everything they sent through door two, the last of which counts.
    pub sealed: Vec<Vec<u8>>,
    /// Their own pattern: no two people answer alike. 0: they left the question out.
    pub levels: Vec<u8>,
    /// Their own words.
    pub text: String,
    pub has_cast: bool,
}

impl Voter {
    /// What is theirs alone in their address.
    pub fn mailbox(&self) -> &str {
        self.email.split('@').next().unwrap_or_default()
    }

    /// What they answered, field by field.
    pub fn fields(&self) -> Vec<(String, String)> {
        let levels = self.levels.iter().zip(1..).filter(|(level, _)| **level > 0);
        let levels = levels.map(|(level, item)| (format!("i{item}"), level.to_string()));
        levels.chain([("t1".to_owned(), self.text.clone())]).collect()
    }

    /// How their answers lie in the urn once they are opened: see `instruments/compact.rs`.
    pub fn compact(&self) -> Vec<u8> {
        [1].into_iter().chain(self.levels.iter().map(|level| if *level == 0 { 0 } else { level + 1 })).collect()
    }

    /// By which the urn tells the ballots under one message from each other.
    pub fn digests(&self) -> impl Iterator<Item = Vec<u8>> {
        self.sealed.iter().map(|sealed| Sha256::digest(sealed).iter().copied().take(16).collect())
    }
}
