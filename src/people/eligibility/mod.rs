//! Who may answer a survey: a rule as data, and what it says of somebody.
//!
//! Pure: the days and the units are handed in. Knows no names, no roll and no answers. Start at
//! `rule.rs`; then `service.rs` for the arithmetic of days and `verdict.rs` for the order of reasons.

mod rule;
mod service;
mod verdict;

pub use rule::{Comparator, Reference, Rule};
pub use verdict::{Applied, Facts, Verdict};
