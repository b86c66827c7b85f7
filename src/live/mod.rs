//! Questions that are asked while people meet: by phone, without a name, in words only; they rise by "me too" and
//! stand on the wall.
//!
//! Promises that nothing is kept that tells who asked or when: no time, no order, no person. What a browser has
//! said "me too" to cannot be joined with anything else it said, because what is kept of it is another hash at every
//! question (`browser.rs`); and that is gone when the room is closed. Everybody who listens hears of a change within a
//! second, from any copy of the program (`hall.rs`). Start at `question.rs` and `room.rs`.

mod ask;
mod board;
mod browser;
mod cast;
mod close;
mod hall;
mod mix;
mod moderate;
mod news;
mod open;
pub mod pages;
mod question;
mod room;
pub mod routes;
mod seats;
mod store;
mod tables;
mod vote_box;
mod words;

pub use ask::{Asked, NotAsked, ask};
pub use board::{Board, Said, Summary, Tally, board, summary};
pub use browser::Browser;
pub use cast::{Vote, Voted, cast};
pub use close::close;
pub use hall::{Hall, Heard, Listener, Side};
pub use mix::{mix, sweep};
pub use moderate::{Step, moderate};
pub use open::open;
pub use question::{Question, State, Text};
pub use room::{Code, Room};
pub use store::{find, find_by_code, forget_words, keeps_words};
pub use vote_box::NotCast;
