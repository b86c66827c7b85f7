//! The integrity assessment of a whole fiscal year: its parts, its total, and the level that follows.
//!
//! Promises that a total is made of exact parts and rounded once, that a part without answers is never taken
//! for a score of 0 without saying so, and that a level comes with its reason. What each part counts and which
//! levels there are is data of a year, told by whoever asks. Start at `total.rs`, then `level.rs`.

mod entry;
mod form;
mod level;
pub mod pages;
mod part;
mod store;
mod total;
mod words;

#[cfg(test)]
mod tests;

pub use entry::{Declared, Entry, Indicator, Says};
pub use form::Form;
pub use level::{Level, Reason, Rounding, rate, rounded_up};
pub use part::Part;
pub use store::{entries, entries_of, entry_of, keep};
pub use total::{FIRST_YEAR, Given, Line, NoTotal, Stands, Total, Year};
pub use words::{about_total, cap_in_words, level_in_words, rounding_in_words, words};
