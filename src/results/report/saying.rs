//! How a figure is written where it is told: no data, too few, a range and a number each look different.

use super::words::words;
use crate::{
    instruments::Fraction,
    language::{Language, digits::grouped},
    results::{
        Target,
        charts::standing,
        figure::{Figure, Score},
        figures::Answered,
    },
};

/// Where there is nothing to tell, and no reason to say why.
pub const NOTHING: &str = "–";

/// How far from the target, with its sign; ranges say nothing. A target has two decimals, and so has what is between
/// it and a figure of one.
pub fn gap(target: &Target, figure: &Figure) -> String {
    signed(standing::gap(figure, Some(target)))
}

pub fn change(before: Option<&Figure>, now: &Figure) -> String {
    signed(before.and_then(|before| now.apart_from(before)))
}

fn signed(difference: Option<Score>) -> String {
    difference.map_or_else(|| NOTHING.to_owned(), |by| by.shown_signed(2))
}

/// Those who answered, and those who did not say.
pub fn answered(answered: Option<Answered>, language: Language) -> [String; 2] {
    answered.map_or_else(
        || [words(language).few.to_owned(), NOTHING.to_owned()],
        |answered| [count(answered.given), count(answered.silent)],
    )
}

pub fn count(number: u32) -> String {
    grouped(number.into())
}

pub fn per_cent(part: u32, whole: u32) -> Score {
    Score::new(Fraction::new((i64::from(part) * 100).into(), i64::from(whole.max(1)).into()))
}

/// `34 (85.00)`
pub fn people_and_per_cent(part: u32, whole: u32) -> String {
    format!("{} ({})", count(part), per_cent(part, whole).shown(2))
}
