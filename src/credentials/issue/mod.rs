//! The named side: who may have a credential, and signing what cannot be read.
//!
//! Sees a person and no serial. Promises one credential for each person on the roll (behind an open link:
//! for each admission), the same one again for the same blinded message, and to know afterwards only that
//! they have collected. Start at `link.rs` and `codes.rs`, then `look.rs` and `collect.rs`; `signing_key.rs` signs, and
//! `prepare.rs` makes the keys and the paper when a survey opens.

mod codes;
mod collect;
mod keyring;
mod link;
mod look;
mod prepare;
mod progress;
pub mod routes;
mod signing_key;
mod store;
mod tables;

pub use codes::{collected, drawn_slips, give_out, lacks_slips, personal_links, print_named};
pub use collect::{Issued, NotIssued, collect};
pub use keyring::Keyring;
pub use link::Link;
pub use look::{Entrant, NoEntry, Stage, Who, is_in_grace, look, stop_reminding};
pub use prepare::{Material, NotKept, Preparation, keep, keep_prepared, material, prepared};
pub use progress::{
    Closing, ClosingStratum, NoKey, TABLES_THAT_CHANGE, TABLES_WITH_KEYS, ToPost, Waiting, any_posted, closing, destroy_keys,
    fingerprints, forget_preparation, left_over, note_posted, note_told, opening_key, paper_hash, post_again, waiting,
};
pub use signing_key::{NotSigned, SigningKey};
