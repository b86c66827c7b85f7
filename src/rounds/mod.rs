//! The life of a round: planned, scheduled, opened, extended, closed, published; and its pages.
//!
//! Promises that what was promised to those who answer does not change once a round is open. Never
//! knows what anybody answered, nor who has collected. Start at `plan.rs`, then `open.rs`.

mod before;
mod close;
mod keep_promises;
mod obstacles;
mod open;
pub mod open_door;
mod pages;
mod plan;
pub mod privacy;
#[cfg(test)]
mod promise_tests;
mod refusal;
pub mod routes;
pub mod words;

pub use crate::authoring::Hand;
pub use before::{next_place, round_before};
pub use close::{any_due, close, due, extend, publish, still_due};
pub use keep_promises::broken_promises;
pub use obstacles::{Obstacle, obstacles};
pub use open::{is_clear, open, schedule, trouble, unschedule};
pub use plan::{Beginning, ask_new, ask_next_version, ask_version, plan, remove};
pub use refusal::Refusal;
