//! What browsers make of a form (`src/web/assets/questions.js`) is what is read here: `tests/browser/vectors/answers.json`
//! holds forms, filled in well and badly, with what this house reads; `tests/browser/vectors.rs` asks a browser.

use std::{collections::BTreeMap, env, fs};

use proptest::{collection::vec, prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::{Value, json};

use super::filled_in::answered;
use crate::{
    asking::{
        Fields, Wrong,
        fields::{bounds, is_typed, may_decline, name, names, places},
        read,
    },
    instruments::{Asks, Instrument, Item, Question},
};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/vectors/answers.json");

#[test]
fn a_browser_is_asked_for_what_is_read_here() {
    let forms = forms();
    let handed_in = |form: &Value| form["handed_in"].as_array().map_or(0, Vec::len);
    assert!(forms.iter().map(handed_in).sum::<usize>() > 100, "answers");
    for wrong in WRONG {
        assert!(forms.iter().any(|form| has(form, wrong)), "{wrong}");
    }
    assert!(forms.iter().filter(|form| form["hidden"] != 0).count() > 10, "what is hidden");

    let forms = written(&forms);
    if fs::read_to_string(FILE).unwrap_or_default() != forms {
        let fresh = env::temp_dir().join("answers.json");
        fs::write(&fresh, forms).unwrap();
        panic!("answers.json is out of date. What it should be now: {}", fresh.display());
    }
}

fn written(forms: &[Value]) -> String {
    let lines: Vec<_> = forms.iter().map(Value::to_string).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

const WRONG: [&str; 11] = [
    "missing",
    "too-few",
    "too-many",
    "not-a-number",
    "too-many-decimals",
    "out-of-bounds",
    "too-long",
    "twice-ranked",
    "place-missing",
    "answered-and-declined",
    "voted-and-blank",
];

fn forms() -> Vec<Value> {
    let mut runner = TestRunner::deterministic();
    let strategy = (answered(), vec(any::<(u8, u8)>(), 200));
    let drawn = || strategy.new_tree(&mut runner).unwrap().current();
    let with_several_items = std::iter::repeat_with(drawn).filter(|((it, _), _)| it.items().count() > 3);
    let mut all = with_several_items.map(|((instrument, answers), chances)| {
        let items: Vec<_> = instrument.items().collect();
        let mut fields: Vec<_> =
            Fields::of(&items, &answers).iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        for (item, chance) in items.iter().zip(chances) {
            spoil(item, chance, &mut fields);
        }
        form(&instrument, &fields)
    });
    let mut kept: Vec<Value> = all.by_ref().take(60).collect();
    // And whatever can be wrong, once at least.
    for wrong in WRONG {
        if !kept.iter().any(|form| has(form, wrong)) {
            kept.extend(all.find(|form| has(form, wrong)));
        }
    }
    kept
}

fn has(form: &Value, wrong: &str) -> bool {
    form["faults"].to_string().contains(&format!("\"{wrong}\""))
}

/// As people do it who do not read: what a form of ours lets them.
fn spoil(item: &Item, (how, which): (u8, u8), fields: &mut Vec<(String, String)>) {
    const TYPED: [&str; 10] = ["๑๒.๕๐", "1,234,567.25", "-0", "007", " 3 ", ".5", "1,23", "12e3", "-20.123456", "ก  ข\n ค"];
    let all = names(item);
    let Some(first) = all.first().filter(|_| how % 3 > 0) else { return };
    let typed = TYPED[usize::from(which) % TYPED.len()];
    match &item.asks {
        Asks::Number { .. } | Asks::ShortText { .. } | Asks::LongText { .. } if which % 7 == 0 && may_decline(item) => {
            fields.push((all[1].clone(), "0".to_owned()));
        }
        Asks::Number { .. } | Asks::ShortText { .. } => replace(fields, first, &typed.replace('\n', "")),
        Asks::LongText { longest } if *longest < 900 => replace(fields, first, &"x".repeat(usize::from(*longest) + 1)),
        Asks::LongText { .. } => replace(fields, first, typed),
        Asks::MultipleChoice { choices, .. } => {
            fields.retain(|(name, _)| name != first);
            for choice in choices.iter().take(1 + usize::from(which) % choices.len()) {
                fields.push((first.clone(), choice.code.to_string()));
            }
        }
        Asks::Ballot { candidates, blank, .. } if bounds(item).1 > 1 => {
            fields.retain(|(name, _)| name != first);
            for choice in candidates.iter().take(1 + usize::from(which) % candidates.len()) {
                fields.push((first.clone(), choice.code.to_string()));
            }
            if *blank && which % 2 == 0 {
                fields.push((first.clone(), "-".to_owned()));
            }
        }
        Asks::Ranking { choices, .. } => {
            for (at, place) in all.iter().skip(2).enumerate() {
                let choice = &choices[(at * usize::from(1 + which % 2)) % choices.len()];
                replace(fields, place, if which % 3 == 0 && at == 0 { "" } else { choice.code.as_str() });
            }
        }
        _ => {}
    }
}

fn replace(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(field, _)| field != name);
    fields.push((name.to_owned(), value.to_owned()));
}

fn form(instrument: &Instrument, posted: &[(String, String)]) -> Value {
    let all: Vec<_> = instrument.items().collect();
    let fields = Fields::new(posted.to_owned());
    let (answers, faults) = read(instrument, &all, &fields);
    let shown: Vec<_> = answers.shown(instrument).into_iter().flat_map(|(_, items)| items).collect();
    let shown_codes: Vec<_> = shown.iter().map(|item| item.code.as_str()).collect();
    let faults: BTreeMap<_, _> = faults
        .iter()
        .filter(|fault| shown_codes.contains(&fault.question.item.as_str()))
        .map(|fault| (name(&fault.question), kebab(fault.wrong)))
        .collect();
    let mut handed_in: Vec<_> = Fields::of(&shown, &answers).iter().map(|(name, value)| json!([name, value])).collect();
    handed_in.sort_by_key(Value::to_string);
    let parts: Vec<_> = instrument
        .parts
        .iter()
        .map(|part| {
            let items: Vec<_> = part
                .items
                .iter()
                .map(|item| {
                    let questions: Vec<_> = Question::of(item).iter().map(|question| asked(item, question)).collect();
                    json!({ "code": item.code, "showIf": item.show_if, "questions": questions })
                })
                .collect();
            json!({ "showIf": part.show_if, "items": items })
        })
        .collect();
    json!({
        "parts": parts,
        "posted": posted,
        "hidden": all.len() - shown.len(),
        "shown": shown_codes,
        "handed_in": handed_in,
        "faults": faults,
    })
}

/// As a page says it, in attributes.
fn asked(item: &Item, question: &Question) -> Value {
    let (fewest, most) = bounds(item);
    let mut asked = json!({ "name": name(question), "isRequired": item.required, "places": places(item) });
    let kind = match &item.asks {
        Asks::Number { least, most, decimals, .. } => {
            asked["least"] = json!(least);
            asked["most"] = json!(most);
            asked["decimals"] = json!(decimals.to_string());
            "number"
        }
        Asks::ShortText { longest } | Asks::LongText { longest } => {
            asked["longest"] = json!(longest.to_string());
            if matches!(item.asks, Asks::ShortText { .. }) { "short" } else { "long" }
        }
        Asks::Ranking { .. } => "ranking",
        Asks::MultipleChoice { .. } | Asks::Ballot { .. } if most > 1 || matches!(item.asks, Asks::MultipleChoice { .. }) => {
            asked["least"] = json!(fewest.to_string());
            asked["most"] = json!(most.to_string());
            "many"
        }
        _ => "one",
    };
    assert_eq!(is_typed(item), !matches!(kind, "one" | "many"));
    asked["kind"] = json!(kind);
    asked
}

const fn kebab(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::NotAnswered => "missing",
        Wrong::TooFew(_) => "too-few",
        Wrong::TooMany(_) => "too-many",
        Wrong::NotANumber => "not-a-number",
        Wrong::TooManyDecimals(_) => "too-many-decimals",
        Wrong::OutOfBounds { .. } => "out-of-bounds",
        Wrong::TooLong(_) => "too-long",
        Wrong::TwiceRanked => "twice-ranked",
        Wrong::PlaceMissing => "place-missing",
        Wrong::AnsweredAndDeclined => "answered-and-declined",
        Wrong::VotedAndBlank => "voted-and-blank",
        Wrong::NotOffered => "not-offered",
    }
}
