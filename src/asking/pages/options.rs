//! What is chosen among options: scales, choices, ballots. One below the other, in the order of the
//! instrument, and nothing chosen beforehand.

use maud::{Markup, html};

use super::texts;
use crate::{
    asking::{
        Sheet,
        fields::{BLANK, DECLINED, bounds, is_typed, may_decline, name, place},
        words::{rule_in_words, words},
    },
    instruments::{Asks, Item, Question, Text},
    language::Language,
};

/// The levels of a scale, each with what it means here.
pub fn levels(sheet: &Sheet, item: &Item, question: &Question, labels: &[Text], meanings: &[Text]) -> Markup {
    let name = name(question);
    html! {
        div.opts {
            @for (level, label) in (1..).zip(labels) {
                (option(sheet, &name, level, &level.to_string(), false, &said(sheet, label, meanings.get(level - 1))))
            }
            (decline(sheet, item, question))
        }
    }
}

pub fn choices(sheet: &Sheet, item: &Item, question: &Question) -> Markup {
    let name = name(question);
    let many = is_many(item);
    html! {
        div.opts {
            @for (number, choice) in (1..).zip(item.choices()) {
                (option(sheet, &name, number, choice.code.as_str(), many, &said(sheet, &choice.label, Some(&choice.line))))
            }
            @if let Asks::Ballot { blank: true, .. } = item.asks {
                (last(sheet, &name, &name, BLANK, many, words(sheet.language).blank))
            }
            (decline(sheet, item, question))
        }
    }
}

/// What has to be known before choosing.
pub fn hint(item: &Item, language: Language) -> String {
    let say = words(language);
    let (least, most) = bounds(item);
    match item.asks {
        Asks::MultipleChoice { .. } => (say.choose_between)(least, most, item.choices().len()),
        Asks::Ballot { election: None, .. } => (say.vote_for)(most),
        Asks::Ballot { .. } => format!("{} · {}", (say.vote_for)(most), rule_in_words(item, language)),
        _ => String::new(),
    }
}

fn is_many(item: &Item) -> bool {
    matches!(item.asks, Asks::MultipleChoice { .. }) || matches!(item.asks, Asks::Ballot { .. } if bounds(item).1 > 1)
}

/// Below a line, where it may be declined.
pub fn decline(sheet: &Sheet, item: &Item, question: &Question) -> Markup {
    let name = name(question);
    let own = place(&name, 0);
    let field = if is_typed(item) { &own } else { &name };
    let many = is_typed(item) || is_many(item);
    html! { @if may_decline(item) { (last(sheet, &name, field, DECLINED, many, words(sheet.language).decline)) } }
}

fn last(sheet: &Sheet, name: &str, field: &str, value: &str, many: bool, word: &str) -> Markup {
    let id = place(name, 0);
    html! {
        div.opt.or {
            input type=(kind(many)) name=(field) id=(id) value=(value) checked[sheet.fields.has(field, value)];
            label for=(id) { (word) }
        }
    }
}

fn option(sheet: &Sheet, name: &str, number: usize, value: &str, many: bool, said: &Markup) -> Markup {
    let id = place(name, number);
    html! {
        div.opt {
            input type=(kind(many)) name=(name) id=(id) value=(value) checked[sheet.fields.has(name, value)];
            label for=(id) { (said) }
        }
    }
}

const fn kind(many: bool) -> &'static str {
    if many { "checkbox" } else { "radio" }
}

fn said(sheet: &Sheet, label: &Text, line: Option<&Text>) -> Markup {
    html! {
        (texts::text(label, sheet.language))
        @if let Some(line) = line.filter(|line| !line.is_empty()) { span { (texts::text(line, sheet.language)) } }
    }
}
