//! Codes on paper: for those whom no letter reaches, each with their name; or in rounds that are answered so,
//! codes of a group and of nobody, to be drawn from a box.
//!
//! Promises that a page with codes is made once, by a press of a button, and that a code is void as soon as a
//! newer one was printed for the same person. Never knows who has collected. Start at `choice.rs`, then
//! `print.rs`.

mod choice;
mod pages;
mod print;
pub mod routes;
mod slip;
pub mod words;

pub use choice::{Choice, MOST};
pub use pages::{OnEvery, sheets_below};
pub use print::Extent;
pub use slip::{ON_A_SHEET, Slip, To};
