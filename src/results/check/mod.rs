//! Reported against recomputed: a mean or a total that somebody read elsewhere, worked out again from its
//! parts, and why the two may differ.
//!
//! Promises to say what it found and never whose mistake it is. Keeps nothing. Start at `recompute.rs`.

mod explain;
mod form;
mod lines;
pub mod pages;
mod recompute;
mod words;

#[cfg(test)]
mod tests;

pub use explain::Explanation;
pub use form::Form;
pub use lines::{LINES, Typed, figure, no_lines, read as read_lines, score, typed};
pub use recompute::{Check, Line, Outcome, Reported, Rule, TargetVerdict, Verdict, recompute};
pub use words::{outcome_in_words, words};
