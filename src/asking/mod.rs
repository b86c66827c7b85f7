//! How an instrument is put before somebody: on a phone, and on paper.
//!
//! Promises one way of drawing every kind of item, for the preview and for those who answer, and that
//! what is drawn with answers filled in reads back as the same answers. Knows no survey, no person, and
//! keeps no answer. Start at `paging.rs`, then `fields.rs`, then `pages/part.rs`.

mod faults;
mod fields;
mod handed_in;
mod numbers;
mod pages;
mod paging;
mod reading;
mod sheet;
mod words;

#[cfg(test)]
mod tests;

pub use faults::{Fault, Wrong, faults};
pub use fields::{Fields, anchor};
pub use handed_in::HandedIn;
pub use pages::{carried, condition_for_scripts, paper, part, question, read_back, review};
pub use paging::{MOST, PageOf, pages_of};
pub use reading::read;
pub use sheet::Sheet;
pub use words::{condition_in_words, missing_title, rule_in_words, tie_in_words, words};
