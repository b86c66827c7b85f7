//! What this room says to people, in every language.

mod deeds;
mod menu;
mod roles;
mod sentences;
mod weak_passwords;

pub use deeds::deed_in_words;
pub use menu::menu;
pub use roles::{role_in_words, role_meaning};
pub use sentences::{Words, words};
pub use weak_passwords::weak_in_words;
