//! Parts and scales: whether there is anything to ask, and levels to answer on.

use super::{Place, What, finding::Findings};
use crate::instruments::{Instrument, Item, Polarity, Rated, Text};

/// More questions than this in one part tire whoever answers.
const PART_LONG: usize = 6;

pub fn check(instrument: &Instrument, findings: &mut Findings) {
    if instrument.questions() == 0 {
        findings.add(Place::Instrument, What::NoItems);
    }
    for scale in instrument.scales.iter().filter(|scale| scale.levels.len() < 2) {
        findings.add(Place::Scale(scale.code.clone()), What::ScaleShort);
    }
    for part in &instrument.parts {
        let place = Place::Part(part.code.clone());
        match part.items.iter().filter(|item| !item.is_heading()).count() {
            0 => findings.add(place, What::PartEmpty),
            count if count > PART_LONG => findings.add(place, What::PartLong(count)),
            _ => {}
        }
    }
    for item in instrument.items() {
        if let Some(rated) = item.rated() {
            check_rated(instrument, item, rated, findings);
        }
    }
}

fn check_rated(instrument: &Instrument, item: &Item, rated: &Rated, findings: &mut Findings) {
    let place = Place::Item(item.code.clone());
    let Some(scale) = instrument.scale(&rated.scale) else {
        return findings.add(place, What::ScaleUnknown(rated.scale.clone()));
    };
    let levels = scale.levels.len();
    if !rated.labels.is_empty() && rated.labels.len() != levels {
        findings.add(place.clone(), What::LabelsMiscounted { are: rated.labels.len(), levels });
    }
    let asks_itself = rated.subs.is_empty();
    check_meanings(place, &rated.meanings, asks_itself && rated.polarity == Polarity::Reversed, levels, findings);
    for sub in &rated.subs {
        let is_reversed = sub.polarity == Polarity::Reversed;
        check_meanings(Place::sub(&item.code, &sub.code), &sub.meanings, is_reversed, levels, findings);
    }
}

/// Where the scale runs the other way, every level says what it means: else it is misread.
fn check_meanings(place: Place, meanings: &[Text], is_reversed: bool, levels: usize, findings: &mut Findings) {
    if meanings.is_empty() && is_reversed {
        findings.add(place, What::MeaningsMissing);
    } else if !meanings.is_empty() && meanings.len() != levels {
        findings.add(place, What::MeaningsMiscounted { are: meanings.len(), levels });
    }
}
