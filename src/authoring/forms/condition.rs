//! Conditions as rows: a question before, a comparison, a value; all of them, or any.

use super::Typed;
use crate::{
    instruments::{Asks, Code, Comparison, Condition, Decimal, Instrument, Item, Sub, limits},
    language::Language,
    web::Faults,
};

use super::super::words::forms::words;

/// A question that a condition may look at.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'it> {
    pub number: usize,
    pub item: &'it Item,
    pub sub: Option<&'it Sub>,
}

impl Asked<'_> {
    /// `i2`, `i2.a`.
    pub fn name(&self) -> String {
        match self.sub {
            Some(sub) => format!("{}.{}", self.item.code, sub.code),
            None => self.item.code.to_string(),
        }
    }
}

/// Everything asked before the item of this code; all of the instrument if there is none.
pub fn asked_before<'it>(instrument: &'it Instrument, code: Option<&Code>) -> Vec<Asked<'it>> {
    let before = instrument.numbered().take_while(|(_, item)| Some(&item.code) != code);
    before
        .filter_map(|(number, item)| number.map(|number| (number, item)))
        .flat_map(|(number, item)| asked(number, item))
        .collect()
}

pub fn asked_before_part<'it>(instrument: &'it Instrument, code: Option<&Code>) -> Vec<Asked<'it>> {
    let parts = instrument.parts.iter().take_while(|part| Some(&part.code) != code);
    let count = parts.map(|part| part.items.len()).sum();
    let before = instrument.numbered().take(count);
    before
        .filter_map(|(number, item)| number.map(|number| (number, item)))
        .flat_map(|(number, item)| asked(number, item))
        .collect()
}

fn asked(number: usize, item: &Item) -> Vec<Asked<'_>> {
    match item.rated().map(|rated| rated.subs.as_slice()) {
        Some(subs) if !subs.is_empty() => subs.iter().map(|sub| Asked { number, item, sub: Some(sub) }).collect(),
        _ => vec![Asked { number, item, sub: None }],
    }
}

/// A condition that rows can show.
pub struct Simple<'it> {
    pub any: bool,
    pub rows: Vec<(&'it Code, Option<&'it Code>, &'it Comparison, bool)>,
}

/// `None` if it is deeper than rows can show.
pub fn simple(condition: &Condition) -> Option<Simple<'_>> {
    match condition {
        Condition::All(conditions) | Condition::Any(conditions) if !conditions.is_empty() => {
            let any = matches!(condition, Condition::Any(_));
            conditions.iter().map(row).collect::<Option<_>>().map(|rows| Simple { any, rows })
        }
        one => row(one).map(|row| Simple { any: false, rows: vec![row] }),
    }
}

fn row(condition: &Condition) -> Option<(&Code, Option<&Code>, &Comparison, bool)> {
    match condition {
        Condition::Answer { of, sub, is } => Some((of, sub.as_ref(), is, false)),
        Condition::Not(one) => match (row(one)?, one.as_ref()) {
            ((of, sub, is, false), Condition::Answer { .. }) if matches!(is, Comparison::Given | Comparison::Equal(_)) => {
                Some((of, sub, is, true))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Puts a condition into rows; one that is too deep is kept unless somebody unticks it.
pub fn set_condition(typed: &mut Typed, condition: Option<&Condition>) {
    let simple = condition.and_then(simple);
    typed.tick("keep_condition", condition.is_some() && simple.is_none());
    let rows = simple.as_ref().map_or(0, |simple| simple.rows.len());
    typed.set("join", if simple.as_ref().is_some_and(|simple| simple.any) { "any" } else { "all" });
    for (at, (of, sub, is, not)) in simple.iter().flat_map(|simple| &simple.rows).enumerate() {
        let of = sub.map_or_else(|| of.to_string(), |sub| format!("{of}.{sub}"));
        let (how, value) = written(is);
        typed.set(format!("when-{at}-of"), of);
        typed.set(format!("when-{at}-is"), if *not { format!("not_{how}") } else { how.to_owned() });
        typed.set(format!("when-{at}-value"), value);
    }
    typed.set("conditions", rows + 1);
}

fn written(is: &Comparison) -> (&'static str, String) {
    match is {
        Comparison::Given => ("given", String::new()),
        Comparison::Equal(code) => ("equal", code.to_string()),
        Comparison::AtLeast(number) => ("at_least", number.to_string()),
        Comparison::AtMost(number) => ("at_most", number.to_string()),
        Comparison::Over(number) => ("over", number.to_string()),
        Comparison::Under(number) => ("under", number.to_string()),
    }
}

/// `present` is what stands there now, for a condition that is kept.
pub fn read_condition(
    typed: &Typed,
    instrument: &Instrument,
    present: Option<&Condition>,
    language: Language,
    faults: &mut Faults,
) -> Option<Condition> {
    if typed.is_ticked("keep_condition") {
        return present.cloned();
    }
    let mut rows = Vec::new();
    for at in 0..typed.rows("conditions", limits::CONDITION_SIZE) {
        let of = typed.get(&format!("when-{at}-of"));
        if of.is_empty() {
            continue;
        }
        let (item, sub) = of.split_once('.').map_or((of, None), |(item, sub)| (item, Some(Code::from(sub))));
        let item = Code::from(item);
        let how = typed.get(&format!("when-{at}-is"));
        let field = format!("when-{at}-value");
        let asked = instrument.item(&item);
        let (how, not) = how.strip_prefix("not_").map_or((how, false), |how| (how, true));
        let Some(is) = comparison(instrument, asked, how, typed.get(&field)) else {
            faults.add(field, words(language).value_wrong);
            continue;
        };
        let answer = Condition::Answer { of: item, sub, is };
        rows.push(if not { Condition::Not(Box::new(answer)) } else { answer });
    }
    match (rows.len(), typed.get("join")) {
        (0 | 1, _) => rows.pop(),
        (_, "any") => Some(Condition::Any(rows)),
        _ => Some(Condition::All(rows)),
    }
}

fn comparison(instrument: &Instrument, asked: Option<&Item>, how: &str, value: &str) -> Option<Comparison> {
    let number = || number(instrument, asked, value);
    match how {
        "given" => Some(Comparison::Given),
        "equal" => equal(instrument, asked, value).map(Comparison::Equal),
        "at_least" => number().map(Comparison::AtLeast),
        "at_most" => number().map(Comparison::AtMost),
        "over" => number().map(Comparison::Over),
        "under" => number().map(Comparison::Under),
        _ => None,
    }
}

/// What the list of levels sends is a number, so a number is one before it is the name of a level:
/// on a scale from 0 to 10 the level called “3” is the fourth.
fn number(instrument: &Instrument, asked: Option<&Item>, value: &str) -> Option<Decimal> {
    value.parse::<Decimal>().ok().or_else(|| level(instrument, asked, value))
}

/// A level by what it is called.
fn level(instrument: &Instrument, asked: Option<&Item>, value: &str) -> Option<Decimal> {
    let labels = instrument.labels(asked?.rated()?);
    let at = labels.iter().position(|label| !value.is_empty() && (label.th == value || label.en == value))?;
    i32::try_from(at + 1).ok().map(Decimal::whole)
}

fn equal(instrument: &Instrument, asked: Option<&Item>, value: &str) -> Option<Code> {
    if value.is_empty() || value.chars().count() > limits::CODE {
        return None;
    }
    let Some(asked) = asked else { return Some(Code::from(value)) };
    match &asked.asks {
        Asks::Scale(rated) => {
            let number = number(instrument, Some(asked), value)?;
            let levels = i32::try_from(instrument.labels(rated).len()).unwrap_or(0);
            (1..=levels).any(|level| Decimal::whole(level) == number).then(|| Code::new(number.to_string()))
        }
        Asks::Number { .. } => value.parse::<Decimal>().ok().map(|number| Code::new(number.to_string())),
        Asks::ShortText { .. } | Asks::LongText { .. } => Some(Code::from(value)),
        Asks::Heading => None,
        _ => {
            let is_called = |label: &crate::instruments::Text| label.th == value || label.en == value;
            let choices = asked.choices();
            let by_code = choices.iter().find(|choice| choice.code.as_str() == value);
            by_code.or_else(|| choices.iter().find(|choice| is_called(&choice.label))).map(|choice| choice.code.clone())
        }
    }
}
