//! A ballot on its way into the urn, and what can become of it.

use sha2::{Digest as _, Sha256};

use crate::{
    credentials::verify::PreparedMessage,
    ids::{StratumId, SurveyId},
};

/// As it was handed in. Whether its signature holds was looked at before; whether it is needed turns out
/// when it is cast.
#[derive(Clone)]
pub struct Ballot {
    pub survey: SurveyId,
    pub stratum: StratumId,
    pub message: PreparedMessage,
    pub signature: Vec<u8>,
    pub sealed: Vec<u8>,
    pub is_entitled: bool,
}

/// By which a ballot is told from those before it under the same message.
pub type Digest = [u8; 16];

impl Ballot {
    pub fn digest(&self) -> Digest {
        let hash: [u8; 32] = Sha256::digest(&self.sealed).into();
        hash.first_chunk().copied().unwrap_or_default()
    }
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cast {
    Stored,
    /// It was there already.
    Same,
    Replaced,
}

/// Why it was not taken. Nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("no survey of this id has opened")]
    NoSuchSurvey,
    #[error("before the opening")]
    NotOpenYet,
    #[error("after the close and the grace")]
    Closed,
    #[error("the survey has no such stratum, or the ballot to replace is of another")]
    WrongStratum,
    #[error("the signature does not fit")]
    NotEntitled,
    #[error("none of the sizes of the paper")]
    WrongSize,
    #[error("it was there, and has been replaced since")]
    Superseded,
    #[error("the ballot with this message is opened already")]
    Released,
}
