//! Tables out of the files that people keep in a spreadsheet, and tables written for one.
//!
//! Promises to read a table of cells out of any bytes, Excel (XLSX) or CSV, within `limits.rs`: what it
//! does not read it refuses with the exact reason, and no file makes it panic or fill the memory. What it
//! writes, no spreadsheet takes for a formula. Knows no person, no heading and no page; trusts nothing that
//! a file says about itself. Start at `read.rs`, then `table.rs`.

mod csv_reading;
mod csv_writing;
mod encodings;
mod escapes;
mod figures_writing;
mod guard;
mod kinds;
mod leaves_writing;
pub mod limits;
mod number_formats;
mod package;
mod quotes;
mod read;
mod refusal;
mod serial_days;
mod shared_strings;
mod table;
mod workbook;
mod worksheet;
mod xlsx_writing;
mod xml;

#[cfg(test)]
mod evil;
#[cfg(test)]
mod round_trips;

pub use csv_writing::{csv, csv_with_figures};
pub use figures_writing::{Heading, Sheet, Value, figures_workbook};
pub use guard::{neutral, without_guard};
pub use leaves_writing::{CellKind, Leaf, LeafCell, LeafLine, leaves_workbook};
pub use read::{read, read_choosing, read_sheets};
pub use refusal::{Found, Refusal};
pub use table::{Cell, Encoding, Kind, Row, Table};
pub use xlsx_writing::{Unwritable, xlsx};
