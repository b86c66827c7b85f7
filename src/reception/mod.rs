//! What needs both sides of the clinic: a session opens, its end is put off, it is cancelled or over; and the page
//! behind a personal link, from which one goes on to the other side.
//!
//! Promises to call one side after the other and never both at once; every step is looked for again until it is done, and
//! done twice does no harm. Looking at the page changes nothing and sets no cookie. Start at `open.rs`, then
//! `carry_over.rs`; `without_script.rs` does for a browser what it cannot.

mod carry_over;
mod letterbox;
mod open;
mod pages;
pub mod routes;
mod scribes;
mod without_script;
mod words;

pub use carry_over::{Carried, NotCarried, any_waiting, carry_over};
pub use letterbox::{empty_letterbox, is_letterbox_due};
pub use open::{cancel, finish, open_meeting, put_off};
pub use scribes::Scribes;
pub use without_script::{NoSeats, Seat, seats};
