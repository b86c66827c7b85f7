//! Forms of the authoring pages: what stands in them, and what that means.
//!
//! Promises that what is set from an item and read again is the same item. Knows no page and no database.

mod asks;
mod condition;
mod item;
mod outer;
mod presets;
mod rows;
#[cfg(test)]
mod tests;
mod typed;

pub use condition::{Asked, asked_before, asked_before_part, set_condition, simple};
pub use item::{ReadItem, read_item, set_item};
pub use outer::{read_about, read_part, read_scale, set_about, set_part, set_scale};
pub use presets::{Preset, scale_of};
pub use rows::{ROWS_MORE, clear_misaligned};
pub use typed::Typed;
