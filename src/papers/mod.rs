//! The paper: the questions of one survey as put before staff, with everything that was promised, and
//! how answers to it are sealed.
//!
//! Promises that a paper is one text with one hash, for ever, and that answers sealed for it open for
//! its own key, its own stratum and their own ballot alone. Pure: no database, no clock. Knows no
//! person. Start at `paper.rs`, then `sealing.rs` and `plaintext.rs`; docs/protocol.md has it in words.

mod bytes;
mod fingerprints;
mod hpke;
mod paper;
mod plaintext;
mod sealing;
mod terms;

pub use bytes::Bytes;
pub use fingerprints::{Fingerprints, in_groups};
pub use paper::{InBoth, NoPaper, Paper, PaperHash, Stratum};
pub use plaintext::{NoPlaintext, SIZES, TooLarge, pad, unpad};
pub use sealing::{NotSealed, OpeningKey, SealingKey, sealed_sizes};
pub use terms::{Comments, Door, Release, Slips};
