//! The open link's door: whoever does a little work is let in, once for each piece of work.
//!
//! A challenge is bound to its round and to its end by a keyed hash; nothing is stored for it until it is
//! solved. Sees no person and no serial, asks no address and no name, and keeps nothing of who
//! came. What it hands out is an [`Admission`]: a short-lived token, one for each browser, which will be
//! exchanged for a credential when the issuing side is there. Start at `challenge.rs`, then `admit.rs`.

mod admit;
mod challenge;
pub mod routes;
mod store;
mod tables;
mod token;

pub use admit::{NotAdmitted, admit, challenge};
pub use challenge::{BITS, Challenge, PARTS};
pub use store::forget_expired;
pub use token::Admission;
