//! What this room's refusals mean to a browser, and the checks that several forms share.

use crate::{
    accounts::{
        Busy, Refusal,
        account::LONGEST_NAME,
        password::too_weak,
        words::{weak_in_words, words},
    },
    language::Language,
    web::{Failure, Faults},
};

/// Refusals that are the same everywhere; the rest is mapped where its words are.
impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoSuchAccount => Self::NotFound,
            Refusal::TooOften { wait } => Self::TooMany { wait },
            Refusal::Database(fault) => fault.into(),
            other => Self::broken(other),
        }
    }
}

impl From<Busy> for Failure {
    fn from(busy: Busy) -> Self {
        Self::Unavailable(busy.into())
    }
}

/// A new password, or what is wrong with it. `personal` is what a guesser knows.
pub fn new_password(typed: &str, personal: &[&str], language: Language) -> Result<String, Faults> {
    match too_weak(typed, personal) {
        Some(weak) => Err(Faults::one("password", weak_in_words(language, weak))),
        None => Ok(typed.to_owned()),
    }
}

pub fn parse_name(typed: &str, language: Language) -> Result<&str, &'static str> {
    let say = words(language);
    if typed.is_empty() {
        Err(say.name_missing)
    } else if typed.chars().count() > LONGEST_NAME || typed.chars().any(char::is_control) {
        Err(say.name_too_long)
    } else {
        Ok(typed)
    }
}
