//! One item on paper: circles for one answer, squares for several, lines to write on.

use maud::{Markup, html};

use super::{options, texts, typed};
use crate::{
    asking::{
        fields::{bounds, may_decline, places},
        numbers::sub_number,
        words::words,
    },
    instruments::{Asks, Choice, Instrument, Item, Polarity, Text},
    language::Language,
    web::Icon,
};

pub fn item(instrument: &Instrument, language: Language, number: Option<usize>, item: &Item) -> Markup {
    let say = words(language);
    let reversed = item.rated().is_some_and(|rated| rated.subs.is_empty() && rated.polarity == Polarity::Reversed);
    html! {
        @if number.is_none() { h3 { (texts::text(&item.text, language)) } } @else {
            p {
                (texts::question(item, language))
                @if !item.required { " " span.muted { (say.optional) } }
                @if reversed { " " (texts::reversed_tag(language)) }
            }
        }
        (texts::lines(&item.help, language, "hint"))
        (answers(instrument, language, number.unwrap_or_default(), item))
    }
}

fn answers(instrument: &Instrument, language: Language, number: usize, item: &Item) -> Markup {
    let say = words(language);
    let decline = may_decline(item).then_some(say.decline);
    match &item.asks {
        Asks::Heading => html! {},
        Asks::Scale(rated) if rated.subs.is_empty() => scale(instrument.labels(rated), &rated.meanings, decline, language),
        Asks::Scale(rated) => html! {
            @for (at, sub) in rated.subs.iter().enumerate() {
                div.mt3 {
                    p {
                        span.b { (sub_number(number, at)) } " " (texts::text(&sub.text, language))
                        @if sub.polarity == Polarity::Reversed { " " (texts::reversed_tag(language)) }
                    }
                    (scale(instrument.labels(rated), &sub.meanings, decline, language))
                }
            }
        },
        Asks::SingleChoice { choices } => choose(choices, Icon::Circle, decline, language),
        Asks::MultipleChoice { choices, .. } => html! {
            p.hint { (options::hint(item, language)) }
            (choose(choices, Icon::Square, decline, language))
        },
        Asks::Ballot { candidates, blank, .. } => {
            let shape = if bounds(item).1 > 1 { Icon::Square } else { Icon::Circle };
            html! {
                p.hint { (options::hint(item, language)) }
                (choose(candidates, shape, if *blank { Some(say.blank) } else { decline }, language))
            }
        }
        Asks::Ranking { choices, .. } => html! {
            p.hint { ((say.paper_rank)(places(item))) }
            (choose(choices, Icon::Square, decline, language))
        },
        Asks::Number { unit, .. } => html! {
            p.hint { (typed::hint(item, language)) }
            p.mt3 { "........................ " (texts::text(unit, language)) }
            (declined(decline))
        },
        Asks::ShortText { .. } => html! { p.hint { (typed::hint(item, language)) } (write_on(1)) (declined(decline)) },
        Asks::LongText { longest } => html! {
            p.hint { (typed::hint(item, language)) }
            (write_on((longest / 150).clamp(3, 8)))
            (declined(decline))
        },
    }
}

/// In one row if the labels say it all, and one below the other if they have meanings.
fn scale(labels: &[Text], meanings: &[Text], decline: Option<&str>, language: Language) -> Markup {
    if meanings.iter().any(|meaning| !meaning.is_empty()) {
        let levels = labels.iter().enumerate().map(|(at, label)| (label, meanings.get(at)));
        return list(levels, Icon::Circle, decline, language);
    }
    html! {
        div.row.between.mt2 {
            @for label in labels { span { (Icon::Circle) " " (texts::text(label, language)) } }
            @if let Some(decline) = decline { span { (Icon::Circle) " " (decline) } }
        }
    }
}

fn choose(choices: &[Choice], shape: Icon, last: Option<&str>, language: Language) -> Markup {
    list(choices.iter().map(|choice| (&choice.label, Some(&choice.line))), shape, last, language)
}

fn list<'it>(
    offered: impl Iterator<Item = (&'it Text, Option<&'it Text>)>,
    shape: Icon,
    last: Option<&str>,
    language: Language,
) -> Markup {
    html! {
        div.facts {
            @for (label, line) in offered {
                div {
                    (shape)
                    span {
                        (texts::text(label, language))
                        @if let Some(line) = line.filter(|line| !line.is_empty()) {
                            span.muted { ": " (texts::text(line, language)) }
                        }
                    }
                }
            }
            @if let Some(last) = last { div { (shape) span { (last) } } }
        }
    }
}

fn declined(decline: Option<&str>) -> Markup {
    html! { @if let Some(decline) = decline { div.facts { div { (Icon::Square) span { (decline) } } } } }
}

/// Far enough apart for handwriting.
fn write_on(lines: u16) -> Markup {
    html! { @for _ in 0..lines { p.mt3 { br; } hr; } }
}
