//! The rules: each looks at one thing and finds something or nothing. Pure.

mod answers;
mod changes;
mod standings;
mod taking_part;

use super::{Change, Finding, Gap, Standing};

pub use all::{beyond_headings, findings};
pub use answers::splits;
pub use standings::{gaps, highest, lowest, parts, rated_items};

mod all;
