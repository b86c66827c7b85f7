//! Results in front of those who may see them: what the register knows of a round and what the urn lets out
//! are put side by side here, one asked after the other.
//!
//! Promises that nothing is shown of a round before its ballots are released, and that every deed is written
//! into the diary before it takes effect. Start at `look.rs`.

mod look;
mod note_comment;
mod publish;
pub mod routes;
mod shelf;
mod words;
mod years;

pub use look::{NotShown, all_released, look, rounds_before};
pub use note_comment::note_comment;
pub use publish::{NotPublished, all_published, latest_published, publish, published, view};
pub use years::{NotKept, all_years, keep_part, one_year, rounds_of, weighed_years};
