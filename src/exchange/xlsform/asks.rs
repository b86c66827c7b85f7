//! What a row of a survey asks for.

use std::collections::BTreeMap;

use super::{
    bounds::{Bounds, bounds},
    kinds::Kind,
    lists::Entry,
    own,
    questions::Reader,
    sheet::Line,
};
use crate::{
    exchange::{LossKind, subjects::Values},
    instruments::{Asks, Code, Decimal, Election, Rated, Scale, Text, Tie, limits},
};

/// Characters of a line and of a longer text, where a form does not say.
const LINE: u16 = 1_000;
const TEXT: u16 = limits::ANSWER;

pub(super) fn asked(reader: &mut Reader<'_>, line: Line<'_>, kind: Kind, scales: &[Scale]) -> (Asks, Values) {
    match kind {
        Kind::One { list, .. } if line.cell("our::kind") == "scale" => rated(reader, line, &list, scales),
        Kind::One { list, .. } => {
            unconstrained(reader, line);
            let choosing = |entries: &[Entry]| {
                (Asks::SingleChoice { choices: entries.iter().map(Entry::choice).collect() }, Values::Choice as Meaning)
            };
            chosen(reader, line, &list, choosing)
        }
        Kind::Many { list, .. } => {
            let bounds = constrained(reader, line, "count-selected(.)", true);
            let choosing = |entries: &[Entry]| (many(line, entries, bounds), Values::Choices as Meaning);
            chosen(reader, line, &list, choosing)
        }
        Kind::Rank { list } => {
            unconstrained(reader, line);
            let top = line.cell("our::top").parse().ok();
            let choosing = |entries: &[Entry]| {
                (Asks::Ranking { choices: entries.iter().map(Entry::choice).collect(), top }, Values::Ranking as Meaning)
            };
            chosen(reader, line, &list, choosing)
        }
        Kind::Integer | Kind::Decimal => {
            let is_whole = kind == Kind::Integer;
            let Bounds { least, most } = constrained(reader, line, ".", is_whole);
            let decimals = line.cell("our::decimals").parse().ok().filter(|decimals| *decimals <= Decimal::DECIMALS);
            let decimals = if is_whole { 0 } else { decimals.unwrap_or(Decimal::DECIMALS) };
            (Asks::Number { least, most, decimals, unit: line.text("our::unit", reader.tongues) }, Values::Number)
        }
        Kind::Note => {
            unconstrained(reader, line);
            (Asks::Heading, Values::Words)
        }
        Kind::Not(what) => {
            reader.lost(line, what, &line.cell("type"));
            unconstrained(reader, line);
            (Asks::ShortText { longest: LINE }, Values::Words)
        }
        Kind::Text | Kind::BeginGroup | Kind::BeginRepeat | Kind::End => (text(reader, line), Values::Words),
    }
}

fn text(reader: &mut Reader<'_>, line: Line<'_>) -> Asks {
    let Bounds { least, most } = constrained(reader, line, "string-length(.)", true);
    let fits = most.and_then(count).filter(|most| *most <= limits::ANSWER);
    if least.is_some() || (most.is_some() && fits.is_none()) {
        reader.lost(line, LossKind::ConstraintLeftOut, &line.cell("constraint"));
    }
    let longest = fits.or(most.map(|_| limits::ANSWER));
    if line.cell("appearance") == "multiline" {
        Asks::LongText { longest: longest.unwrap_or(TEXT) }
    } else {
        Asks::ShortText { longest: longest.unwrap_or(LINE) }
    }
}

fn many(line: Line<'_>, entries: &[Entry], bounds: Bounds) -> Asks {
    let choices = entries.iter().map(Entry::choice).collect();
    let most = bounds.most.and_then(count);
    if line.cell("our::kind") == "ballot" {
        let seats = line.cell("our::seats").parse().unwrap_or(1);
        let election = Tie::from_code(&line.cell("our::tie")).map(|tie| Election { seats, tie });
        return Asks::Ballot { candidates: choices, most: most.unwrap_or(1), blank: line.cell("our::blank") != "no", election };
    }
    Asks::MultipleChoice { choices, least: bounds.least.and_then(count), most }
}

fn count(number: Decimal) -> Option<u16> {
    number.to_string().parse().ok()
}

/// What names in a list mean in conditions.
type Meaning = fn(BTreeMap<String, Code>) -> Values;

/// From a list, if it is there and no longer than people can choose from.
fn chosen(reader: &mut Reader<'_>, line: Line<'_>, list: &str, asks: impl FnOnce(&[Entry]) -> (Asks, Meaning)) -> (Asks, Values) {
    reader.used.insert(list.to_owned());
    let entries = match reader.lists.get(list) {
        Some(entries) if entries.len() <= limits::CHOICES => entries,
        // A vote without candidates, in a draft of ours.
        None if reader.tongues.exact => &[],
        found => {
            let what = if found.is_some() { LossKind::BecameShortText } else { LossKind::ListMissing };
            reader.lost(line, what, list);
            return (Asks::ShortText { longest: LINE }, Values::Words);
        }
    };
    let codes = entries.iter().map(|entry| (entry.name.clone(), entry.code.clone())).collect();
    let (asks, meaning) = asks(entries);
    (asks, meaning(codes))
}

/// A scale, with labels and meanings of its own where the list has them.
fn rated(reader: &mut Reader<'_>, line: Line<'_>, list: &str, scales: &[Scale]) -> (Asks, Values) {
    reader.used.insert(list.to_owned());
    unconstrained(reader, line);
    let scale = line.cell("our::scale");
    let entries = reader.lists.get(list);
    let shown: Vec<Text> = entries.unwrap_or_default().iter().map(|entry| entry.label.clone()).collect();
    let levels =
        scales.iter().find(|it| it.code.as_str() == own::unquoted(&scale)).map(|it| it.levels.as_slice()).unwrap_or_default();
    let mut labels = own::first(entries, &line.cell("our::labels"), |entry| entry.label.clone());
    let meanings = own::first(entries, &line.cell("our::meanings"), |entry| entry.line.clone());
    // Somebody wrote other labels into the list after it was exported.
    if labels.is_empty() && shown.len() == levels.len() && shown != levels {
        labels = shown;
    }
    let rated = Rated {
        scale: own::unquoted(&scale).into(),
        labels,
        polarity: own::read_polarity(&line.cell("our::polarity")),
        meanings,
        subs: Vec::new(),
    };
    let names = entries.unwrap_or_default().iter().map(|entry| entry.name.clone()).collect();
    (Asks::Scale(rated), Values::Levels(names))
}

fn constrained(reader: &mut Reader<'_>, line: Line<'_>, of: &str, is_whole: bool) -> Bounds {
    let constraint = line.cell("constraint");
    bounds(&constraint, of, is_whole).unwrap_or_else(|| {
        reader.lost(line, LossKind::ConstraintLeftOut, &constraint);
        Bounds::default()
    })
}

fn unconstrained(reader: &mut Reader<'_>, line: Line<'_>) {
    let constraint = line.cell("constraint");
    if !constraint.is_empty() {
        reader.lost(line, LossKind::ConstraintLeftOut, &constraint);
    }
}
