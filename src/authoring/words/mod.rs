//! The sentences of this room.

mod findings;
mod places;

pub use findings::finding_in_words;
pub use places::place_in_words;
