//! The pages of this room, drawn from plain data.

pub mod eligible;
pub mod groups;
pub mod import;
pub mod outcomes;
pub mod person;
pub mod roll;
pub mod roster;
pub mod rule;
pub mod twins;
pub mod unit_choices;
pub mod units;
pub mod unreached;
