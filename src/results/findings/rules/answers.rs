//! How people answered, where that bears on how a score is read. No score is ever altered here.

use super::Finding;
use crate::{
    instruments::{Code, Fraction, Polarity},
    results::{
        Asked, Kind, Round,
        figure::{Figure, Score},
        figures::{QuestionFigures, Share},
    },
};

/// Fewer answers show no shape.
const ENOUGH: u64 = 10;

/// In per cent of all answers: at least so many at the worst end and at the best, and fewer between.
const AT_THE_WORST: u64 = 8;
const AT_THE_BEST: u64 = 60;
const BETWEEN: u64 = 15;

pub fn of_round(round: &Round) -> Vec<Finding> {
    let figures = &round.released.figures;
    let mut found = Vec::new();
    found.extend(figures.weight_of_one().map(|weight| Finding::WeightOfOne { weight }));
    let splits = splits(round);
    found.extend(splits.iter().cloned());
    found.extend(contrary(round, &splits));
    found.extend(figures.habits.straight.map(|(share, of)| Finding::Straight { share, of, k: figures.k }));
    found
}

/// Reversed questions whose answers stand at both ends.
pub fn splits(round: &Round) -> Vec<Finding> {
    let asked = Asked::all(&round.released.paper.instrument);
    let reversed = asked.iter().filter(|asked| matches!(asked.kind, Kind::Rated { polarity: Polarity::Reversed, .. }));
    let split = |asked: &Asked| {
        let question = question(round, &asked.question.item, asked.question.sub.as_ref())?;
        let spread = question.spread.as_ref()?;
        let (best, worst, answers) = (*spread.first()?, *spread.last()?, spread.iter().sum::<u32>());
        let score = question.figure.as_ref().and_then(Figure::exact)?.clone();
        let turned = turned_around(&score, worst, answers)?;
        let (item, sub) = (asked.question.item.clone(), asked.question.sub.clone());
        is_split(best, worst, answers).then_some(Finding::Split { item, sub, worst, best, answers, score, turned })
    };
    reversed.filter_map(split).collect()
}

pub fn is_split(best: u32, worst: u32, answers: u32) -> bool {
    let [best, worst, all] = [best, worst, answers].map(u64::from);
    let between = all.saturating_sub(best + worst);
    all >= ENOUGH && worst * 100 >= AT_THE_WORST * all && best * 100 >= AT_THE_BEST * all && between * 100 < BETWEEN * all
}

/// With so many answers taken from the worst end to the best.
fn turned_around(score: &Score, people: u32, answers: u32) -> Option<Score> {
    let more = Fraction::new((u64::from(people) * 100).into(), answers.into());
    (answers > 0).then(|| Score::new(score.fraction() + more))
}

/// Where nearly nobody did so, it is said only of questions that look split: else it would be said of all.
fn contrary(round: &Round, splits: &[Finding]) -> Vec<Finding> {
    let figures = &round.released.figures;
    let is_among = |item: &Code, sub: &Option<Code>| {
        splits.iter().any(|split| matches!(split, Finding::Split { item: of, sub: at, .. } if of == item && at == sub))
    };
    let worth_saying = figures.habits.contrary.iter().filter(|it| it.share != Share::Few || is_among(&it.item, &it.sub));
    let finding = |it: &crate::results::figures::Contrary| {
        let turned = match it.share {
            Share::Some(people) => question(round, &it.item, it.sub.as_ref()).and_then(|question| {
                let score = question.figure.as_ref()?.exact()?.clone();
                let turned = turned_around(&score, people, question.answers?.given)?;
                Some((score, turned))
            }),
            Share::Few | Share::NearlyAll => None,
        };
        Finding::Contrary { item: it.item.clone(), sub: it.sub.clone(), share: it.share, k: figures.k, turned }
    };
    worth_saying.map(finding).collect()
}

fn question<'it>(round: &'it Round, item: &Code, sub: Option<&Code>) -> Option<&'it QuestionFigures> {
    round.released.figures.item(item)?.questions.iter().find(|question| question.sub.as_ref() == sub)
}
