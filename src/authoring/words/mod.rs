//! The sentences of this room.

mod findings;
pub mod forms;
pub mod item;
pub mod library;
pub mod outline;
mod places;

pub use findings::finding_in_words;
pub use forms::kind_in_words;
pub use places::place_in_words;
