//! The form by which a round is published, what staff see of it, and lists of rounds.

mod lists;
mod publishing;
mod reading;

pub use lists::{all_published, latest, scores};
pub use publishing::{Sheet, sheet};
pub use reading::{not_yet, round};
