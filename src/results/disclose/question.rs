//! The figures of one question, over all who answered it.

use super::{alike::is_alike, band};
use crate::{
    instruments::{Fraction, Polarity, score},
    results::{
        figure::{Figure, Score},
        figures::{Answered, QuestionFigures},
        questions::{Asked, Kind},
        tally::Count,
    },
};

pub fn figures(asked: &Asked, count: &Count, k: u32) -> QuestionFigures {
    if let Kind::Election(_) = asked.kind {
        return counted_out(count);
    }
    let (given, enough) = (count.given, k.saturating_mul(2));
    let is_small = |number: u32| number < k.saturating_mul(3);
    // That none of a few wanted to say it is an answer too.
    if given < k && (given > 0 || (count.silent > 0 && is_small(count.silent))) {
        return withheld(asked);
    }
    let is_veiled = is_small(given) && is_alike(&asked.kind, count);
    let figure = match &asked.kind {
        Kind::Rated { .. } if given == 0 => Some(Figure::NoData),
        Kind::Rated { levels, polarity } if is_veiled => Some(band::of(count, *levels, *polarity)),
        Kind::Rated { levels, polarity } => Some(mean(count, *levels, *polarity).map_or(Figure::NoData, Figure::Exact)),
        _ => None,
    };
    let mean = match &asked.kind {
        Kind::Number if given == 0 => Some(Figure::NoData),
        // However many others there are, one that is far from all of them would be known.
        Kind::Number => (!is_alike(&asked.kind, count)).then(|| Figure::Exact(mean_number(count))),
        _ => None,
    };
    let has_spread = given >= enough && !is_veiled && !count.by_answer.is_empty();
    QuestionFigures {
        sub: asked.question.sub.clone(),
        figure,
        answers: Some(Answered { given, silent: count.silent }),
        spread: has_spread.then(|| count.by_answer.clone()),
        mean,
    }
}

/// Of an election every vote is told, as its ballot says to everybody before they vote.
fn counted_out(count: &Count) -> QuestionFigures {
    QuestionFigures {
        sub: None,
        figure: None,
        answers: Some(Answered { given: count.given, silent: count.silent }),
        spread: Some(count.by_answer.clone()),
        mean: None,
    }
}

/// Of what nothing may be told.
pub fn withheld(asked: &Asked) -> QuestionFigures {
    QuestionFigures {
        sub: asked.question.sub.clone(),
        figure: asked.is_rated().then_some(Figure::TooFew),
        answers: None,
        spread: None,
        mean: matches!(asked.kind, Kind::Number).then_some(Figure::TooFew),
    }
}

/// Whether it is told exactly, so that a part of it may be told as well.
pub fn is_exact(figures: &QuestionFigures) -> bool {
    matches!(figures.figure, Some(Figure::Exact(_)))
}

/// Exactly what everybody said together, by how many said it.
pub fn mean(count: &Count, levels: usize, polarity: Polarity) -> Option<Score> {
    let mut sum = Fraction::from_integer(0.into());
    for (level, number) in (1_u16..).zip(&count.by_answer) {
        sum += score(level, levels, polarity)? * Fraction::from_integer((*number).into());
    }
    (count.given > 0).then(|| Score::new(sum / Fraction::from_integer(count.given.into())))
}

fn mean_number(count: &Count) -> Score {
    Score::new(Fraction::new(count.sum.into(), (i128::from(count.given.max(1)) * 1_000_000).into()))
}
