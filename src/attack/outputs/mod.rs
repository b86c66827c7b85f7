//! What is let out of the urn after the release: every page, file and figure, as whoever may have it gets it, and what
//! can be read out of these. Start at `gather.rs`; `told.rs` reads files, `numbers.rs` pages.

mod gather;
mod numbers;
mod planted;
mod told;

pub use gather::{Output, gather, publish};
pub use numbers::{Derived, decimals};
pub use planted::plant;
pub use told::{Question, Told, told};
