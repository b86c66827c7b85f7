//! Results as a file for programs, with every figure exact. docs/results-format.md says what stands where.
//!
//! Tells what the record of the release tells, with the words of the paper beside it.

use serde_json::{Value, json};

use crate::{
    ids::StratumId,
    instruments::{Code, Item, Text},
    papers::{Paper, PaperHash},
    results::{
        Round,
        charts::written,
        figure::{Figure, Score},
        figures::{Figures, ItemFigures, PartFigures, QuestionFigures, Share},
    },
};

const FORMAT: &str = "clearjai results v1";

pub fn json(round: &Round, paper: PaperHash) -> Vec<u8> {
    let mut text = format!("{:#}", whole(round, paper)).into_bytes();
    text.push(b'\n');
    text
}

fn whole(round: &Round, hash: PaperHash) -> Value {
    let (occasion, paper, figures) = (&round.occasion, &round.released.paper, &round.released.figures);
    let parts: Vec<Value> = figures.parts.iter().map(|it| part(paper, it)).collect();
    let target = occasion.target.as_ref();
    json!({
        "format": FORMAT,
        "survey": occasion.survey,
        "paper": hash.to_hex(),
        "name": occasion.name,
        "year": occasion.year.number(),
        "round": occasion.round,
        "opened": occasion.opened.to_string(),
        "closed": occasion.closed.to_string(),
        "target": target.map(|target| json!({ "score": score(&target.score), "to_be_passed": target.is_to_be_passed })),
        "wanted_sample": occasion.wanted_sample,
        "k": figures.k,
        "roll": figures.roll,
        // How many answered where there were too few to open anything, nobody is told.
        "counted": (figures.counted > 0).then_some(figures.counted),
        // Of an election; its blank votes stand behind the choices of a spread.
        "spoilt": figures.spoilt,
        "overall": figure(&figures.overall),
        "parts": parts,
        "groups": groups(paper, figures),
        "habits": habits(figures),
    })
}

fn part(paper: &Paper, figures: &PartFigures) -> Value {
    let title = paper.instrument.part(&figures.code).map(|part| &part.title);
    let items: Vec<Value> = figures.items.iter().map(|it| item(paper, it)).collect();
    json!({ "code": figures.code, "title": both(title), "figure": figure(&figures.figure), "items": items })
}

fn item(paper: &Paper, figures: &ItemFigures) -> Value {
    let of_paper = paper.instrument.item(&figures.code);
    let number = paper.instrument.numbered().find(|(_, item)| item.code == figures.code).and_then(|(number, _)| number);
    let labels: Vec<Value> = match of_paper.and_then(Item::rated) {
        Some(rated) => paper.instrument.labels(rated).iter().map(|label| both(Some(label))).collect(),
        None => of_paper
            .map_or(&[][..], Item::choices)
            .iter()
            .map(|choice| json!({ "code": choice.code, "label": both(Some(&choice.label)) }))
            .collect(),
    };
    let questions: Vec<Value> = figures.questions.iter().map(|it| question(of_paper, it)).collect();
    json!({
        "code": figures.code,
        "number": number,
        "text": both(of_paper.map(|item| &item.text)),
        "figure": figures.figure.as_ref().map(figure),
        "choices": labels,
        "questions": questions,
    })
}

fn question(item: Option<&Item>, figures: &QuestionFigures) -> Value {
    let rated = item.and_then(Item::rated);
    let sub = rated.and_then(|rated| rated.subs.iter().find(|sub| Some(&sub.code) == figures.sub.as_ref()));
    json!({
        "sub": figures.sub,
        "text": sub.map(|sub| both(Some(&sub.text))),
        "polarity": rated.map(|rated| sub.map_or(rated.polarity, |sub| sub.polarity)),
        "figure": figures.figure.as_ref().map(figure),
        "answers": figures.answers,
        "spread": figures.spread,
        "mean": figures.mean.as_ref().map(figure),
    })
}

fn groups(paper: &Paper, figures: &Figures) -> Value {
    let named = |strata: &[StratumId]| -> Vec<Value> {
        strata.iter().map(|id| json!({ "id": id, "name": paper.stratum(*id).map(|stratum| &stratum.name) })).collect()
    };
    let shown = figures.groups.shown.iter();
    let shown: Vec<Value> =
        shown.map(|it| json!({ "strata": named(&it.strata), "counted": it.counted, "figure": of_group(&it.figure) })).collect();
    let hidden: Vec<Value> = figures.groups.hidden.iter().map(|strata| json!({ "strata": named(strata) })).collect();
    json!({ "shown": shown, "hidden": hidden })
}

fn habits(figures: &Figures) -> Value {
    let contrary: Vec<Value> = figures.habits.contrary.iter().map(|it| contrary(&it.item, it.sub.as_ref(), it.share)).collect();
    let straight = figures.habits.straight.map(|(share, of)| json!({ "share": share, "of": of }));
    json!({ "straight": straight, "contrary": contrary })
}

fn contrary(item: &Code, sub: Option<&Code>, share: Share) -> Value {
    json!({ "item": item, "sub": sub, "share": share })
}

/// To one decimal and no further, nor does it claim more.
fn of_group(of: &Figure) -> Value {
    match of {
        Figure::Exact(it) => json!({ "state": "rounded", "shown": machine(it, written::UNIT) }),
        other => figure(other),
    }
}

fn figure(figure: &Figure) -> Value {
    match figure {
        Figure::NoData => json!({ "state": "no_data" }),
        Figure::TooFew => json!({ "state": "too_few" }),
        Figure::Exact(it) => json!({ "state": "exact", "exact": it, "shown": machine(it, written::WHOLE) }),
        Figure::Within { least, most } => {
            json!({ "state": "range", "least": score(least), "most": score(most) })
        }
    }
}

fn score(it: &Score) -> Value {
    json!({ "exact": it, "shown": machine(it, written::WHOLE) })
}

fn machine(it: &Score, decimals: u8) -> String {
    it.shown(decimals).replace('−', "-")
}

fn both(text: Option<&Text>) -> Value {
    json!({ "th": text.map(|text| &text.th), "en": text.map(|text| &text.en) })
}
