//! What invitations and reminders say: texts with variables, checked when they are saved and filled in when
//! a letter is written.
//!
//! Promises that a letter names no person, leads to no other host, and goes to nobody who is not on the roll
//! of an open survey. Start at `template.rs`, then `occasion.rs` and `scribe.rs`.

mod change;
mod gather;
mod occasion;
mod pages;
mod render;
pub mod routes;
mod scribe;
mod store;
mod template;
#[cfg(test)]
mod template_tests;
mod text;
mod variable;
mod words;

pub use occasion::Occasion;
pub use render::render;
pub use scribe::{Order, Scribe};
pub use template::{Fault, Piece, Template};
pub use text::Text;
pub use variable::Variable;
