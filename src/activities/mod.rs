//! What the department did in a fiscal year, written by those who plan, and the words around the table in which it is
//! reported.
//!
//! Promises that a figure of satisfaction never stands without how many answered on how many levels, that one that no
//! answers could give is refused, and that nobody writes over or removes what somebody else wrote meanwhile. Knows that sessions
//! and surveys can be spoken for, and nothing of what was said in them. Start at `activity.rs`, then `satisfaction.rs`.

mod activity;
mod keep;
mod reporting;
mod satisfaction;
mod store;
mod tables;

pub use crate::rounds::Hand;
pub use activity::{Activity, Kind, Said, Source, Wanted};
pub use keep::{ACTIVITIES_MOST, Refusal, add, change, leave_out, remove, write_around};
pub use reporting::{Around, Part, Span};
pub use satisfaction::{Decimals, Impossible, LEVELS_LEAST, LEVELS_MOST, N_MOST, QUESTIONS_MOST, Questions, Typed, possible};
pub use store::{all, around, find, left_out};
