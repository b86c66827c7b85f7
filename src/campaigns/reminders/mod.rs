//! Reminders: planned or by a button, to whoever may still answer and has not refused them.
//!
//! Promises not to pester (so many at most, so many working days apart, and only on them), to choose whom it
//! writes to when it writes, and to tell nobody who they were, nor how many. Start at `rules.rs`, then `send.rs` and
//! `keep.rs`.

mod keep;
mod outlook;
mod pages;
mod plan;
pub mod routes;
mod rules;
mod send;
mod store;
mod words;

pub use keep::{any_due, keep};
pub use outlook::{Outlook, next, outlook};
pub use rules::{CountedFrom, NotYet, Outcome, Planned, Rules, SoFar};
pub use send::{Refusal, send};
