//! Who does something with a plan and when; and why it was not done.

use crate::{rounds, surveys};

pub use crate::rounds::Hand;

#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such plan, or nothing of it")]
    NotFound,
    #[error("somebody changed it meanwhile")]
    Changed,
    #[error("the round has a plan already")]
    HasPlan,
    #[error("something was told of its months already")]
    Told,
    #[error("there is no room for more")]
    Full,
    #[error("a round of this name is planned already")]
    RoundTaken,
    #[error("the round: {0}")]
    Round(rounds::Refusal),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

impl From<rounds::Refusal> for Refusal {
    fn from(refusal: rounds::Refusal) -> Self {
        match refusal {
            rounds::Refusal::NotFound => Self::NotFound,
            rounds::Refusal::NameTaken => Self::RoundTaken,
            rounds::Refusal::Database(fault) => Self::Database(fault),
            other => Self::Round(other),
        }
    }
}

impl From<surveys::Refusal> for Refusal {
    fn from(refusal: surveys::Refusal) -> Self {
        rounds::Refusal::from(refusal).into()
    }
}
