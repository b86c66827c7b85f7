//! Letters: written, put into the outbox in the same transaction as their reason, sent later.
//!
//! A letter is sealed while it waits, because links in it open accounts; it is deleted when the
//! mail server has taken it. After a crash the letters that were just being handed over are
//! handed over again, with the same `Message-ID`. Start with [`post`] and [`Courier`].

pub mod bounce;
mod breaker;
mod conversation;
mod courier;
mod lanes;
mod letter;
mod letterhead;
mod message;
mod outbox;
mod pauses;
mod scribe;
mod server;
mod smtp;
mod status;
mod store;
mod tables;
mod transport;
mod words;
mod wrapped;

pub use breaker::Breaker;
pub use courier::{Courier, Round, Tally};
pub use letter::{Letter, Part};
pub use letterhead::{Sender, foot, text as as_text, with_addresses};
pub use outbox::{Batch, Kind, NewOrder, PostOffice, post, post_order};
pub use scribe::{Composed, Order, Scribe};
pub use server::NoTransport;
pub use smtp::{Again, Undelivered};
pub use status::{AddressFault, Status};
pub use store::{Stuck, Waiting, drop_letter, stuck, try_again, waiting};
pub use transport::Transport;
