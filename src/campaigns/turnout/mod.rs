//! How many have taken part: counted once a day at six in the morning, shown in steps of at least k.
//!
//! Promises that nothing of it is shown but what [`count`] wrote down, and that no figure tells of fewer
//! than k people. There is no list of who has and who has not. Start at `step.rs`, then `count.rs`.

mod count;
mod forecast;
mod look;
mod pages;
pub mod routes;
mod step;
mod store;
mod words;

pub use count::{AT, any_due, count};
pub use look::{Seen, seen};
