//! One item on paper: circles for one answer, squares for several, lines to write on.

use maud::{Markup, html};

use super::texts;
use crate::{
    asking::{
        fields::{bounds, may_decline, places},
        numbers::{sub_number, written},
        words::words,
    },
    instruments::{Asks, Choice, Decimal, Instrument, Item, Polarity, Text},
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
        Asks::MultipleChoice { choices, .. } => {
            let (least, most) = bounds(item);
            html! {
                p.hint { ((say.choose_between)(least, most, choices.len())) }
                (choose(choices, Icon::Square, decline, language))
            }
        }
        Asks::Ballot { candidates, blank, .. } => {
            let (_, most) = bounds(item);
            let shape = if most > 1 { Icon::Square } else { Icon::Circle };
            html! {
                p.hint { ((say.vote_for)(most)) }
                (choose(candidates, shape, if *blank { Some(say.blank) } else { decline }, language))
            }
        }
        Asks::Ranking { choices, .. } => html! {
            p.hint { ((say.paper_rank)(places(item))) }
            (choose(choices, Icon::Square, decline, language))
        },
        Asks::Number { least, most, unit, .. } => html! {
            p.hint { ((say.number_bounds)(least.map(written).as_deref(), most.map(written).as_deref())) }
            p { "........................ " (texts::text(unit, language)) }
            (declined(decline))
        },
        Asks::ShortText { longest } => html! {
            p.hint { ((say.short_hint)(&written(Decimal::whole((*longest).into())))) }
            (write_on(1)) (declined(decline))
        },
        Asks::LongText { longest } => html! {
            p.hint { ((say.long_hint)(&written(Decimal::whole((*longest).into())))) }
            (write_on((longest / 150).clamp(3, 8))) (declined(decline))
        },
    }
}

/// In one row if the labels say it all, and one below the other if they have meanings.
fn scale(labels: &[Text], meanings: &[Text], decline: Option<&str>, language: Language) -> Markup {
    let is_plain = meanings.iter().all(Text::is_empty);
    html! {
        ul.row[is_plain].mt2 {
            @for (at, label) in labels.iter().enumerate() {
                li {
                    (Icon::Circle) " " (texts::text(label, language))
                    @if let Some(meaning) = meanings.get(at).filter(|meaning| !meaning.is_empty()) {
                        span.muted { ": " (texts::text(meaning, language)) }
                    }
                }
            }
            @if let Some(decline) = decline { li { (Icon::Circle) " " (decline) } }
        }
    }
}

fn choose(choices: &[Choice], shape: Icon, last: Option<&str>, language: Language) -> Markup {
    html! {
        ul.mt2 {
            @for choice in choices {
                li {
                    (shape) " " (texts::text(&choice.label, language))
                    @if !choice.line.is_empty() { span.muted { ": " (texts::text(&choice.line, language)) } }
                }
            }
            @if let Some(last) = last { li { (shape) " " (last) } }
        }
    }
}

fn declined(decline: Option<&str>) -> Markup {
    html! { @if let Some(decline) = decline { p.mt2 { (Icon::Square) " " (decline) } } }
}

fn write_on(lines: u16) -> Markup {
    html! { @for _ in 0..lines { p { br; } hr; } }
}
