//! When something is asked, in words: “the answer to question 3 is “Yes””.
//!
//! Says a condition exactly, with every “not” moved down to the answers, and levels by their labels.
//! A half sentence, to stand behind “only if” and in Thai behind `ผู้ที่`.

use std::borrow::Cow;

use crate::{
    asking::numbers::{number_of, written},
    instruments::{Asks, Comparison, Condition, Decimal, Instrument, Item, Question, Text},
    language::{Language, fill, th},
};

pub fn condition_in_words(instrument: &Instrument, condition: &Condition, language: Language) -> String {
    said(instrument, condition, language, true, false)
}

fn said(instrument: &Instrument, condition: &Condition, language: Language, holds: bool, inside: bool) -> String {
    let (all, conditions) = match condition {
        Condition::Not(condition) => return said(instrument, condition, language, !holds, inside),
        Condition::Answer { of, sub, is } => {
            let question = Question { item: of.clone(), sub: sub.clone() };
            return one(instrument, &question, is, language, holds);
        }
        // Not all of them: at least one not. None of them: every one not.
        Condition::All(conditions) => (holds, conditions),
        Condition::Any(conditions) => (!holds, conditions),
    };
    match conditions.as_slice() {
        [] => nothing(language, all).to_owned(),
        [condition] => said(instrument, condition, language, holds, inside),
        several => {
            let joint = match (language, all) {
                (Language::Thai, true) => " และ",
                (Language::Thai, false) => " หรือ",
                (Language::English, true) => " and ",
                (Language::English, false) => " or ",
            };
            let several: Vec<_> = several.iter().map(|condition| said(instrument, condition, language, holds, true)).collect();
            let several = several.join(joint);
            let several = several.trim_start();
            match (inside, language) {
                (false, _) => several.to_owned(),
                // Thai puts no space behind “and”, but one before a bracket.
                (true, Language::Thai) => format!(" ({several})"),
                (true, Language::English) => format!("({several})"),
            }
        }
    }
}

/// All of nothing holds for everybody, any of nothing for nobody.
const fn nothing(language: Language, everybody: bool) -> &'static str {
    match (language, everybody) {
        (Language::Thai, true) => th!("ตอบแบบนี้"),
        (Language::Thai, false) => th!("ไม่ได้ตอบแบบนี้"),
        (Language::English, true) => "this form is answered",
        (Language::English, false) => "this form is not answered",
    }
}

/// What is compared with what, before it is a sentence.
enum Clause<'it> {
    Given,
    /// The answer is this.
    Is(Cow<'it, str>),
    /// Chosen among others, in the first place, voted for.
    Chosen(&'it str),
    First(&'it str),
    VotedFor(&'it str),
    /// This level, or one above it; this level, or one below.
    OrAbove(&'it str),
    OrBelow(&'it str),
    Exactly(Decimal),
    AtLeast(Decimal),
    AtMost(Decimal),
    Over(Decimal),
    Under(Decimal),
}

fn clause<'it>(instrument: &'it Instrument, item: Option<&'it Item>, is: &'it Comparison, language: Language) -> Clause<'it> {
    let labels = item.and_then(Item::rated).map(|rated| instrument.labels(rated)).unwrap_or_default();
    let bounded =
        |up: bool, meets: &dyn Fn(Decimal) -> bool, otherwise| by_level(labels, up, meets, language).unwrap_or(otherwise);
    match is {
        Comparison::Given => Clause::Given,
        Comparison::Equal(code) => {
            let choices = item.map(Item::choices).unwrap_or_default();
            let choice = choices.iter().find(|choice| choice.code == *code);
            let label = choice.map_or(code.as_str(), |choice| choice.label.say(language));
            let level = || code.as_str().parse::<usize>().ok().and_then(|level| labels.get(level.checked_sub(1)?));
            match item.map(|item| &item.asks) {
                Some(Asks::MultipleChoice { .. }) => Clause::Chosen(label),
                Some(Asks::Ranking { .. }) => Clause::First(label),
                Some(Asks::Ballot { .. }) => Clause::VotedFor(label),
                Some(Asks::Scale(_)) => Clause::Is(level().map_or(code.as_str(), |label| label.say(language)).into()),
                Some(Asks::Number { .. }) => code.as_str().parse().map_or(Clause::Is(label.into()), Clause::Exactly),
                _ => Clause::Is(label.into()),
            }
        }
        Comparison::AtLeast(with) => bounded(true, &|level| level >= *with, Clause::AtLeast(*with)),
        Comparison::Over(with) => bounded(true, &|level| level > *with, Clause::Over(*with)),
        Comparison::AtMost(with) => bounded(false, &|level| level <= *with, Clause::AtMost(*with)),
        Comparison::Under(with) => bounded(false, &|level| level < *with, Clause::Under(*with)),
    }
}

/// The nearest level that meets it, by its label; `None` where no level does, or there are none.
fn by_level<'it>(labels: &'it [Text], up: bool, meets: &dyn Fn(Decimal) -> bool, language: Language) -> Option<Clause<'it>> {
    let met: Vec<_> = (1..).zip(labels).filter(|(level, _)| meets(Decimal::whole(*level))).map(|(_, label)| label).collect();
    let nearest = if up { met.first() } else { met.last() }?.say(language);
    Some(match (met.len(), up) {
        (1, _) => Clause::Is(nearest.into()),
        (_, true) => Clause::OrAbove(nearest),
        (_, false) => Clause::OrBelow(nearest),
    })
}

fn one(instrument: &Instrument, question: &Question, is: &Comparison, language: Language, holds: bool) -> String {
    let number = number_of(instrument, question);
    let clause = clause(instrument, instrument.item(&question.item), is, language);
    match language {
        Language::Thai => {
            let not = if holds { "" } else { th!("ไม่ได้") };
            format!("{not}{}", thai(&number, clause))
        }
        Language::English => english(&number, if holds { "is" } else { "is not" }, clause),
    }
}

fn thai(number: &str, clause: Clause) -> String {
    match clause {
        Clause::Given => fill(th!("ตอบข้อ_{}"), &[&number]),
        Clause::Is(label) => fill(th!("ตอบข้อ_{} ว่า “{}”"), &[&number, &label]),
        Clause::Chosen(label) => fill(th!("เลือก “{}” ในข้อ_{}"), &[&label, &number]),
        Clause::First(label) => fill(th!("ให้ “{}” เป็นอันดับ_1 ในข้อ_{}"), &[&label, &number]),
        Clause::VotedFor(label) => fill(th!("ลงคะแนนให้ “{}” ในข้อ_{}"), &[&label, &number]),
        Clause::OrAbove(label) => fill(th!("ตอบข้อ_{} ตั้งแต่ “{}” ขึ้นไป"), &[&number, &label]),
        Clause::OrBelow(label) => fill(th!("ตอบข้อ_{} ไม่เกิน “{}”"), &[&number, &label]),
        Clause::Exactly(with) => fill(th!("ตอบข้อ_{} เป็น_{}"), &[&number, &written(with)]),
        Clause::AtLeast(with) => fill(th!("ตอบข้อ_{} ตั้งแต่ {} ขึ้นไป"), &[&number, &written(with)]),
        Clause::AtMost(with) => fill(th!("ตอบข้อ_{} ไม่เกิน_{}"), &[&number, &written(with)]),
        Clause::Over(with) => fill(th!("ตอบข้อ_{} มากกว่า_{}"), &[&number, &written(with)]),
        Clause::Under(with) => fill(th!("ตอบข้อ_{} น้อยกว่า_{}"), &[&number, &written(with)]),
    }
}

fn english(number: &str, is: &str, clause: Clause) -> String {
    let answer = |than: &str| format!("the answer to question {number} {is} {than}");
    match clause {
        Clause::Given => format!("question {number} {is} answered"),
        Clause::Is(label) => answer(&format!("“{label}”")),
        Clause::Chosen(label) => format!("“{label}” {is} chosen in question {number}"),
        Clause::First(label) => format!("“{label}” {is} in the first place in question {number}"),
        Clause::VotedFor(label) => format!("“{label}” {is} voted for in question {number}"),
        Clause::OrAbove(label) => answer(&format!("“{label}” or above")),
        Clause::OrBelow(label) => answer(&format!("“{label}” or below")),
        Clause::Exactly(with) => answer(&written(with)),
        Clause::AtLeast(with) => answer(&format!("{} or more", written(with))),
        Clause::AtMost(with) => answer(&format!("at most {}", written(with))),
        Clause::Over(with) => answer(&format!("over {}", written(with))),
        Clause::Under(with) => answer(&format!("under {}", written(with))),
    }
}
