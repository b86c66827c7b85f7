//! What can be wrong with an answer, as values; the sentences are in `words/`.

use super::{
    Sheet,
    fields::{name, place},
    words::fault_in_words,
};
use crate::{
    instruments::{Decimal, Question},
    web::Faults,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub question: Question,
    pub wrong: Wrong,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    NotAnswered,
    TooFew(usize),
    TooMany(usize),
    NotANumber,
    TooManyDecimals(u8),
    OutOfBounds {
        least: Option<Decimal>,
        most: Option<Decimal>,
    },
    /// At most so many characters.
    TooLong(u16),
    TwiceRanked,
    PlaceMissing,
    AnsweredAndDeclined,
    VotedAndBlank,
    /// No form of ours holds it.
    NotOffered,
}

/// Each at the first field of its question, for the summary on top of the page.
pub fn faults(sheet: &Sheet) -> Faults {
    let mut faults = Faults::none();
    for fault in sheet.faults {
        faults.add(place(&name(&fault.question), 1), fault_in_words(sheet.instrument, sheet.language, fault));
    }
    faults
}
