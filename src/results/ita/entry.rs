//! What is written down of one part of a year: a round of our own, or what somebody else declared.

use serde::{Deserialize, Serialize};

use super::Part;
use crate::{ids::SurveyId, language::FiscalYear, results::figure::Score};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub year: FiscalYear,
    pub part: Part,
    pub says: Says,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    Ours(SurveyId),
    Declared(Declared),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// In hundredths; `None`: nobody answered, which is no score of 0.
    pub hundredths: Option<i32>,
    /// The paper or page that says so.
    pub source: String,
    /// That came with it; may be empty.
    pub indicators: Vec<Indicator>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub label: String,
    pub hundredths: i32,
}

impl Declared {
    pub fn score(&self) -> Option<Score> {
        self.hundredths.map(|hundredths| Score::from_hundredths(hundredths.into()))
    }
}

impl Indicator {
    pub fn score(&self) -> Score {
        Score::from_hundredths(self.hundredths.into())
    }
}
