//! Opening what was sealed: at the close, or in blocks while a round runs.
//!
//! Promises that nothing is opened in groups smaller than k, that what was opened lies in an order of its
//! own under ids of its own, and that nothing sealed stays behind. Everything happens in one transaction
//! or not at all; doing it twice, or on two servers at once, does no harm. Knows no person and no moment.
//! Start at `at_close.rs`; `opener.rs` reads one ballot, `partition.rs` puts strata together,
//! `texts.rs` says which texts are kept.

mod at_close;
mod close;
mod follow_up;
mod harvest;
mod in_blocks;
mod mix;
mod opener;
mod partition;
mod refusal;
mod store;
mod texts;
mod write;

pub use at_close::{progress, release};
pub use close::{Closing, close};
pub use in_blocks::release_blocks;
pub use mix::mix;
pub use refusal::NotReleased;
