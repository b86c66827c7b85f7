//! The nameless side: whether a ballot was entitled, and whether a bulletin holds.
//!
//! Promises to need nothing but what is public: no settings, no database, no network, no clock.
//! Knows no person, no private key and no answer. A bulletin that holds says that every counted
//! ballot was entitled and none is there twice; what the answers came to is not its business.
//! Start at `bulletin.rs` for the file, then `check.rs`; `receipt.rs` finds one's own line.

mod bulletin;
mod check;
mod finding;
mod key;
mod message;
mod receipt;
mod written;

pub use bulletin::{Ballot, Bulletin, Format, InBoth, MOST_BYTES, NoBulletin, Stratum};
pub use check::{STEP, Verdict, check};
pub use finding::{Finding, Places};
pub use key::{PublicKey, Unfit, Verifier};
pub use message::PreparedMessage;
pub use receipt::{NoReceipt, Receipt};
