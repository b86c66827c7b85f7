//! What is past its time: found, and let go of.
//!
//! Promises that nothing is kept longer than the department says under its settings, that figures which were told and the
//! bulletin stay, and that a look at what would go changes nothing. Knows both sides and no content of either. Start at
//! `past.rs`.

mod forget;
mod past;

pub use forget::{forget, rewrite};
pub use past::{Past, Session, find, forgotten, may_begin};
