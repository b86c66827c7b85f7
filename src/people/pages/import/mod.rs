//! The four steps of an import, each a page; and the page to wait on.

mod check;
mod choose;
mod columns;
mod done;
mod steps;
mod waiting;

pub use check::{CheckForm, check};
pub use choose::{choose, gone};
pub use columns::{Columns, ColumnsForm, Preview, Understood, columns, field_of};
pub use done::done;
pub use waiting::{failed, progress};
