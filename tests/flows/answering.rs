//! Answering without a script, page by page; the start page in every state; and what looking leaves behind.

mod kept;
pub mod round;
mod sending;
mod states;
