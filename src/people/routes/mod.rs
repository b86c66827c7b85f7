//! HTTP: the roster, its units, imports, and who may answer.

pub mod eligible;
pub mod groups;
pub mod import;
pub mod merging;
pub mod person;
mod refusals;
pub mod roll;
pub mod roster;
pub mod rule;
pub mod units;
pub mod unreached;
