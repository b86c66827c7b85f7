//! Results as files to take away. Every one is made of a `Round`, so that none tells more than the pages.
//!
//! Knows no address and no reader. Start at `lines.rs`, which the tables are made of; `json.rs` holds everything
//! exactly, and `docx/` and `pdf/` draw the report itself.

mod csv;
mod docx;
mod json;
mod lines;
mod make;
mod name;
#[cfg(feature = "pdf")]
pub mod pdf;
mod words;
mod workbook;
mod xlsx;

pub use csv::csv;
pub use docx::docx;
pub use json::json;
pub use make::{NotMade, make};
pub use name::{Kind, named};
pub use workbook::workbook;
pub use xlsx::xlsx;
