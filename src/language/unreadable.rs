//! Why a written day, time, year or period was refused.
//!
//! In the words of whoever wrote it, for a page to explain; carries numbers only, so that a log
//! never shows what stood in a cell.

use thiserror::Error;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, serde::Serialize, serde::Deserialize)]
pub enum Unreadable {
    #[error("nothing is written")]
    Empty,
    #[error("not in any form of a day or a period")]
    NotADate,
    #[error("not in any form of a time")]
    NotATime,
    #[error("not in any form of a year")]
    NotAYear,
    /// The number itself, or in that month, or in February of that year.
    #[error("there is no day {day} in that month")]
    NoSuchDay { day: u32 },
    /// With slashes, dots and dashes the day always comes first.
    #[error("there is no month {month}")]
    NoSuchMonth { month: u32 },
    #[error("no month has that name")]
    UnknownMonth,
    #[error("year {year} is neither of the Buddhist nor of the common era")]
    YearOutOfRange { year: u32 },
    #[error("the year is missing")]
    YearMissing,
    #[error("no clock shows that time")]
    NoSuchTime,
    /// Another day of the week, or another year of the other era.
    #[error("one part contradicts another")]
    Contradictory,
    #[error("it ends before it begins")]
    Backwards,
}
