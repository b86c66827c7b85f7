//! Getting everybody to answer without anybody learning who did: invitations, reminders, slips, and how many
//! have taken part.
//!
//! Reads who has collected only to leave them in peace, and writes letters, nothing else: no page, file or
//! log of this room says who has and who has not. Never knows an answer. Start at `campaign.rs` and
//! `invite.rs`; then `letters/` for what is written, `reminders/` for when, `turnout/` for what is shown of it.

pub mod calendar;
mod campaign;
mod invite;
pub mod letters;
mod post;
pub mod reminders;
pub mod slips;
mod store;
mod tables;
pub mod turnout;
mod undeliverable;

pub use campaign::{Campaign, Kind};
pub use invite::{invite, is_anybody_uninvited};
pub use store::{find, insert, shown_turnout};
pub use undeliverable::{Noted, Returned, note_undeliverable};
