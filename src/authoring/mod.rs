//! The library of instruments: versions, and the pages on which they are written.
//!
//! Promises that a version that was put before anybody stays as it was; changing it makes another.
//! Knows no round but by its id, and no person. Start at `version.rs`, then `add.rs` and `change.rs`;
//! `starters.rs` holds questionnaires of our own wording, to be copied and changed.

mod add;
mod change;
mod starters;
mod store;
mod tables;
mod version;
pub mod words;

pub use add::{Hand, Origin, add, for_round, new_version};
pub use change::{change, fix, forget_losses, forget_of_round, put_away};
pub use starters::{Starter, starters};
pub use store::{all, find};
pub use version::{Digest, Listed, Refusal, Version};
