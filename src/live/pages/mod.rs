//! The pages of live questions: on phones, on a wall, and for whoever leads the session.

mod host;
mod phone;
mod screen;
mod summary;

pub use host::{Hosted, ask_to_end, host, index, to_open};
pub use phone::{Phone, Typed, door, ended, phone};
pub use screen::screen;
pub use summary::summary;
