//! Items: put in, replaced, taken out; and who looks at them.

use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::instruments::{Code, Condition, Instrument, Item, Part, limits};

/// A part or an item that has a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Part(Code),
    Item(Code),
}

/// Says whether two people look at the same: short, and another for every change.
pub fn mark(thing: &impl Serialize) -> String {
    let json = serde_json::to_vec(thing).unwrap_or_default();
    HEXLOWER.encode(Sha256::digest(json).get(..8).unwrap_or_default())
}

/// In the place of the item that had this code, or at the end of `part`; also where it stood in
/// another part. Conditions follow its code.
pub fn put_item(instrument: &mut Instrument, before: Option<&Code>, part: &Code, item: Item) {
    if let Some(before) = before.filter(|before| **before != item.code) {
        for condition in conditions_mut(instrument) {
            condition.rename(before, &item.code);
        }
    }
    let home = before.and_then(|code| place_of(instrument, code));
    match home {
        Some((at, index))
            if instrument.parts.get(at).is_some_and(|home| home.code == *part) || instrument.part(part).is_none() =>
        {
            if let Some(slot) = instrument.parts.get_mut(at).and_then(|home| home.items.get_mut(index)) {
                *slot = item;
            }
        }
        _ => {
            if let Some((at, index)) = home
                && let Some(home) = instrument.parts.get_mut(at)
            {
                home.items.remove(index);
            }
            if let Some(part) = part_or_last(instrument, part) {
                part.items.push(item);
            }
        }
    }
}

/// Nothing is asked where there is no part: the first one is made.
fn part_or_last<'it>(instrument: &'it mut Instrument, code: &Code) -> Option<&'it mut Part> {
    if instrument.parts.is_empty() {
        instrument.parts.push(Part { code: super::fresh_part_code(instrument), ..Part::default() });
    }
    let at = instrument.parts.iter().position(|part| part.code == *code).unwrap_or(instrument.parts.len() - 1);
    instrument.parts.get_mut(at)
}

pub fn remove_item(instrument: &mut Instrument, code: &Code) -> Option<Item> {
    let (at, index) = place_of(instrument, code)?;
    instrument.parts.get_mut(at).map(|part| part.items.remove(index))
}

/// The part and the place in it.
pub(super) fn place_of(instrument: &Instrument, code: &Code) -> Option<(usize, usize)> {
    instrument
        .parts
        .iter()
        .enumerate()
        .find_map(|(at, part)| part.items.iter().position(|item| item.code == *code).map(|index| (at, index)))
}

/// Everything whose condition looks at this item.
pub fn looking_at(instrument: &Instrument, code: &Code) -> Vec<Place> {
    let looks = |condition: &Option<Condition>| {
        condition.as_ref().is_some_and(|condition| condition.looks_at().iter().any(|(of, _)| *of == code))
    };
    instrument
        .parts
        .iter()
        .flat_map(|part| {
            let itself = looks(&part.show_if).then(|| Place::Part(part.code.clone()));
            let items = part.items.iter().filter(|item| looks(&item.show_if));
            itself.into_iter().chain(items.map(|item| Place::Item(item.code.clone())))
        })
        .collect()
}

pub(super) fn conditions_mut(instrument: &mut Instrument) -> impl Iterator<Item = &mut Condition> {
    instrument
        .parts
        .iter_mut()
        .flat_map(|part| part.show_if.iter_mut().chain(part.items.iter_mut().filter_map(|item| item.show_if.as_mut())))
}

/// `i7` where there are six questions.
pub fn fresh_item_code(instrument: &Instrument) -> Code {
    let is_taken = |code: &Code| instrument.item(code).is_some();
    let next = instrument.questions() + 1;
    (next..=next + limits::ITEMS).map(|number| Code::new(format!("i{number}"))).find(|code| !is_taken(code)).unwrap_or_default()
}
