//! The one door: what of a survey may be let out. Everything that is ever shown of answers is made here.
//!
//! Promises that no figure is of fewer than k people, that no sum or difference of figures is, and that of fewer
//! than 3k people nothing tells what each of them said: neither to those who look on, nor to one of them, who
//! knows one answer. Aggregates are made of what is shown and of nothing else, so that they tell nothing more.
//! Pure: the same tallies give the same figures, which are let out once (`store`): two releases of one survey, whose
//! differences would be figures too, are never beside each other. Promises nothing against several who tell each other
//! what they said. Start at `survey.rs`; `proof/` works it out for every small survey.

mod alike;
mod band;
mod conditions;
mod groups;
mod habits;
mod question;
mod survey;

#[cfg(test)]
mod proof;

pub use survey::{Counted, figures, of_too_few};
