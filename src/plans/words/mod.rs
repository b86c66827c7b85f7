//! The sentences of this room: what is put before staff, and letters to owners.

pub mod letters;
pub mod poll;
