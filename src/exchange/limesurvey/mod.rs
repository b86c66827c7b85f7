//! LimeSurvey's file of a survey, `.lss`: read only.
//!
//! Start at `read.rs`; `document.rs` is the XML as tables, `survey.rs` what stands in them.

mod attributes;
mod document;
mod kinds;
mod offers;
mod plain;
mod questions;
mod read;
mod survey;

#[cfg(test)]
mod tests;

pub use read::read;
