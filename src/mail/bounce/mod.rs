//! What other mail servers write back when a letter did not arrive (RFC 3464).
//!
//! Reads only what a report says for machines, never the letter that it brings back.

mod mime;
mod report;

pub use report::{Bounce, LARGEST, NoReport, read};
