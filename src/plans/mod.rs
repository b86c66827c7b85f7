//! What is to be done about what was found: a plan with its measures under PIRAB, the steps of these over the months of a
//! fiscal year, how far each has come, and the round by which staff say whether it really happened.
//!
//! Promises that whoever changes something that somebody else has changed meanwhile is told, and that a month that has
//! passed without a word is asked about. Knows which round and which question a measure answers by their names alone,
//! never what anybody answered. Start at `plan.rs` and `measure.rs`, then `make.rs`; `follow_up.rs` and `digest.rs` write
//! to the owners.

mod change;
mod digest;
mod follow_up;
mod hand;
mod letter;
mod letters;
mod make;
mod measure;
mod months;
mod plan;
mod poll;
mod progress;
mod step;
mod store;
mod tables;
mod warnings;
pub mod words;

pub use change::{change_measure, change_plan, change_step, remove_measure, remove_plan, remove_step};
pub use digest::{Desk, is_due as are_letters_due, write as write_letters};
pub use follow_up::{due_day, year_asked};
pub use hand::{Hand, Refusal};
pub use letter::Letter;
pub use make::{MEASURES_MOST, STEPS_MOST, add_measure, add_step, make};
pub use measure::{Measure, Measured, Point, Wanted};
pub use months::{MONTHS, Months, Stretch, month, place_of};
pub use plan::{Draft, Plan, Whole};
pub use poll::{Asked, make_poll};
pub use progress::{Told, note_progress};
pub use step::{Note, Status, Step, Task};
pub use store::{all, find, of_round, polls, remove as forget};
pub use warnings::{Unsaid, empty_letters, passed, unsaid};
