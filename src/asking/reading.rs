//! What was filled in, as answers: all that is right, and everything that is not.
//!
//! Promises that nothing which was not offered is taken, and that an answer is never guessed: two ticks that
//! contradict each other are a fault, whichever came first.

use std::collections::BTreeSet;

use super::{
    Fault, Fields, Wrong,
    fields::{BLANK, DECLINED, bounds, is_typed, may_decline, name, place, places},
};
use crate::instruments::{Answer, Answers, Asks, Code, Decimal, Instrument, Item, Question};

/// Reads these items and no others; `items` are those that were shown.
pub fn read(instrument: &Instrument, items: &[&Item], fields: &Fields) -> (Answers, Vec<Fault>) {
    let mut answers = Answers::default();
    let mut faults = Vec::new();
    for item in items {
        for question in Question::of(item) {
            let read = declined(item, &question, fields).unwrap_or_else(|| answer(instrument, item, &name(&question), fields));
            match read {
                Ok(Some(answer)) => answers.put(question, answer),
                Ok(None) if item.required => faults.push(Fault { question, wrong: Wrong::NotAnswered }),
                Ok(None) => {}
                Err(wrong) => faults.push(Fault { question, wrong }),
            }
        }
    }
    (answers, faults)
}

type Read = Result<Option<Answer>, Wrong>;

/// `None` where declining was not ticked.
fn declined(item: &Item, question: &Question, fields: &Fields) -> Option<Read> {
    let name = name(question);
    let field = if is_typed(item) { place(&name, 0) } else { name.clone() };
    let ticked = fields.all(&field);
    if is_typed(item) && ticked.iter().any(|value| *value != DECLINED) {
        return Some(Err(Wrong::NotOffered));
    }
    if !ticked.contains(&DECLINED) {
        return None;
    }
    let also = fields.all(&name).into_iter().any(|value| !value.trim().is_empty() && value != DECLINED);
    let ranked = (1..=places(item)).any(|number| !fields.text(&place(&name, number)).is_empty());
    Some(match (may_decline(item), also || ranked) {
        (false, _) => Err(Wrong::NotOffered),
        (true, true) => Err(Wrong::AnsweredAndDeclined),
        (true, false) => Ok(Some(Answer::Declined)),
    })
}

fn answer(instrument: &Instrument, item: &Item, name: &str, fields: &Fields) -> Read {
    match &item.asks {
        Asks::Heading => Ok(None),
        Asks::Scale(rated) => {
            let Some(value) = one(&fields.all(name))? else { return Ok(None) };
            // To the letter: `+2` and `02` stand on no form of ours.
            let is_offered = |level: &u16| (1..=instrument.labels(rated).len()).contains(&usize::from(*level));
            let level = value.parse().ok().filter(is_offered).filter(|level| level.to_string() == value);
            level.map(|level| Some(Answer::Level(level))).ok_or(Wrong::NotOffered)
        }
        Asks::SingleChoice { .. } => {
            let Some(value) = one(&fields.all(name))? else { return Ok(None) };
            offered(item, value).map(|code| Some(Answer::Choice(code)))
        }
        Asks::MultipleChoice { .. } => {
            let chosen = several(item, &fields.all(name))?;
            Ok((!chosen.is_empty()).then_some(Answer::Choices(chosen)))
        }
        Asks::Ballot { blank, .. } => ballot(item, *blank, &fields.all(name)),
        Asks::Number { least, most, decimals, .. } => number(typed(fields, name)?, (*least, *most), *decimals),
        Asks::ShortText { longest } => text(&typed(fields, name)?.split_whitespace().collect::<Vec<_>>().join(" "), *longest),
        Asks::LongText { longest } => text(typed(fields, name)?.replace("\r\n", "\n").trim(), *longest),
        Asks::Ranking { .. } => ranking(item, name, fields),
    }
}

fn one<'form>(values: &[&'form str]) -> Result<Option<&'form str>, Wrong> {
    match values {
        [] => Ok(None),
        [value] => Ok(Some(value)),
        _ => Err(Wrong::NotOffered),
    }
}

/// What stands in a field that is typed or picked; of two that contradict each other, neither is taken.
fn typed<'form>(fields: &'form Fields, name: &str) -> Result<&'form str, Wrong> {
    one(&fields.all(name)).map(Option::unwrap_or_default)
}

fn offered(item: &Item, value: &str) -> Result<Code, Wrong> {
    let choice = item.choices().iter().find(|choice| choice.code.as_str() == value);
    choice.map(|choice| choice.code.clone()).ok_or(Wrong::NotOffered)
}

/// As many as may be, or none.
fn several(item: &Item, values: &[&str]) -> Result<BTreeSet<Code>, Wrong> {
    let chosen: BTreeSet<_> = values.iter().map(|value| offered(item, value)).collect::<Result<_, _>>()?;
    let (least, most) = bounds(item);
    match chosen.len() {
        0 => Ok(chosen),
        count if count < least => Err(Wrong::TooFew(least)),
        count if count > most => Err(Wrong::TooMany(most)),
        _ => Ok(chosen),
    }
}

fn ballot(item: &Item, blank: bool, values: &[&str]) -> Read {
    if !values.contains(&BLANK) {
        let votes = several(item, values)?;
        return Ok((!votes.is_empty()).then_some(Answer::Votes(votes)));
    }
    if !blank {
        return Err(Wrong::NotOffered);
    }
    if values.iter().any(|value| *value != BLANK) {
        return Err(Wrong::VotedAndBlank);
    }
    Ok(Some(Answer::Votes(BTreeSet::new())))
}

fn number(typed: &str, (least, most): (Option<Decimal>, Option<Decimal>), decimals: u8) -> Read {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let number: Decimal = typed.parse().map_err(|_| Wrong::NotANumber)?;
    if number.decimals() > decimals {
        return Err(Wrong::TooManyDecimals(decimals));
    }
    if least.is_some_and(|least| number < least) || most.is_some_and(|most| number > most) {
        return Err(Wrong::OutOfBounds { least, most });
    }
    Ok(Some(Answer::Number(number)))
}

fn text(typed: &str, longest: u16) -> Read {
    if typed.chars().count() > usize::from(longest) {
        return Err(Wrong::TooLong(longest));
    }
    Ok((!typed.is_empty()).then(|| Answer::Text(typed.to_owned())))
}

fn ranking(item: &Item, name: &str, fields: &Fields) -> Read {
    let typed: Vec<_> = (1..=places(item)).map(|number| typed(fields, &place(name, number))).collect::<Result<_, _>>()?;
    let ranked: Vec<_> =
        typed.iter().filter(|value| !value.is_empty()).map(|value| offered(item, value)).collect::<Result<_, _>>()?;
    let once: BTreeSet<_> = ranked.iter().collect();
    if ranked.is_empty() {
        return Ok(None);
    }
    if once.len() < ranked.len() {
        return Err(Wrong::TwiceRanked);
    }
    if ranked.len() < typed.len() {
        return Err(Wrong::PlaceMissing);
    }
    Ok(Some(Answer::Ranking(ranked)))
}
