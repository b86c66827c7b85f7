//! Whoever comes by a personal link: what the session is, seats that are signed unseen, a voucher with their name.
//!
//! Promises that looking changes nothing, that the same blinded messages get the same signatures and others none, and that
//! a voucher leaves nothing behind here. Sees a person and no seat. Start at `look.rs`, then `take.rs`.

mod look;
pub mod routes;
mod take;
mod vouch;

pub use look::{Early, Entrant, NoEntry, look};
pub use take::{NotTaken, Taken, take};
pub use vouch::{NotVouched, vouch};
