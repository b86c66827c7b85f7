//! One survey: its place in the year, its name, what it asks, what it promises, and how far it is.

use super::{NotNow, State, Terms};
use crate::{
    clock::Moment,
    ids::{InstrumentId, SurveyId},
    language::{FiscalYear, Language},
};

/// Rounds in one fiscal year.
pub const ROUNDS_MOST: i32 = 12;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    pub id: SurveyId,
    pub year: FiscalYear,
    pub round: i32,
    pub name_thai: String,
    pub name_english: String,
    pub instrument: Option<InstrumentId>,
    /// The round it was made from.
    pub copied_from: Option<SurveyId>,
    pub terms: Terms,
    pub state: State,
}

impl Survey {
    /// In that language, or in Thai rather than nothing.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::English if !self.name_english.is_empty() => &self.name_english,
            _ => &self.name_thai,
        }
    }

    /// Nothing is shown of a smaller group.
    pub const fn k(&self) -> i32 {
        self.terms.k
    }

    /// For the diary.
    pub fn subject(&self) -> String {
        format!("{} {}/{}", self.name_thai, self.round, self.year.number())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSurvey {
    pub year: FiscalYear,
    pub round: i32,
    pub name_thai: String,
    pub name_english: String,
}

/// A close that was put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    pub decided: jiff::civil::Date,
    pub before: Moment,
    pub after: Moment,
}

/// Why a survey was not planned or changed.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("a survey of this name is planned for this round already")]
    NameTaken,
    #[error("there is no such survey")]
    NotFound,
    #[error("not at this stage: {0}")]
    NotNow(#[from] NotNow),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}
