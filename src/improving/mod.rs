//! Improvement plans at their addresses: what the register plans is put beside what the urn lets out, one asked after the
//! other.
//!
//! Promises that a figure quoted at a measure is one that results let out at that moment, with how many answered, or words
//! for why there is none; the same holds for what staff say of a measure in its own round. Start at `scene.rs` and
//! `quote.rs`; `documents/` makes the two forms that are printed.

mod documents;
mod form;
mod pages;
mod quote;
pub mod routes;
mod scene;
mod words;
