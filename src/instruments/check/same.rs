//! The same words twice, where they should tell things apart.

use std::collections::HashMap;

use super::{Place, What, finding::Findings};
use crate::{
    instruments::{Instrument, Text},
    language::Language,
};

pub fn check(instrument: &Instrument, findings: &mut Findings) {
    let questions = instrument.items().filter(|item| !item.is_heading());
    twice(questions.map(|item| (Place::Item(item.code.clone()), &item.text)), findings);
    twice(instrument.parts.iter().map(|part| (Place::Part(part.code.clone()), &part.title)), findings);
    for scale in &instrument.scales {
        twice(scale.levels.iter().map(|level| (Place::Scale(scale.code.clone()), level)), findings);
    }
    for item in instrument.items() {
        if let Some(rated) = item.rated() {
            twice(rated.subs.iter().map(|sub| (Place::sub(&item.code, &sub.code), &sub.text)), findings);
            twice(rated.labels.iter().map(|label| (Place::Item(item.code.clone()), label)), findings);
        }
        twice(item.choices().iter().map(|choice| (Place::choice(&item.code, &choice.code), &choice.label)), findings);
    }
}

fn twice<'it>(texts: impl Iterator<Item = (Place, &'it Text)>, findings: &mut Findings) {
    let mut seen: HashMap<(Language, String), Place> = HashMap::new();
    for (place, text) in texts {
        for language in Language::ALL {
            let bare = bare(text.exactly(language));
            if bare.is_empty() {
                continue;
            }
            if let Some(first) = seen.get(&(language, bare.clone())) {
                findings.add(place.clone(), What::SameTextAs(first.clone()));
            } else {
                seen.insert((language, bare), place.clone());
            }
        }
    }
}

/// What the eye tells apart: without spaces, invisible characters and capitals.
fn bare(text: &str) -> String {
    let shows = |letter: &char| !letter.is_whitespace() && !letter.is_control() && !is_invisible(*letter);
    text.chars().filter(shows).flat_map(char::to_lowercase).collect()
}

const fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}
