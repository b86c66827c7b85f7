//! The bulletin of a survey, for everyone: as a file that can be checked, and as a page.
//!
//! Promises that every ballot that was counted stands in it with its signature, in the order of the
//! messages, and nothing that says whose it was or what it said. Start at `look.rs`.

mod file;
mod look;
mod pages;
pub mod routes;
mod store;
mod words;
