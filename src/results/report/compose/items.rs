//! Questions: the lowest first, and then every one of them, part by part.

use super::{
    spreads,
    table::{columns, row, strong, table},
    telling::Telling,
};
use crate::results::{
    charts::written,
    figure::{Figure, Score},
    figures::{ItemFigures, PartFigures},
    report::{Block, Extra, Row, saying},
};

/// So many are looked at first.
const FIRST: usize = 5;

pub fn lowest(telling: &Telling) -> Vec<Block> {
    let (say, names) = (telling.say, &telling.names);
    let mut rated: Vec<(&Score, &ItemFigures, &Figure)> = telling
        .figures()
        .items()
        .filter_map(|item| {
            let figure = item.figure.as_ref()?;
            Some((figure.bounds()?.0, item, figure))
        })
        .collect();
    rated.sort_by(|one, other| one.0.cmp(other.0));
    rated.truncate(FIRST);
    let target = telling.target();
    let rows: Vec<Row> = (1_u32..)
        .zip(&rated)
        .map(|(rank, (_, item, figure))| {
            let text = names.marked(names.numbered(&item.code), is_reversed(telling, item));
            let score = written::figure(figure, 2, telling.language);
            let gap = target.map(|target| saying::gap(target, figure));
            row([rank.to_string(), text, score].into_iter().chain(gap))
        })
        .collect();
    let mut figures = vec![say.score];
    figures.extend(target.map(|_| say.gap));
    let caption = (say.lowest_caption)(rows.len());
    let heading = Block::Heading(say.lowest.to_owned());
    table(caption, columns(&[say.rank, say.item], &figures), rows, weight(telling))
        .map_or_else(Vec::new, |table| vec![heading, table])
}

fn weight(telling: &Telling) -> String {
    telling.figures().weight_of_one().map(|weight| (telling.say.weight_of_one)(&weight.shown(2))).unwrap_or_default()
}

pub fn blocks(telling: &Telling) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in telling.figures().parts.iter().filter(|part| !part.items.is_empty()) {
        if telling.options.has(Extra::Items) {
            blocks.extend(scores(telling, part));
        }
        if telling.options.has(Extra::Spreads) {
            blocks.extend(spreads::of(telling, part));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(telling.say.items.to_owned()));
    }
    blocks
}

/// What is rated: those who answered, those who did not say, and the score.
fn scores(telling: &Telling, part: &PartFigures) -> Option<Block> {
    let (say, names) = (telling.say, &telling.names);
    let mut rows = Vec::new();
    for item in part.items.iter().filter(|item| item.figure.is_some()) {
        rows.extend(rows_of(telling, item));
    }
    let k = telling.figures().k;
    let has_few = part.items.iter().any(|item| item.figure == Some(Figure::TooFew));
    let note = if has_few { (say.too_few)(k) } else { String::new() };
    if !rows.is_empty() {
        let score = written::figure(&part.figure, 2, telling.language);
        rows.push(strong([names.part(&part.code).to_owned(), String::new(), String::new(), score]));
    }
    table(names.part(&part.code), columns(&[say.item], &[say.given, say.silent, say.score]), rows, note)
}

fn rows_of(telling: &Telling, item: &ItemFigures) -> Vec<Row> {
    let names = &telling.names;
    let score = |figure: Option<&Figure>| figure.map(|figure| written::figure(figure, 2, telling.language)).unwrap_or_default();
    let of_item = score(item.figure.as_ref());
    if let [only] = item.questions.as_slice()
        && only.sub.is_none()
    {
        let [given, silent] = saying::answered(only.answers, telling.language);
        let text = names.marked(names.numbered(&item.code), is_reversed(telling, item));
        return vec![row([text, given, silent, of_item])];
    }
    let mut rows = vec![row([names.numbered(&item.code), String::new(), String::new(), of_item])];
    for (number, question) in (1_u32..).zip(&item.questions) {
        let [given, silent] = saying::answered(question.answers, telling.language);
        let sub = question.sub.as_ref();
        let text = format!("({number}) {}", names.sub_text(&item.code, sub));
        let text = names.marked(text, names.is_reversed(&item.code, sub));
        rows.push(row([text, given, silent, score(question.figure.as_ref())]));
    }
    rows
}

fn is_reversed(telling: &Telling, item: &ItemFigures) -> bool {
    item.questions.iter().any(|question| telling.names.is_reversed(&item.code, question.sub.as_ref()))
}
