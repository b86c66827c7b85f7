//! The check page: every answer read back as it will count, before anything is sent.
//!
//! Draws no button that sends: that belongs to whoever asks.

use maud::{Markup, html};

use super::texts;
use crate::{
    asking::{
        fields::name,
        numbers::{number_of, written},
        words::words,
    },
    instruments::{Answer, Answers, Asks, Instrument, Item, Part, Polarity, Question, Rated},
    language::Language,
    web::{Icon, parts},
};

/// `change` draws the link or button back to an item, around the words it is given.
pub fn review(
    instrument: &Instrument,
    language: Language,
    answers: &Answers,
    change: &dyn Fn(&Item, &Markup) -> Markup,
) -> Markup {
    let say = words(language);
    let shown = answers.shown(instrument);
    let reversed: Vec<_> = shown.iter().flat_map(|(_, items)| items).flat_map(|item| reversed(item)).collect();
    // As the pages number them, whatever is hidden.
    let parts_of = (1..).zip(instrument.parts.iter().filter(|part| !part.items.is_empty()));
    let asks = |items: &[&Item]| items.iter().any(|item| !item.is_heading());
    let numbers: Vec<_> = reversed.iter().map(|question| number_of(instrument, question)).collect();
    html! {
        div.stack-l {
            div.stack-s { h1 { (say.check_title) } p { (say.check_lead) } }
            @if !numbers.is_empty() { (parts::note(&(say.check_reversed)(&numbers))) }
            @for (number, part) in parts_of {
                @if let Some((_, items)) = shown.iter().find(|(shown, items)| std::ptr::eq(*shown, part) && asks(items)) {
                    (section(&Read { instrument, language, answers: Some(answers), change }, number, part, items))
                }
            }
        }
    }
}

/// The same rows for everything that may be asked, without answers: a script fills them in.
pub fn read_back(instrument: &Instrument, language: Language, change: &dyn Fn(&Item, &Markup) -> Markup) -> Markup {
    let say = words(language);
    let numbers: Vec<_> = instrument.items().flat_map(reversed).map(|question| number_of(instrument, &question)).collect();
    let read = Read { instrument, language, answers: None, change };
    html! {
        div.stack-l {
            div.stack-s { h1 { (say.check_title) } p { (say.check_lead) } }
            @if !numbers.is_empty() { div data-reversed-note { (parts::note(&(say.check_reversed)(&numbers))) } }
            @for (number, part) in (1..).zip(instrument.parts.iter().filter(|part| !part.items.is_empty())) {
                (section(&read, number, part, &part.items.iter().collect::<Vec<_>>()))
            }
        }
    }
}

struct Read<'it> {
    instrument: &'it Instrument,
    language: Language,
    /// None where a script knows them.
    answers: Option<&'it Answers>,
    change: &'it dyn Fn(&Item, &Markup) -> Markup,
}

fn reversed(item: &Item) -> Vec<Question> {
    let runs_back = |question: &Question| item.rated().is_some_and(|rated| polarity(rated, question) == Polarity::Reversed);
    Question::of(item).into_iter().filter(runs_back).collect()
}

fn polarity(rated: &Rated, question: &Question) -> Polarity {
    let sub = rated.subs.iter().find(|sub| Some(&sub.code) == question.sub.as_ref());
    sub.map_or(rated.polarity, |sub| sub.polarity)
}

fn section(read: &Read, number: usize, part: &Part, items: &[&Item]) -> Markup {
    let id = format!("part-{number}");
    html! {
        section.card aria-labelledby=(id) {
            h2.h3 id=(id) { (number) ". " (texts::text(&part.title, read.language)) }
            dl {
                @for item in items {
                    @for (at, question) in Question::of(item).iter().enumerate() { (row(read, item, at, question)) }
                }
            }
        }
    }
}

fn row(read: &Read, item: &Item, at: usize, question: &Question) -> Markup {
    let say = words(read.language);
    let number = number_of(read.instrument, question);
    let sub = item.rated().and_then(|rated| rated.subs.get(at));
    let is_reversed = item.rated().is_some_and(|rated| polarity(rated, question) == Polarity::Reversed);
    html! {
        div.rv data-read=[read.answers.is_none().then(|| name(question))] data-reversed[read.answers.is_none() && is_reversed] {
            dt {
                (number) ". "
                @match sub {
                    Some(sub) => (texts::text(&sub.text, read.language)),
                    None => (texts::in_short(item, read.language)),
                }
            }
            dd {
                @match read.answers {
                    Some(answers) => (answer(read, answers, item, question)),
                    None => { div data-answer {} @if is_reversed { span.tag.warn { (Icon::Flip) (say.reversed_short) } } },
                }
            }
            dd { ((read.change)(item, &html! { (say.change) span.vh { ((say.change_which)(&number)) } })) }
        }
    }
}

fn answer(read: &Read, answers: &Answers, item: &Item, question: &Question) -> Markup {
    let language = read.language;
    let say = words(language);
    let Some(given) = answers.get(question) else {
        return html! { span.muted { (say.not_answered) } };
    };
    match given {
        Answer::Declined => html! { (say.decline) },
        Answer::Level(level) => html! { @if let Some(rated) = item.rated() { (self::level(read, rated, question, *level)) } },
        Answer::Choice(code) => label(item, code.as_str(), language),
        Answer::Votes(codes) if codes.is_empty() => html! { (say.blank) },
        Answer::Choices(codes) | Answer::Votes(codes) => {
            let chosen = item.choices().iter().filter(|choice| codes.contains(&choice.code));
            html! { ul { @for choice in chosen { li { (texts::text(&choice.label, language)) } } } }
        }
        Answer::Number(number) => html! {
            (written(*number)) @if let Asks::Number { unit, .. } = &item.asks { " " (texts::text(unit, language)) }
        },
        Answer::Text(text) => html! { @for line in text.lines() { p { (line) } } },
        Answer::Ranking(codes) => html! {
            ol.numbered { @for code in codes { li { (label(item, code.as_str(), language)) } } }
        },
    }
}

/// A level by its label; where the item runs the other way, also by what it means there.
fn level(read: &Read, rated: &Rated, question: &Question, level: u16) -> Markup {
    let say = words(read.language);
    let at = usize::from(level).wrapping_sub(1);
    let is_reversed = polarity(rated, question) == Polarity::Reversed;
    let sub = rated.subs.iter().find(|sub| Some(&sub.code) == question.sub.as_ref());
    let meaning = sub.map_or(&rated.meanings, |sub| &sub.meanings).get(at).filter(|meaning| is_reversed && !meaning.is_empty());
    html! {
        @if let Some(label) = read.instrument.labels(rated).get(at) { (texts::text(label, read.language)) }
        @if is_reversed { " " span.tag.warn { (Icon::Flip) (say.reversed_short) } }
        @if let Some(meaning) = meaning { p.small { (say.you_said) " " (texts::text(meaning, read.language)) } }
    }
}

fn label(item: &Item, code: &str, language: Language) -> Markup {
    let choice = item.choices().iter().find(|choice| choice.code.as_str() == code);
    html! { @if let Some(choice) = choice { (texts::text(&choice.label, language)) } }
}
