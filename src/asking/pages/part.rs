//! A page of questions: where one stands, and every question in a field set of its own.
//!
//! Draws no form around it, no buttons and no list of faults: those belong to whoever asks.

use maud::{Markup, html};

use super::{
    boxed::{self, Boxed},
    marks::Marks,
    options, texts, typed,
};
use crate::{
    asking::{
        Fields, PageOf, Sheet,
        fields::{anchor, name, part_of},
        numbers::sub_number,
    },
    instruments::{Asks, Item, Polarity, Question, Rated},
    language::Language,
};

/// More parts than this do not fit the bar on a phone.
const BAR: usize = 12;

pub fn part(sheet: &Sheet, page: &PageOf) -> Markup {
    html! {
        div.stack-l {
            (heading(page, sheet.language))
            // A script decides for itself what is shown.
            @if sheet.for_scripts { @for (number, item) in &page.items { (question(sheet, *number, item)) } }
            @else { @for (number, item) in page.shown(sheet.instrument, sheet.answers) { (question(sheet, number, item)) } }
        }
    }
}

/// Answers of other pages, where the browser itself keeps none.
pub fn carried(fields: &Fields) -> Markup {
    html! { @for (name, value) in fields.iter() { input type="hidden" name=(name) value=(value); } }
}

fn heading(page: &PageOf, language: Language) -> Markup {
    html! {
        div.stack-s {
            p.small.muted { (page.progress(language)) }
            h1 { (texts::text(&page.part.title, language)) }
            @if page.parts > 1 && page.parts <= BAR {
                ol.steps aria-hidden="true" {
                    @for number in 1..=page.parts {
                        li.done[number < page.part_number].now[number == page.part_number] {}
                    }
                }
            }
            @if page.opens_part { (texts::lines(&page.part.lead, language, "")) }
        }
    }
}

/// One question, or a heading where there is no number.
pub fn question(sheet: &Sheet, number: Option<usize>, item: &Item) -> Markup {
    let language = sheet.language;
    let Some(number) = number else {
        return html! {
            @let marks = Marks::of_item(sheet, item);
            div id=(anchor(item)) data-item=[marks.item] data-show-if=[marks.show_if] { h2 { (texts::text(&item.text, language)) } (texts::lines(&item.help, language, "muted")) }
        };
    };
    let boxed = Boxed {
        item,
        question: Question { item: item.code.clone(), sub: None },
        number: number.to_string(),
        says: texts::question(item, language),
        help: Some(&item.help),
        hint: String::new(),
        required: item.required,
        polarity: Polarity::Straight,
        labels: &[],
        class: boxed::WHOLE,
    };
    match &item.asks {
        Asks::Scale(rated) if !rated.subs.is_empty() => subs(sheet, number, item, rated),
        Asks::Scale(rated) => {
            let labels = sheet.instrument.labels(rated);
            let boxed = Boxed { polarity: rated.polarity, labels, ..boxed };
            boxed.drawn(sheet, &options::levels(sheet, item, &boxed.question, labels, &rated.meanings))
        }
        Asks::SingleChoice { .. } | Asks::MultipleChoice { .. } | Asks::Ballot { .. } => {
            let boxed = Boxed { hint: options::hint(item, language), ..boxed };
            boxed.drawn(sheet, &options::choices(sheet, item, &boxed.question))
        }
        _ => {
            let boxed = Boxed { hint: typed::hint(item, language), ..boxed };
            boxed.drawn(sheet, &typed::typed(sheet, item, &boxed))
        }
    }
}

/// Under the words of the item, each sub-question on its own: never a grid.
fn subs(sheet: &Sheet, number: usize, item: &Item, rated: &Rated) -> Markup {
    let language = sheet.language;
    let labels = sheet.instrument.labels(rated);
    let whole = name(&Question { item: item.code.clone(), sub: None });
    let words = part_of(&whole, "text");
    let marks = Marks::of_item(sheet, item);
    html! {
        div.q.stack-l role="group" id=(anchor(item)) aria-labelledby=(words)
            data-item=[marks.item] data-show-if=[marks.show_if] data-required[marks.is_required] {
            div {
                p.h3 id=(words) {
                    (boxed::numbered(&number.to_string(), item.required, language, false))
                    (texts::question(item, language))
                }
                (texts::lines(&item.help, language, "hint"))
            }
            @for (at, sub) in rated.subs.iter().enumerate() {
                @let boxed = Boxed {
                    item,
                    question: Question { item: item.code.clone(), sub: Some(sub.code.clone()) },
                    number: sub_number(number, at),
                    says: texts::text(&sub.text, language),
                    help: None,
                    hint: String::new(),
                    required: true,
                    polarity: sub.polarity,
                    labels,
                    class: "set",
                };
                (boxed.drawn(sheet, &options::levels(sheet, item, &boxed.question, labels, &sub.meanings)))
            }
        }
    }
}
