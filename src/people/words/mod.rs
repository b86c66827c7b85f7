//! What this room says to people, in every language.

pub mod audience;
pub mod counted;
pub mod eligible;
mod faults;
pub mod import;
pub mod person;
pub mod rolls;
pub mod roster;
pub mod units;
pub mod unreached;

pub use faults::{
    field_in_words, layout_fault_in_words, reason_in_words, refusal_in_words, refused_file_in_words, unfit_in_words,
    unlikely_in_words, unreadable_in_words,
};
