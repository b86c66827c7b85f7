//! Where people come in: the start page behind an open link, and a poster that leads to a round.
//!
//! Promises to say honestly what an open link is, and to ask nobody who they are. Does not answer
//! anything yet: the browser is let in (`credentials::admission`) and waits.

mod pages;
pub mod routes;
mod words;

/// The label of results behind an open link, wherever they stand.
pub use words::label;
