//! The library of instruments: versions, and the pages on which they are written.
//!
//! Promises that a version that was put before anybody stays as it was; changing it makes another.
//! Knows no round and no person. Starts with questionnaires of our own wording (`starters.rs`), to be copied and changed.

mod starters;
pub mod words;

pub use starters::{Starter, starters};
