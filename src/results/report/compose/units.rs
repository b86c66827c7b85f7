//! Groups of units: everything together, to one decimal, and never a question.

use super::{
    table::{columns, row, table},
    telling::Telling,
};
use crate::results::{
    charts::written,
    report::{Block, Row, saying},
};

pub fn blocks(telling: &Telling) -> Vec<Block> {
    let (say, groups) = (telling.say, &telling.figures().groups);
    // Of one group, the overall score tells everything already.
    if groups.shown.len() + groups.hidden.len() < 2 {
        return Vec::new();
    }
    let heading = Block::Heading(say.units.to_owned());
    if groups.shown.is_empty() {
        return vec![heading, Block::Paragraph(say.none_shown.to_owned())];
    }
    let target = telling.target();
    let shown = groups.shown.iter().map(|group| {
        let score = written::figure(&group.figure, written::UNIT, telling.language);
        let gap = target.map(|target| saying::gap(target, &group.figure));
        row([telling.names.group(&group.strata), saying::count(group.counted), score].into_iter().chain(gap))
    });
    let hidden = groups.hidden.iter().map(|strata| {
        let nothing = target.map(|_| saying::NOTHING.to_owned());
        let name = telling.names.group(strata);
        row([name, saying::NOTHING.to_owned(), say.hidden.to_owned()].into_iter().chain(nothing))
    });
    let rows: Vec<Row> = shown.chain(hidden).collect();
    let mut figures = vec![say.given, say.score];
    figures.extend(target.map(|_| say.gap));
    let note = if groups.hidden.is_empty() { String::new() } else { say.hidden_note.to_owned() };
    let table = table(say.units_caption, columns(&[say.unit], &figures), rows, note);
    std::iter::once(heading).chain(table).collect()
}
