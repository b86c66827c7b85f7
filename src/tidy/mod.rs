//! What somebody typed or pasted, tidied.
//!
//! Does not know what it is for; rooms make their own types of it. Start at `line.rs`; `pasted.rs` is for texts of
//! several lines.

mod line;
mod markup;
mod pasted;

pub use line::{Untidy, one_line};
pub use pasted::{Pasted, pasted};
