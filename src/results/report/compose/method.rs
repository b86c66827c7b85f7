//! How it was worked out, what is not shown and why, and what anybody can check it by.

use super::{
    Imprint,
    table::{columns, row, table},
    telling::Telling,
};
use crate::{
    papers::in_groups,
    results::{
        charts::written,
        figure::Figure,
        report::{Block, words::method},
    },
};

/// A longer fraction is for machines.
const LONGEST: usize = 40;

pub fn blocks(telling: &Telling, imprint: &Imprint) -> Vec<Block> {
    let say = method(telling.language);
    let rows = vec![
        row([say.bulletin.to_owned(), imprint.bulletin.clone()]),
        row([say.paper.to_owned(), in_groups(imprint.paper.as_bytes())]),
    ];
    let mut blocks = vec![Block::Heading(say.heading.to_owned()), Block::List(method_list(telling))];
    blocks.extend(table(say.to_check, columns(&[say.what, say.value], &[]), rows, ""));
    blocks
}

/// One sentence after the other.
pub fn method_list(telling: &Telling) -> Vec<String> {
    let (say, figures) = (method(telling.language), telling.figures());
    let k = figures.k;
    let mut list = vec![say.of_level.to_owned(), say.of_means.to_owned()];
    list.extend(sum(telling));
    list.push(say.exact.to_owned());
    list.push(say.silent.to_owned());
    list.push((say.small)(k, k.saturating_mul(2)));
    list.push((say.bands)(k.saturating_mul(3)));
    let instrument = &telling.round.released.paper.instrument;
    let has_conditions = instrument.parts.iter().any(|part| part.show_if.is_some());
    if has_conditions || instrument.items().any(|item| item.show_if.is_some()) {
        list.push((say.of_some)(k));
    }
    // Of one group, the overall score tells everything already.
    if figures.groups.shown.len() + figures.groups.hidden.len() > 1 {
        list.push(say.of_groups.to_owned());
    }
    if instrument.assessment.is_some() {
        list.push(say.own.to_owned());
    }
    list
}

/// The parts that went in, and those that could not.
fn sum(telling: &Telling) -> Vec<String> {
    let (say, overall) = (method(telling.language), &telling.figures().overall);
    let (shown, left): (Vec<_>, Vec<_>) = telling.indicators().partition(|part| part.figure.is_shown());
    let mut told = Vec::new();
    if overall.is_shown() {
        let parts: Vec<String> = shown.iter().map(|part| written::figure(&part.figure, 2, telling.language)).collect();
        told.push((say.sum)(&written::figure(overall, 2, telling.language), &parts.join(" + "), parts.len()));
    }
    if let Figure::Exact(score) = overall {
        let fraction = score.fraction().to_string();
        if fraction.len() <= LONGEST {
            told.push((say.exactly)(&fraction));
        }
    }
    if !left.is_empty() {
        let names: Vec<&str> = left.iter().map(|part| telling.names.part(&part.code)).collect();
        told.push((say.left_out)(&names.join(", ")));
    }
    told
}
