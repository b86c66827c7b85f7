//! Why something was not done with a round.

use super::Obstacle;
use crate::{authoring, surveys};

#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such round")]
    NotFound,
    #[error("a round of this name is planned already")]
    NameTaken,
    #[error("not at this stage: {0}")]
    NotNow(#[from] surveys::NotNow),
    #[error("somebody changed it meanwhile")]
    ChangedMeanwhile,
    #[error("something stands in the way")]
    InTheWay(Vec<Obstacle>),
    #[error("the questions: {0}")]
    Questions(authoring::Refusal),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

impl From<surveys::Refusal> for Refusal {
    fn from(refusal: surveys::Refusal) -> Self {
        match refusal {
            surveys::Refusal::NameTaken => Self::NameTaken,
            surveys::Refusal::NotFound => Self::NotFound,
            surveys::Refusal::NotNow(not_now) => Self::NotNow(not_now),
            surveys::Refusal::Database(fault) => Self::Database(fault),
        }
    }
}

impl From<authoring::Refusal> for Refusal {
    fn from(refusal: authoring::Refusal) -> Self {
        match refusal {
            authoring::Refusal::NotFound => Self::NotFound,
            authoring::Refusal::Database(fault) => Self::Database(fault),
            other => Self::Questions(other),
        }
    }
}
