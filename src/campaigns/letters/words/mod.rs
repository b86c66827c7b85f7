//! The sentences about letters: of their pages, their faults, their variables, and of the letters themselves.

mod announcement;
mod faults;
mod letters;
pub mod standard;
mod values;
mod variables;

pub use announcement::{announced, words as announcement};
pub use faults::fault_in_words;
pub use letters::words;
pub use values::{Values, values};
pub use variables::{example, meaning};
