//! Taking a file of staff into the roster: read, understood, compared, carried out, undone.
//!
//! Promises all or nothing: one transaction, a day to undo it, and nobody removed who was not
//! named. Between two steps the file lies sealed in the register. Start at `layout.rs` (which
//! column is what), then `row.rs`, `plan.rs` and `carry_out.rs`.

mod carry_out;
mod field;
mod findings;
mod headings;
mod hold;
mod layout;
mod plan;
mod progress;
mod row;
mod sample;
mod snapshot;
#[cfg(test)]
mod tests;
mod undo;
mod units;
mod upload;

pub use carry_out::{Departed, Done, Means, Order, Refused, carry_out};
pub use field::Field;
pub use findings::{ChangeShown, Findings, SHOWN, ShortEntry, found};
pub use hold::{Hold, in_hand};
pub use layout::{Column, Layout, LayoutFault, columns, guess, guess_at, people_rows, two_digit_year};
pub use plan::{Change, Plan, plan};
pub use progress::{Doing, Failed, Progress, Work, Works};
pub use row::{Faulty, Known, Reason, Sound, read_row};
pub use sample::sample;
pub use undo::{NotUndone, undo};
pub use upload::{Import, UNDO_WITHIN, WAITS, begin, check, content, keep, understand};
