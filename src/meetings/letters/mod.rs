//! Letters about a session: that one is invited, and that it is cancelled. Written when they are sent, in the language of
//! whoever reads them; a letter names nobody, and everybody who is invited gets the same.

mod compose;
mod post;
mod scribe;
mod words;

pub use post::{Order, Reason, post};
pub use scribe::Scribe;
