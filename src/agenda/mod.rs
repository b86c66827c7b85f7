//! What an office has to do in a fiscal year: the same every year, and never quite.
//!
//! Promises that the days that come along are a beginning to be changed and nothing that the program knows better, and
//! that an entry is copied into the next year without its tick. Knows no round, no session and no plan: whoever draws
//! the year asks those for themselves. Start at `entry.rs`, then `change.rs`.

mod change;
mod entry;
mod shipped;
mod store;
mod tables;

pub use change::{Refusal, add, change, remove, take_over, tick};
pub use entry::{Entry, Wanted};
pub use shipped::shipped;
pub use store::{between, find, of_year};
