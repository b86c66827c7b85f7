//! What people wrote in their own words, for those who read results: shuffled, marked, sorted by theme, and
//! with words covered up that would tell who is meant.
//!
//! Promises that no text is ever changed, that what is covered is covered wherever a text is shown (`cover`),
//! and that nothing here tells whose a text is, which other text came with it, or when. Start at `comment.rs`.

mod comment;
mod cover;
mod note;
pub mod pages;
mod store;
mod words;

pub use comment::{Comment, EACH, Found, Wanted, find, look_up};
pub use cover::{MARK, Piece, shown, written};
pub use note::{Change, Note, Unfit, Word, change};
pub use store::{forget, themes};
pub use words::unfit_in_words;
