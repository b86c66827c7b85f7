//! The sentences of this room: around questions, about faults, and conditions said in words.

mod asked;
mod condition;
mod election;
mod faults;

pub use asked::words;
pub use condition::condition_in_words;
pub use election::{rule_in_words, tie_in_words};
pub use faults::{fault_in_words, missing_title};
