//! What needs both sides of the wall: a survey opens, its paper goes into the urn, its close follows, and at
//! the end its ballots are released and its keys destroyed.
//!
//! Promises to call one side after the other and never both at once; every step is looked for again until
//! it is done, and done twice does no harm, so that a program killed in between goes on at the next start.
//! Start at `open.rs`, then `carry_over.rs`.

mod carry_over;
mod open;

use carry_over::failed;
pub use carry_over::{Carried, NotCarried, any_over, any_waiting, carry_over, release_blocks, release_over};
pub use open::{Kept, NotOpened, keep_time, open};
