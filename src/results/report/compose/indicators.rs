//! Indicators against the target and the round before: as a table, and as what a chart shows.

use super::{
    table::{columns, row, strong, table},
    telling::Telling,
};
use crate::{
    instruments::{Change, compare},
    results::{
        Round,
        charts::{against, written},
        figure::Figure,
        report::{Block, Row, saying},
    },
};

pub fn blocks(telling: &Telling) -> Vec<Block> {
    if telling.indicators().next().is_none() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(telling.say.indicators.to_owned())];
    blocks.extend(compared(telling));
    let (chart, _) = against::indicators(telling.round, telling.before, telling.language);
    blocks.push(Block::Against(chart));
    blocks
}

/// Whether the two did not ask the same, so that their scores are compared with care.
pub fn is_other_form(before: &Round, now: &Round) -> bool {
    let changes = compare(&before.released.paper.instrument, &now.released.paper.instrument);
    changes.iter().any(|change| change.spoils() || !Change::has_two_sides(change))
}

fn compared(telling: &Telling) -> Option<Block> {
    let (say, target) = (telling.say, telling.target());
    let place = telling.before.map(|before| (say.before)(&before.occasion.place()));
    let mut figures = vec![say.score];
    if let Some(place) = &place {
        figures.extend([place.as_str(), say.change]);
    }
    figures.extend(target.map(|_| say.gap));
    let cells = |name: &str, before: Option<&Figure>, now: &Figure| {
        let mut cells = vec![name.to_owned(), written::figure(now, 2, telling.language)];
        if place.is_some() {
            let was = before.map_or_else(|| saying::NOTHING.to_owned(), |before| written::figure(before, 2, telling.language));
            cells.extend([was, saying::change(before, now)]);
        }
        cells.extend(target.map(|target| saying::gap(target, now)));
        cells
    };
    let parts = telling.indicators();
    let mut rows: Vec<Row> =
        parts.map(|part| row(cells(telling.names.part(&part.code), telling.before_of(part), &part.figure))).collect();
    rows.push(strong(cells(say.overall, telling.overall_before(), &telling.figures().overall)));
    table(say.indicators_caption, columns(&[say.indicator], &figures), rows, note(telling))
}

fn note(telling: &Telling) -> String {
    let k = telling.figures().k;
    let has_few = telling.indicators().any(|part| part.figure == Figure::TooFew);
    let target = telling.target().map(|target| {
        let shown = target.score.shown(2);
        let wanted = if target.is_to_be_passed { (telling.say.more_than)(&shown) } else { (telling.say.at_least)(&shown) };
        format!("{}: {wanted}", telling.say.target)
    });
    let few = has_few.then(|| (telling.say.too_few)(k));
    target.into_iter().chain(few).collect::<Vec<_>>().join(" · ")
}
