//! A figure that does not tell what nearly everybody in a small group said.
//!
//! Levels are taken together by twos (the last three, where their number is odd), and a band holds whatever
//! the mean may be while all but one chose the same of these: so it says neither which it was, nor whether
//! there was somebody else, nor what that one said. On fewer than four levels that is the whole line.

use crate::{
    instruments::{Fraction, Polarity},
    results::{
        figure::{Figure, Score},
        tally::Count,
    },
};

/// Ends of bands are whole multiples of it.
const STEP: i64 = 5;

pub fn of(count: &Count, levels: usize, polarity: Polarity) -> Figure {
    let most = count.by_answer.iter().max().copied().unwrap_or_default();
    let place = count.by_answer.iter().position(|number| *number == most).unwrap_or_default();
    let place = if polarity == Polarity::Reversed { levels.saturating_sub(1).saturating_sub(place) } else { place };
    let (pairs, pair) = ((levels / 2).max(1), place / 2);
    let first = pair.min(pairs - 1) * 2;
    let last = if pair + 1 >= pairs { levels.saturating_sub(1) } else { first + 1 };
    let worth = |place: usize| Fraction::new((100 * place).into(), levels.saturating_sub(1).max(1).into());
    let [given, others] = [count.given.max(1), count.given.max(1) - 1].map(|it| Fraction::from_integer(it.into()));
    let step = Fraction::from_integer(STEP.into());
    let from = worth(first) * &others / &given;
    let to = (worth(last) * &others + Fraction::from_integer(100.into())) / &given;
    Figure::Within { least: Score::new((from / &step).floor() * &step), most: Score::new((to / &step).ceil() * &step) }
}
