//! Why a deed about people or units was not done: at its field, or as a page of its own.

use crate::{
    language::Language,
    people::{
        NotDrawnUp, Refusal,
        words::{audience::not_drawn_up_in_words, refusal_in_words},
    },
    surveys::Survey,
    web::{Failure, Faults},
};

/// The fault at a field of the form, or the failure if no field could put it right.
pub fn fault_at(field: Option<&'static str>, refusal: Refusal, language: Language) -> Result<Faults, Failure> {
    let sentence = refusal_in_words(language, &refusal);
    match (field, refusal) {
        (_, Refusal::Database(fault)) => Err(fault.into()),
        (Some(field), _) => Ok(Faults::one(field, sentence)),
        (None, Refusal::NoSuchPerson | Refusal::NoSuchUnit) => Err(Failure::NotFound),
        (None, _) => Err(Failure::Refused(sentence)),
    }
}

/// The page that says that what was promised at the opening stays as it is.
pub fn refuse_once_open(survey: &Survey, language: Language) -> Result<(), Failure> {
    if survey.state.has_opened() { Err(not_drawn_up(language, NotDrawnUp::Open)) } else { Ok(()) }
}

/// The page that says why nothing was settled of who may answer.
pub fn not_drawn_up(language: Language, refusal: NotDrawnUp) -> Failure {
    match refusal {
        NotDrawnUp::Database(fault) => fault.into(),
        refusal => Failure::Refused(not_drawn_up_in_words(language, &refusal)),
    }
}
