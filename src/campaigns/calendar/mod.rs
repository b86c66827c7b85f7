//! Which days offices work: every day but weekends and the holidays on a list that HR keeps.
//!
//! Promises that a day which nobody has entered is a working day: no feast of the moon is worked out here.
//! Start at `days.rs`.

mod change;
mod days;
mod pages;
pub mod routes;
mod shipped;
mod store;
mod words;

pub use change::{add, found, remove};
pub use days::{Calendar, Holiday};
pub use store::{any, calendar};
