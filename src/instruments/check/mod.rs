//! The check list: what is wrong with an instrument, or may be misread, before anybody is asked.
//!
//! Promises that an instrument without a finding that stops can be put before people and counted.
//! Looks for what forms are known to get wrong; does not understand language, so what it says about
//! wording is advice wherever it may be mistaken.

mod choices;
mod codes;
mod conditions;
mod direction;
mod finding;
mod missing;
mod negation;
mod personal;
mod same;
mod shape;
#[cfg(test)]
mod tests;
mod wording;

pub use finding::{Finding, Misdirected, Place, TextOf, Weight, What};
