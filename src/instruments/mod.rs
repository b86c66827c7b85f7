//! What can be asked: instruments with their parts, items, scales and conditions; what can be
//! answered; and what one answer is worth. Pure: no connection, no clock, no page.
//!
//! Promises that nothing of any assessment is compiled in: an instrument is data, in one JSON form
//! with a version. Knows no survey, no person and no ballot. Start at `instrument.rs`, then `item.rs`.

mod answers;
pub mod check;
mod code;
mod compact;
mod compare;
mod condition;
mod decimal;
mod form;
mod instrument;
mod item;
mod score;
mod text;

#[cfg(test)]
pub mod invented;

pub use answers::{Answer, Answers, Question};
pub use code::Code;
pub use compact::{Compact, NotCompact};
pub use compare::{Change, Difference, compare};
pub use condition::{Comparison, Condition};
pub use decimal::Decimal;
pub use form::{FORMAT, Refused, limits};
pub use instrument::{Assessment, Instrument, Part, Scale, minutes_for};
pub use item::{About, Asks, Choice, Election, Item, Polarity, Rated, Sub, Tie};
pub use score::{Fraction, score};
pub use text::Text;
