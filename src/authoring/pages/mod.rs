//! The pages of this room, drawn from plain data.

mod answers;
mod condition;
mod fields;
pub mod import;
pub mod item;
pub mod library;
pub mod outer;
pub mod outline;
pub mod showing;
