//! The desk of the clinic at its addresses: deeds are written into the diary in the register, then done in the urn.
//!
//! Promises that the diary says who did what and never to which matter or in which words. Knows the working days of the
//! register and the matters of the urn, one asked after the other. Start at `do_it.rs`; `digest.rs` is the letter of the day.

mod digest;
mod do_it;
mod form;
mod letters;
pub mod routes;
mod store;
mod tables;

pub use digest::{Desk, is_due as is_digest_due, write as write_digest};
