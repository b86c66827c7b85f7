//! What the department as a whole says, to two decimals and beyond doubt; and nobody sees a person.
//!
//! Promises that every figure on every page and in every file comes through one door (`disclose`), from
//! opened ballots alone, and that arithmetic is exact until it is written. Knows no roster, no round and no
//! reader: what it is looked at with comes as an `Occasion`. Start at `figures.rs`, then `disclose/`.

mod before;
pub mod charts;
pub mod check;
pub mod comments;
pub mod disclose;
pub mod elections;
pub mod exports;
pub mod figure;
pub mod figures;
pub mod findings;
pub mod ita;
mod occasion;
pub mod pages;
pub mod publication;
mod questions;
pub mod report;
mod settle;
mod store;
mod tables;
mod tally;
pub mod words;

#[cfg(test)]
mod invented;

pub use before::{place, round_before};
pub use occasion::{Listed, Occasion, Released, Round, Target};
pub use questions::{Asked, Kind};
pub use settle::{NotSettled, any_waiting, recount, settle_all, waiting};
pub use store::{Record, figures, record};
pub use tally::{Count, Habits, Tally};
