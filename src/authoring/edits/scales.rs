//! Scales: added, changed with the items that use them, removed when nothing does.

use crate::instruments::{Code, Instrument, Item, Rated, Scale, Text};

/// In the place of the scale that had this code, or at the end. Items follow its code; labels and
/// meanings of another number of levels are dropped, because nobody could say which is which.
pub fn put_scale(instrument: &mut Instrument, before: Option<&Code>, scale: Scale) {
    let levels = scale.levels.len();
    if let Some(before) = before {
        for rated in rated_mut(instrument).filter(|rated| rated.scale == *before) {
            rated.scale = scale.code.clone();
            for words in words_of(rated) {
                if words.len() != levels {
                    words.clear();
                }
            }
        }
    }
    match instrument.scales.iter_mut().find(|it| Some(&it.code) == before) {
        Some(slot) => *slot = scale,
        None => instrument.scales.push(scale),
    }
}

fn rated_mut(instrument: &mut Instrument) -> impl Iterator<Item = &mut Rated> {
    instrument.items_mut().filter_map(|item| match &mut item.asks {
        crate::instruments::Asks::Scale(rated) => Some(rated),
        _ => None,
    })
}

/// Its own labels, its meanings, and those of its sub-questions.
fn words_of(rated: &mut Rated) -> impl Iterator<Item = &mut Vec<Text>> {
    [&mut rated.labels, &mut rated.meanings].into_iter().chain(rated.subs.iter_mut().map(|sub| &mut sub.meanings))
}

/// Items that would lose labels or meanings if this scale had so many levels.
pub fn losing_words<'it>(instrument: &'it Instrument, scale: &Code, levels: usize) -> Vec<&'it Item> {
    let loses = |words: &Vec<Text>| !words.is_empty() && words.len() != levels;
    let is_losing = |item: &&Item| {
        item.rated().filter(|rated| rated.scale == *scale).is_some_and(|rated| {
            loses(&rated.labels) || loses(&rated.meanings) || rated.subs.iter().any(|sub| loses(&sub.meanings))
        })
    };
    instrument.items().filter(is_losing).collect()
}

pub fn is_in_use(instrument: &Instrument, scale: &Code) -> bool {
    instrument.items().filter_map(Item::rated).any(|rated| rated.scale == *scale)
}

/// A scale that items use stays.
pub fn remove_scale(instrument: &mut Instrument, scale: &Code) {
    if !is_in_use(instrument, scale) {
        instrument.scales.retain(|it| it.code != *scale);
    }
}

pub fn fresh_scale_code(instrument: &Instrument, wanted: &Code) -> Code {
    wanted.free(|code| instrument.scale(code).is_some())
}
