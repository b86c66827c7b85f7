//! XLSForm, the workbook in which Kobo and ODK keep their forms: read, and written.
//!
//! Promises that what we write, any of them reads, and that we read it back exactly as it was. Start at
//! `read.rs` and `write.rs`; `sheet.rs` knows the columns.

mod asks;
mod bounds;
mod condition_writing;
mod groups;
mod kinds;
mod lists;
mod own;
mod questions;
mod read;
mod settings;
mod sheet;
mod write;
mod write_lists;

#[cfg(test)]
mod round_trips;
#[cfg(test)]
mod tests;

pub use read::read;
pub use write::write;
