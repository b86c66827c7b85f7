//! Plans at their addresses.

mod deeds;
pub mod measures;
pub mod papers;
pub mod plans;
pub mod steps;
