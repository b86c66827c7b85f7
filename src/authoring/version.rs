//! One version of an instrument, as it stands in the library or was made for a round.

use jiff::civil::Date;

use crate::{
    ids::{FamilyId, InstrumentId, SurveyId},
    instruments::{Instrument, Refused, Text},
};

/// SHA-256 over the JSON form.
pub type Digest = [u8; 32];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: InstrumentId,
    pub family: FamilyId,
    /// From 1 within its family.
    pub number: i32,
    /// The version it was made from.
    pub source: Option<InstrumentId>,
    /// The round it was made for; none: it stands in the library.
    pub round: Option<SurveyId>,
    pub instrument: Instrument,
    pub digest: Digest,
    pub changed: Date,
    /// Never to change again: a round has been scheduled with it.
    pub is_fixed: bool,
    pub is_put_away: bool,
    /// What could not be taken over from the file it came in, as JSON, until somebody has read it.
    pub losses: Option<String>,
}

/// The same for a list, without the questions themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: InstrumentId,
    pub family: FamilyId,
    pub number: i32,
    pub round: Option<SurveyId>,
    pub title: Text,
    pub questions: usize,
    pub changed: Date,
    pub is_fixed: bool,
    pub is_put_away: bool,
}

/// Why an instrument was not added or changed.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such instrument")]
    NotFound,
    #[error("a round was scheduled with this version")]
    Fixed,
    #[error("somebody changed it meanwhile")]
    ChangedMeanwhile,
    #[error("too large: {0}")]
    TooLarge(#[source] Refused),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}
