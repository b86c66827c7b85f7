//! Codes of what comes in from elsewhere: well formed and each standing once, so that every item has
//! an address of its own.

use std::collections::BTreeSet;

use super::items::conditions_mut;
use crate::instruments::{Asks, Code, Comparison, Condition, Instrument};

/// A code that could not stay as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    pub from: Code,
    pub to: Code,
}

/// Conditions follow. Of codes that stand twice, the first stays what it is and what conditions mean.
pub fn settle_codes(instrument: &mut Instrument) -> Vec<Renamed> {
    let mut renamed = Vec::new();
    let mut taken = BTreeSet::new();
    if !instrument.code.is_well_formed() {
        settle(&mut instrument.code, "form", &mut taken, &mut renamed);
    }
    taken.clear();
    for part in &mut instrument.parts {
        settle(&mut part.code, "d", &mut taken, &mut renamed);
    }
    settle_scales(instrument, &mut renamed);
    let mut follow = Vec::new();
    let mut taken = BTreeSet::new();
    for item in instrument.items_mut() {
        let (before, is_first) = (item.code.clone(), !follow.iter().any(|(from, _): &(Code, Code)| *from == item.code));
        settle(&mut item.code, "i", &mut taken, &mut renamed);
        if is_first {
            follow.push((before, item.code.clone()));
        }
    }
    let moved: Vec<_> = follow.into_iter().filter(|(from, to)| from != to).collect();
    for condition in conditions_mut(instrument) {
        follow_items(condition, &moved);
    }
    settle_inside(instrument, &mut renamed);
    renamed
}

fn settle(code: &mut Code, stem: &str, taken: &mut BTreeSet<Code>, renamed: &mut Vec<Renamed>) {
    // `new` stands in addresses for what is not there yet.
    let is_reserved = |code: &Code| code.as_str() == "new";
    if !code.is_well_formed() || is_reserved(code) || taken.contains(code) {
        let near = Code::nearest(code.as_str()).unwrap_or_else(|| Code::from(stem));
        let to = near.free(|code| taken.contains(code) || is_reserved(code));
        renamed.push(Renamed { from: code.clone(), to: to.clone() });
        *code = to;
    }
    taken.insert(code.clone());
}

fn settle_scales(instrument: &mut Instrument, renamed: &mut Vec<Renamed>) {
    let (mut taken, mut follow) = (BTreeSet::new(), Vec::new());
    for scale in &mut instrument.scales {
        let before = scale.code.clone();
        settle(&mut scale.code, "s", &mut taken, renamed);
        if !follow.iter().any(|(from, _)| *from == before) {
            follow.push((before, scale.code.clone()));
        }
    }
    for item in instrument.items_mut() {
        if let Asks::Scale(rated) = &mut item.asks
            && let Some((_, to)) = follow.iter().find(|(from, _)| *from == rated.scale)
        {
            rated.scale = to.clone();
        }
    }
}

/// Sub-questions and choices, which have their codes within one item.
fn settle_inside(instrument: &mut Instrument, renamed: &mut Vec<Renamed>) {
    let mut follow = Vec::new();
    for item in instrument.items_mut() {
        let (mut taken, mut first) = (BTreeSet::new(), BTreeSet::new());
        for code in inner_codes(&mut item.asks) {
            let before = code.clone();
            settle(code, "c", &mut taken, renamed);
            if first.insert(before.clone()) && before != *code {
                follow.push((item.code.clone(), before, code.clone()));
            }
        }
    }
    for condition in conditions_mut(instrument) {
        follow_inside(condition, &follow);
    }
}

fn inner_codes(asks: &mut Asks) -> Vec<&mut Code> {
    match asks {
        Asks::Scale(rated) => rated.subs.iter_mut().map(|sub| &mut sub.code).collect(),
        Asks::SingleChoice { choices } | Asks::MultipleChoice { choices, .. } | Asks::Ranking { choices, .. } => {
            choices.iter_mut().map(|choice| &mut choice.code).collect()
        }
        Asks::Ballot { candidates, .. } => candidates.iter_mut().map(|choice| &mut choice.code).collect(),
        _ => Vec::new(),
    }
}

/// Conditions follow the codes of one item's choices and sub-questions: from, to.
pub fn follow_inner(instrument: &mut Instrument, item: &Code, moved: &[(Code, Code)]) {
    let moved: Vec<_> = moved.iter().map(|(from, to)| (item.clone(), from.clone(), to.clone())).collect();
    for condition in conditions_mut(instrument) {
        follow_inside(condition, &moved);
    }
}

/// All at once, so that a code that two items have had in turn is not followed twice.
fn follow_items(condition: &mut Condition, moved: &[(Code, Code)]) {
    each_answer(condition, &mut |of, _, _| {
        if let Some((_, to)) = moved.iter().find(|(from, _)| from == of) {
            *of = to.clone();
        }
    });
}

fn follow_inside(condition: &mut Condition, moved: &[(Code, Code, Code)]) {
    each_answer(condition, &mut |of, sub, is| {
        let to = |code: &Code| moved.iter().find(|(item, from, _)| item == of && from == code).map(|(.., to)| to.clone());
        match (sub, is) {
            (Some(sub), _) => *sub = to(sub).unwrap_or_else(|| sub.clone()),
            (None, Comparison::Equal(choice)) => *choice = to(choice).unwrap_or_else(|| choice.clone()),
            _ => {}
        }
    });
}

type EachAnswer<'each> = dyn FnMut(&mut Code, Option<&mut Code>, &mut Comparison) + 'each;

fn each_answer(condition: &mut Condition, each: &mut EachAnswer) {
    match condition {
        Condition::All(conditions) | Condition::Any(conditions) => conditions.iter_mut().for_each(|one| each_answer(one, each)),
        Condition::Not(one) => each_answer(one, each),
        Condition::Answer { of, sub, is } => each(of, sub.as_mut(), is),
    }
}
