//! What a browser does at door one, for browsers that cannot: blinding, and finalizing what was signed.
//!
//! `Blind` and `Finalize` of RFC 9474. Used where a browser has no scripts, by simulated staff, and by
//! nobody who keeps anything. Start at `blind.rs`.

mod blind;
mod encode;

pub use blind::{Blinding, NotBlinded};
