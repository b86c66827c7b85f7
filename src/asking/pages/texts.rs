//! What users wrote, as it stands: no line-break marks, and with its language where it is not the page's.

use maud::{Markup, html};

use crate::{
    asking::words,
    instruments::{Item, Text},
    language::Language,
    web::Icon,
};

pub fn text(text: &Text, language: Language) -> Markup {
    let (said, spoken) = text.in_language(language);
    if spoken == language {
        return html! { (said) };
    }
    html! { span lang=(spoken.code()) { (said) } }
}

/// A lead of several lines: each its own paragraph.
pub fn lines(text: &Text, language: Language, class: &str) -> Markup {
    let (said, spoken) = text.in_language(language);
    let lang = (spoken != language).then(|| spoken.code());
    html! {
        @for line in said.lines().filter(|line| !line.trim().is_empty()) {
            p class=[(!class.is_empty()).then_some(class)] lang=[lang] { (line) }
        }
    }
}

/// The words of an item, its key phrase marked where it runs the other way and bold elsewhere.
pub fn question(item: &Item, language: Language) -> Markup {
    let (said, spoken) = item.text.in_language(language);
    let lang = (spoken != language).then(|| spoken.code());
    let phrase = item.key_phrase.exactly(spoken);
    let marked = match said.split_once(phrase) {
        Some((before, after)) if !phrase.is_empty() => html! {
            (before) @if item.is_reversed() { mark { (phrase) } } @else { strong { (phrase) } } (after)
        },
        _ => html! { (said) },
    };
    html! { @if let Some(lang) = lang { span lang=(lang) { (marked) } } @else { (marked) } }
}

/// What a list of questions calls it: its key phrase, or all of it.
pub fn in_short(item: &Item, language: Language) -> Markup {
    let (_, spoken) = item.text.in_language(language);
    text(if item.key_phrase.exactly(spoken).is_empty() { &item.text } else { &item.key_phrase }, language)
}

pub fn reversed_tag(language: Language) -> Markup {
    html! { span.tag.warn { (Icon::Flip) (words(language).reversed) } }
}
