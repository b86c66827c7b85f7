//! When something is shown: rows of question, comparison and value.

use maud::{Markup, html};

use super::fields::{Form, count, group};
use crate::{
    asking::condition_in_words,
    authoring::{
        forms::{Asked, simple},
        words::item::{Words, words},
    },
    instruments::{Condition, Instrument, limits},
    language::plain,
};

/// Letters of a question in a list of questions.
const SHORT: usize = 40;

pub fn condition(form: &Form, instrument: &Instrument, asked: &[Asked], present: Option<&Condition>) -> Markup {
    let say = words(form.language);
    let deep = present.filter(|condition| simple(condition).is_none());
    let rows = form.typed.rows("conditions", limits::CONDITION_SIZE).max(1);
    let fields = html! {
        @if let Some(deep) = deep {
            p { (condition_in_words(instrument, deep, form.language)) }
            (form.tick("keep_condition", say.keep_condition))
            p.hint { (say.deep_condition) }
        }
        @if asked.is_empty() && present.is_none() {
            p.hint { (say.no_earlier) }
        } @else {
            p.hint { (say.condition_hint) }
            @for at in 0..rows { (row(form, instrument, asked, at)) }
            @if rows > 1 {
                (form.select("join", say.join, "", &[("all".to_owned(), say.join_all.to_owned()), ("any".to_owned(), say.join_any.to_owned())]))
            }
        }
        (count("conditions", rows))
    };
    group("condition-title", say.condition, &fields)
}

fn row(form: &Form, instrument: &Instrument, asked: &[Asked], at: usize) -> Markup {
    let say = words(form.language);
    let [of, is, value] = ["of", "is", "value"].map(|field| format!("when-{at}-{field}"));
    let questions =
        std::iter::once((String::new(), "—".to_owned())).chain(asked.iter().map(|asked| (asked.name(), called(form, asked))));
    let chosen = asked.iter().find(|asked| asked.name() == form.typed.get(&of));
    html! {
        div role="group" aria-label=(plain(&(say.when)(at + 1))) {
            div.fields {
                (form.select(&of, say.when_of, "", &questions.collect::<Vec<_>>()))
                (form.select(&is, say.when_is, "", &comparisons(say)))
                @match chosen.map(|asked| values(form, instrument, asked)).filter(|values| !values.is_empty()) {
                    Some(values) => (form.select(&value, say.when_value, "", &values)),
                    None => (form.line(&value, say.when_value, "")),
                }
            }
        }
    }
}

fn comparisons(say: &Words) -> Vec<(String, String)> {
    let all = [
        ("given", say.given),
        ("equal", say.equal),
        ("not_equal", say.not_equal),
        ("at_least", say.at_least),
        ("at_most", say.at_most),
        ("over", say.over),
        ("under", say.under),
        ("not_given", say.not_given),
    ];
    all.iter().map(|(value, label)| ((*value).to_owned(), (*label).to_owned())).collect()
}

/// What the question can be answered with, where that is a list.
fn values(form: &Form, instrument: &Instrument, asked: &Asked) -> Vec<(String, String)> {
    let mut values = vec![(String::new(), "—".to_owned())];
    if let Some(rated) = asked.item.rated() {
        let labels = instrument.labels(rated).iter().enumerate();
        values.extend(labels.map(|(at, label)| ((at + 1).to_string(), label.say(form.language).to_owned())));
    }
    let choices = asked.item.choices().iter();
    values.extend(choices.map(|choice| (choice.code.to_string(), choice.label.say(form.language).to_owned())));
    if values.len() > 1 { values } else { Vec::new() }
}

fn called(form: &Form, asked: &Asked) -> String {
    let text = asked.sub.map_or(&asked.item.text, |sub| &sub.text).say(form.language);
    let mut short: String = text.chars().take(SHORT).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("{}. {short}", asked.number)
}
