//! Letters: written, put into the outbox in the same transaction as their reason, sent later.
//!
//! A letter is sealed while it waits, because links in it open accounts; it is deleted when the
//! mail server has taken it. After a crash the letters that were just being handed over are
//! handed over again, with the same `Message-ID`. Start with [`post`] and [`Courier`].

mod courier;
mod letter;
mod letterhead;
mod outbox;
mod pace;
mod scribe;
mod smtp;
mod store;
mod tables;
mod transport;
mod words;

pub use courier::{Courier, Round};
pub use letter::{Letter, Part};
pub use letterhead::{Sender, foot, text as as_text, with_addresses};
pub use outbox::{Batch, Kind, PostOffice, post, post_order};
pub use pace::Pace;
pub use scribe::{Order, Scribe};
pub use smtp::Undelivered;
pub use store::{Stuck, any_due, drop_letter, stuck, try_again, waiting};
pub use transport::{NoTransport, Transport};
