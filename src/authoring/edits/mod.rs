//! Edits of an instrument: pure, so that they can be tried on any.
//!
//! Promises that no edit loses an item that it was not asked to remove, and that conditions follow a
//! code that changes. A condition that looks forward after a move stays as it is: the check list says so.

mod codes;
mod items;
mod moving;
mod parts;
mod scales;
#[cfg(test)]
mod tests;

pub use codes::{follow_inner, settle_codes};
pub use items::{Place, fresh_item_code, looking_at, mark, put_item, remove_item};
pub use moving::{Move, move_about};
pub use parts::{PartText, fresh_part_code, put_part, remove_part};
pub use scales::{fresh_scale_code, is_in_use, losing_words, put_scale, remove_scale};
