//! Thai and English: which one, and how each writes dates, numbers, years and lines, and sorts names.
//!
//! Promises that what it writes, it reads back, and that a date it is not sure of is refused or
//! asked about, never guessed. Knows no sentence of any room (those are in the rooms' `words.rs`),
//! no clock and no page. Start at `choice.rs`; then `breaks.rs` for words and `dates.rs` for days.

pub mod breaks;
mod choice;
mod collation;
pub mod dates;
mod dates_read;
pub mod digits;
mod fill;
mod fiscal;
mod half_years;
mod moments;
mod months;
mod periods;
mod periods_read;
mod protected_words;
mod runs;
mod serials;
mod spaces;
pub mod times;
mod titles;
mod typing;
mod unreadable;
mod weekdays;
mod years;

pub(crate) use breaks::th;
pub use breaks::{joined, plain};
pub use choice::Language;
pub use collation::{KEY_EDITION, name_key, sort_key};
pub use dates_read::Reading;
pub use digits::arabic;
pub use fill::fill;
pub use fiscal::FiscalYear;
pub use half_years::{Half, HalfYear};
pub use moments::moment_in_words;
pub use months::{Month, MonthOfYear};
pub use periods::Period;
pub use titles::without_title;
pub use typing::well_typed;
pub use unreadable::Unreadable;
pub use years::{Era, buddhist};
