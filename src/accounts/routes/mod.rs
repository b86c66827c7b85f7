//! Handlers of this room, a file for each group of addresses. The permission of each stands
//! first in its arguments.

pub mod diary;
pub mod entering;
pub mod links;
pub mod own_account;
pub mod people;
pub mod second_factor;

use super::{Refusal, password::Weak, words::weak_in_words};
use crate::{
    language::Language,
    web::{Failure, Faults},
};

/// Refusals that are the same everywhere; the rest is mapped where its words are.
impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoSuchAccount => Self::NotFound,
            Refusal::Database(fault) => fault.into(),
            other => Self::broken(other),
        }
    }
}

impl From<super::Busy> for Failure {
    fn from(busy: super::Busy) -> Self {
        Self::Unavailable(busy.into())
    }
}

/// A new password, or what is wrong with it.
fn new_password(typed: &str, personal: &[&str], language: Language) -> Result<String, Faults> {
    match super::password::too_weak(typed, personal) {
        Some(weak) => Err(fault(language, weak)),
        None => Ok(typed.to_owned()),
    }
}

fn fault(language: Language, weak: Weak) -> Faults {
    Faults::one("password", weak_in_words(language, weak))
}
