//! The groups in which a survey is counted, fixed before anybody answers.
//!
//! Promises that every group has at least 2k people, or is the only one, whoever forms them: the rule
//! (`form`) or HR (`choose`); and that fewer than k people make no survey. Pure: counts come in,
//! groups go out. Knows no person and no answer. Start at `stratum.rs`, then `merging.rs`.

mod choice;
mod department;
#[cfg(test)]
mod invented;
mod merging;
#[cfg(test)]
mod promises;
mod stratum;
mod words;

pub use choice::{Misfit, SmallGroup, choose};
pub use merging::form;
pub use stratum::{Kind, Partition, Step, Stratum, TooFew, UnitCount, Why};
pub use words::name;
