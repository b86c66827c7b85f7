//! The roll of a survey: who may answer, frozen, each in a stratum.
//!
//! A roll knows that somebody collected a credential, never when, never what they said. What is
//! shown of it does not move when somebody leaves: it would tell whether they had collected.

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use crate::{
    ids::{PersonId, StratumId, SurveyId, UnitId},
    language::Language,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roll {
    pub survey: SurveyId,
    pub drawn: Date,
    /// The rule it was drawn up by, as JSON.
    pub rule: String,
    /// The day on which service was counted.
    pub reference: Date,
    pub k: i32,
    /// How many people it had when it was drawn up.
    pub entered: i32,
    /// How many were added since.
    pub added: i32,
    pub strata: Vec<RollStratum>,
}

impl Roll {
    /// As it stands on the survey's public page.
    pub fn size(&self) -> i32 {
        self.entered + self.added
    }

    /// SHA-256 over the rule: what the database holds fixed from the opening on.
    pub fn rule_digest(&self) -> [u8; 32] {
        Sha256::digest(&self.rule).into()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollStratum {
    pub id: StratumId,
    pub name_thai: String,
    pub name_english: String,
    pub size: i32,
}

impl RollStratum {
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Thai => &self.name_thai,
            Language::English => &self.name_english,
        }
    }
}

/// A roll on its way into the register.
#[derive(Clone, Debug)]
pub struct DrawnUp {
    pub roll: Roll,
    pub units: Vec<(UnitId, StratumId)>,
    pub people: Vec<(PersonId, StratumId)>,
}

/// How somebody stands on a roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    NotOnRoll,
    /// They left before they collected, and are taken off.
    Left,
    OnRoll {
        stratum: StratumId,
        has_collected: bool,
    },
}

/// What the roll knows of one who may answer, for handing out a credential.
#[derive(Clone, Debug)]
pub struct Entry {
    pub stratum: StratumId,
    pub has_collected: bool,
    /// A keyed hash of the blinded message that was signed for them; noughts before that.
    pub blinded: Vec<u8>,
    /// Which of their links counts.
    pub link: i32,
    /// They asked not to be reminded.
    pub is_left_alone: bool,
}
