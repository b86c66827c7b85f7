//! Taking a file of staff into the roster, in four steps: `choose`, `columns`, `check`, `done`.
//!
//! An import belongs to HR, whoever of them began it. What takes long is done by `works` beside the
//! request; the pages only look at how far it is.

mod check;
mod choose;
mod columns;
mod done;
mod under_way;
mod works;

pub use check::{carry_out, check};
pub use choose::{choose, drop_file, sample, upload};
pub use columns::{columns, set_columns};
pub use done::{done, undo};
