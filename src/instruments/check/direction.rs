//! Which way a question runs: said where it is scored, and thought about where a word is negative.

use super::{
    Place, Weight, What,
    finding::Findings,
    negation::{is_doubly_negated, negations, negative_word},
};
use crate::{
    instruments::{Instrument, Polarity, Text},
    language::Language,
};

pub fn check(instrument: &Instrument, findings: &mut Findings) {
    for item in instrument.items() {
        let Some(rated) = item.rated() else {
            double(&item.text, &Place::Item(item.code.clone()), findings);
            continue;
        };
        let place = Place::Item(item.code.clone());
        double(&item.text, &place, findings);
        if rated.subs.is_empty() {
            direction(&item.text, rated.polarity, place, findings);
        }
        for sub in &rated.subs {
            let place = Place::sub(&item.code, &sub.code);
            double(&sub.text, &place, findings);
            direction(&sub.text, sub.polarity, place, findings);
        }
    }
}

fn direction(text: &Text, polarity: Polarity, place: Place, findings: &mut Findings) {
    match polarity {
        Polarity::Unset => findings.add(place, What::DirectionUnset),
        Polarity::Straight => {
            let found = Language::ALL.into_iter().find_map(|language| negative_word(text.exactly(language), language));
            if let Some(word) = found {
                findings.add(place, What::NegativeWord(word));
            }
        }
        Polarity::Reversed => {}
    }
}

/// “Not … not” is misread by everybody; two words of which one may be harmless, perhaps by nobody.
fn double(text: &Text, place: &Place, findings: &mut Findings) {
    for language in Language::ALL {
        let text = text.exactly(language);
        if negations(text, language) > 1 {
            let weight = if is_doubly_negated(text, language) { Weight::Stop } else { Weight::Advice };
            findings.weigh(place.clone(), What::DoubleNegation(language), weight);
        }
    }
}
