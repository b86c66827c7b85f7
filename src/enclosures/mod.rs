//! Files that somebody adds to what they write, without what the files tell about whoever made them.
//!
//! Promises: what a file is, its content says and never its name; of what nobody sees in it (names, places, times,
//! devices, earlier versions) nothing is left that `clean` knows of; a file which it cannot clean it refuses, and says
//! why; no bytes make it panic, fill the memory or take long (`limits.rs`). What is seen and heard in a file stays, so
//! a name that is written there stays too. Knows no person and no page, keeps nothing. Start at `clean.rs`, then
//! `pictures`, `pdf`, `office`.

mod clean;
mod inflate;
mod kinds;
pub mod limits;
mod office;
mod pdf;
mod pictures;
mod refused;
pub mod words;

#[cfg(test)]
mod hostile;

pub use clean::{Clean, clean};
pub use kinds::Kind;
pub use refused::Refused;
