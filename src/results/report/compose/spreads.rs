//! How answers spread over levels and choices, in the words and the order in which they were asked.

use super::{
    table::{columns, row, table},
    telling::Telling,
};
use crate::{
    instruments::{Asks, Text},
    results::{
        charts::{spread, written},
        figure::Figure,
        figures::{ItemFigures, PartFigures, QuestionFigures},
        findings::heading_of_spread,
        report::{Block, Row, Spread, saying},
        words::pages::words,
    },
};

pub fn of(telling: &Telling, part: &PartFigures) -> Vec<Block> {
    let mut blocks = drawn(telling, part);
    blocks.extend(rated(telling, part));
    blocks.extend(part.items.iter().filter(|item| item.figure.is_none()).filter_map(|item| other(telling, item)));
    blocks
}

/// The first chart of an indicator states what was found of it.
fn drawn(telling: &Telling, part: &PartFigures) -> Vec<Block> {
    let items: Vec<&ItemFigures> = part.items.iter().collect();
    let pictures = spread::spreads(telling.round, &items, false, telling.language);
    let charts = pictures.into_iter().map(|picture| picture.chart).filter(spread::has_any);
    let heading = |place: usize| {
        if place == 0 { heading_of_spread(telling.round, &part.code, telling.language) } else { String::new() }
    };
    let title = telling.names.part(&part.code);
    let named = |(place, chart)| {
        let caption = if place == 0 { format!("{title} · {}", words(telling.language).percents) } else { String::new() };
        Block::Spread(Spread { heading: heading(place), caption, ..chart })
    };
    charts.enumerate().map(named).collect()
}

/// One table for all questions with the same levels.
fn rated(telling: &Telling, part: &PartFigures) -> Vec<Block> {
    let mut alike: Vec<(Vec<&Text>, Vec<Row>, bool)> = Vec::new();
    for item in part.items.iter().filter(|item| item.figure.is_some()) {
        let labels = telling.names.answers(&item.code);
        let rows = rows(telling, item, labels.len());
        let is_hidden = item.questions.iter().any(|question| question.spread.is_none());
        match alike.iter_mut().find(|(others, ..)| *others == labels) {
            Some((_, known, hides)) => {
                known.extend(rows);
                *hides |= is_hidden;
            }
            None => alike.push((labels, rows, is_hidden)),
        }
    }
    let (say, k) = (telling.say, telling.figures().k);
    let one = |(labels, rows, hides): (Vec<&Text>, Vec<Row>, bool)| {
        let figures: Vec<&str> = labels.iter().map(|label| label.say(telling.language)).collect();
        let note = if hides { (say.spread_note)(k.saturating_mul(2)) } else { String::new() };
        table((say.spread_of)(telling.names.part(&part.code)), columns(&[say.item], &figures), rows, note)
    };
    alike.into_iter().filter_map(one).collect()
}

fn rows(telling: &Telling, item: &ItemFigures, levels: usize) -> Vec<Row> {
    let number = telling.names.number(&item.code);
    let is_single = item.questions.iter().all(|question| question.sub.is_none());
    (1_usize..)
        .zip(&item.questions)
        .map(|(place, question)| {
            let label = if is_single { number.clone() } else { format!("{number} ({place})") };
            let label = telling.names.marked(label, telling.names.is_reversed(&item.code, question.sub.as_ref()));
            row(std::iter::once(label).chain(cells(telling, question, levels)))
        })
        .collect()
}

fn cells(telling: &Telling, question: &QuestionFigures, levels: usize) -> Vec<String> {
    match &question.spread {
        None => vec![telling.say.hidden.to_owned(); levels],
        Some(spread) => {
            let all = spread.iter().sum();
            spread.iter().map(|people| saying::people_and_per_cent(*people, all)).collect()
        }
    }
}

/// What is chosen, ranked, voted for or written as a number: a table of its own.
fn other(telling: &Telling, item: &ItemFigures) -> Option<Block> {
    let (say, names, language) = (telling.say, &telling.names, telling.language);
    let question = item.questions.first()?;
    let [given, silent] = saying::answered(question.answers, language);
    let answered = format!("{} {given} · {} {silent}", say.given, say.silent);
    let caption = names.numbered(&item.code);
    if let Some(mean) = &question.mean {
        let mean = match mean {
            Figure::Exact(score) => score.shown(2),
            other => written::figure(other, 2, language),
        };
        return table(caption, columns(&[say.mean], &[say.score]), vec![row([say.mean.to_owned(), mean])], answered);
    }
    let labels = names.answers(&item.code);
    let asks = &names.item(&item.code)?.asks;
    let all = question.answers.map_or(0, |answered| answered.given);
    let (counted, is_of_people) = match asks {
        Asks::Ballot { .. } => (say.votes, true),
        Asks::Ranking { .. } => (say.points, false),
        _ => (say.given, true),
    };
    let numbers: Vec<Option<u32>> = match &question.spread {
        Some(spread) => spread.iter().copied().map(Some).collect(),
        None => vec![None; labels.len()],
    };
    let rows = labels.iter().zip(numbers).map(|(label, number)| {
        let hidden = || say.hidden.to_owned();
        let mut cells = vec![label.say(language).to_owned(), number.map_or_else(hidden, saying::count)];
        if is_of_people {
            cells.push(number.map_or_else(hidden, |number| saying::per_cent(number, all).shown(2)));
        }
        row(cells)
    });
    let rows: Vec<Row> = rows.collect();
    let figures = if is_of_people { vec![counted, say.per_cent] } else { vec![counted] };
    table(caption, columns(&[say.choice], &figures), rows, answered)
}
