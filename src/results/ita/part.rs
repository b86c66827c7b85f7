//! The three parts of the assessment.

use crate::{instruments::Assessment, yardsticks::Weights};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What staff say.
    Iit,
    /// What those say whom the department serves.
    Eit,
    /// What the department publishes.
    Oit,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::Iit, Self::Eit, Self::Oit];

    /// As in addresses and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Iit => "iit",
            Self::Eit => "eit",
            Self::Oit => "oit",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }

    /// The same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Iit => "IIT",
            Self::Eit => "EIT",
            Self::Oit => "OIT",
        }
    }

    /// In per cent; also the points it can give.
    pub fn weight(self, weights: Weights) -> i64 {
        i64::from(match self {
            Self::Iit => weights.iit,
            Self::Eit => weights.eit,
            Self::Oit => weights.oit,
        })
    }

    /// The kind of questionnaire that it can be taken from; none for what is only entered.
    pub const fn assessment(self) -> Option<Assessment> {
        match self {
            Self::Iit => Some(Assessment::Iit),
            Self::Eit => Some(Assessment::Eit),
            Self::Oit => None,
        }
    }
}
