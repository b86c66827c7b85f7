//! What is worth saying of a round: rules over the figures that were let out, and one sentence for each in
//! both languages.
//!
//! Promises that no sentence holds a figure that was not let out or made of those that were, and that a
//! figure is rounded once, when it is written. Advises nothing and alters nothing. Start at `finding.rs`,
//! then `rules/`.

mod finding;
mod rules;
mod words;

#[cfg(test)]
mod tests;

pub use finding::{Change, Finding, Gap, Standing};
pub use rules::{beyond_headings, findings};
pub use words::{heading_of_indicators, heading_of_rounds, heading_of_spread, heading_of_units, in_words};
