//! A report as plain data, from which the page for printing and the files are all drawn: what stands in
//! one stands in every other. Start at `compose/`, then `document.rs`.

mod chart;
mod compose;
mod document;
pub mod names;
mod options;
pub mod pages;
pub mod saying;
pub mod words;

#[cfg(test)]
mod tests;

pub use chart::{Against, AgainstRow, Before, Segment, Spread, SpreadRow};
pub use compose::{Imprint, Telling, document, method_list};
pub use document::{Block, Column, Document, Fact, Group, Merged, Row, Signature, Table};
pub use options::{Extra, Options, SETS_PDF};
