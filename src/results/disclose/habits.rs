//! What is seen only where answers of one person are looked at together: never of fewer than k people.

use super::conditions;
use crate::instruments::{Instrument, Polarity};
use crate::results::{
    figures::{Contrary, Habits, Share},
    questions::{Asked, Kind},
    tally::Tally,
};

/// `open`: of which questions the figure is told exactly.
pub fn figures(instrument: &Instrument, asked: &[Asked], open: &[bool], all: &Tally, k: u32) -> Habits {
    let enough = k.saturating_mul(2);
    let looked_at = all.habits.looked_at;
    // Where not everybody was asked to rate the same, how many rated enough tells what was answered; and that so
    // many did tells it too.
    let is_plain = asked.iter().filter(|asked| asked.is_rated()).all(|asked| conditions::of(instrument, asked).is_empty());
    let is_told = looked_at >= enough && is_plain;
    let straight = is_told.then(|| (share(all.habits.straight, looked_at, k), looked_at));
    let mut contrary = Vec::new();
    for (((asked, is_open), count), number) in asked.iter().zip(open).zip(&all.counts).zip(&all.habits.contrary) {
        let is_reversed = matches!(asked.kind, Kind::Rated { polarity: Polarity::Reversed, .. });
        if is_reversed && *is_open && count.given >= enough {
            let share = share(*number, count.given, k);
            contrary.push(Contrary { item: asked.question.item.clone(), sub: asked.question.sub.clone(), share });
        }
    }
    Habits { straight, contrary }
}

const fn share(number: u32, of: u32, k: u32) -> Share {
    if number < k {
        Share::Few
    } else if of.saturating_sub(number) < k {
        Share::NearlyAll
    } else {
        Share::Some(number)
    }
}
