//! The clinic: what staff ask, and what they are answered.
//!
//! Promises that a message is used up with its right, lies in the letterbox until others lie there too, and is then a
//! matter with a month and without a day; that its texts are sealed; and that nobody is asked for a name. Knows no
//! person, no link and no session of anybody. docs/clinic.md has it in words. Start at `matter.rs` and `hand_in.rs`;
//! `letterbox.rs` empties, `deeds.rs` is the desk, `mine.rs` the holder of a receipt and
//! `files.rs` what they add, `board.rs` what everybody reads.

mod board;
pub mod deeds;
pub mod files;
mod hand_in;
mod hatch;
mod highlight;
mod letterbox;
mod matter;
mod mine;
pub mod pages;
mod posted;
pub mod queue;
mod receipt;
pub mod routes;
mod said;
mod sealing;
mod store;
mod tables;
mod words;
mod work;

pub use board::me_too;
pub use hand_in::{By, HandIn, Refused, hand_in};
pub use hatch::{Busy, Hatch};
pub use letterbox::{SWEPT, empty_and_sweep, is_due, mix, waiting};
pub use matter::{Card, CardState, Face, Kind, Matter, Outcome, Reason, Remark, State, Thread, Way};
pub use mine::thread;
pub use posted::{Posted, Stage, Standing, end, notice, notices, post_notice, post_report, put_off, report};
pub use receipt::Receipt;
pub use said::{TEXT_MOST, Unfit, said};
pub use store::{all_cards as cards, forget_done, keep_done, left_cards};
pub use words::desk as desk_words;
