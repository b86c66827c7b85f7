//! A session of the clinic that is played, and what is attacked of it: who wrote which message without a name.
//!
//! Everybody goes through both doors over HTTP, and writes the moment they have their seats, which is the worst that can
//! be done. Start at `play.rs`; `truth.rs` opens everything with the master key, to judge guesses by and for nothing else.

mod desk;
mod guest;
mod joins;
mod live;
mod orders;
mod planted;
mod play;
mod times;
mod truth;
mod words;

pub use guest::Guest;
pub use joins::joins;
pub use live::live;
pub use orders::orders;
pub use planted::plant;
pub use play::{Sitting, play};
pub use times::times;
pub use truth::{Copies, add_secrets, marks};
pub use words::words;
