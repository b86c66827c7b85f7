//! How much each part of the assessment counts in the total of a year, as data that an editor can change.
//!
//! Knows neither what the parts are made of nor what they come to.

use serde::{Deserialize, Serialize};

/// In per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    pub iit: u32,
    pub eit: u32,
    pub oit: u32,
}

impl Weights {
    /// What every total was weighed with before it could be changed: tables of 0.5.0 do not say it.
    pub const fn unsaid() -> Self {
        Self { iit: 30, eit: 30, oit: 40 }
    }

    /// One hundred, if they are sound.
    pub const fn sum(self) -> u32 {
        self.iit.saturating_add(self.eit).saturating_add(self.oit)
    }
}
