//! One survey: its place in the year, its name, and the smallest group it will ever show.

use crate::{ids::SurveyId, language::FiscalYear, language::Language};

/// Rounds in one fiscal year.
pub const ROUNDS_MOST: i32 = 12;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    pub id: SurveyId,
    pub year: FiscalYear,
    pub round: i32,
    pub name_thai: String,
    pub name_english: String,
    /// Nothing is shown of a smaller group.
    pub k: i32,
}

impl Survey {
    /// In that language, or in Thai rather than nothing.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::English if !self.name_english.is_empty() => &self.name_english,
            _ => &self.name_thai,
        }
    }
}

pub struct NewSurvey {
    pub year: FiscalYear,
    pub round: i32,
    pub name_thai: String,
    pub name_english: String,
}

/// Why a survey was not planned.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("a survey of this name is planned for this round already")]
    NameTaken,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}
