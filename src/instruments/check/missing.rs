//! Texts that are missing in a language.

use super::{Place, TextOf, What, finding::Findings};
use crate::instruments::{Asks, Instrument, Item, Text};

pub fn check(instrument: &Instrument, findings: &mut Findings) {
    let mut at = Texts { place: Place::Instrument, findings };
    at.must(&instrument.title, TextOf::Title);
    at.may(&instrument.lead, TextOf::Lead);
    at.may(&instrument.caution, TextOf::Caution);
    for scale in &instrument.scales {
        Texts { place: Place::Scale(scale.code.clone()), findings }.all(&scale.levels, TextOf::Label);
    }
    for part in &instrument.parts {
        let mut at = Texts { place: Place::Part(part.code.clone()), findings };
        at.must(&part.title, TextOf::Title);
        at.may(&part.lead, TextOf::Lead);
        for item in &part.items {
            check_item(item, findings);
        }
    }
}

fn check_item(item: &Item, findings: &mut Findings) {
    let mut at = Texts { place: Place::Item(item.code.clone()), findings };
    at.must(&item.text, TextOf::Question);
    at.may(&item.key_phrase, TextOf::KeyPhrase);
    at.may(&item.help, TextOf::Help);
    if let Asks::Number { unit, .. } = &item.asks {
        at.may(unit, TextOf::Unit);
    }
    if let Some(rated) = item.rated() {
        at.all(&rated.labels, TextOf::Label);
        at.all(&rated.meanings, TextOf::Meaning);
        for sub in &rated.subs {
            at.place = Place::sub(&item.code, &sub.code);
            at.must(&sub.text, TextOf::Question);
            at.all(&sub.meanings, TextOf::Meaning);
        }
    }
    for choice in item.choices() {
        at.place = Place::choice(&item.code, &choice.code);
        at.must(&choice.label, TextOf::ChoiceLabel);
        at.may(&choice.line, TextOf::ChoiceLine);
    }
}

struct Texts<'it> {
    place: Place,
    findings: &'it mut Findings,
}

impl Texts<'_> {
    fn must(&mut self, text: &Text, which: TextOf) {
        if text.th.trim().is_empty() {
            self.findings.add(self.place.clone(), What::ThaiMissing(which));
        }
        if text.en.trim().is_empty() {
            // One line for a whole item: its sub-questions and choices are written on the same page.
            let place = match &self.place {
                Place::Sub { item, .. } | Place::Choice { item, .. } => Place::Item(item.clone()),
                place => place.clone(),
            };
            self.findings.add(place, What::EnglishMissing);
        }
    }

    /// In both languages or in neither.
    fn may(&mut self, text: &Text, which: TextOf) {
        if !text.th.trim().is_empty() || !text.en.trim().is_empty() {
            self.must(text, which);
        }
    }

    fn all(&mut self, texts: &[Text], which: fn(usize) -> TextOf) {
        for (number, text) in (1..).zip(texts) {
            self.must(text, which(number));
        }
    }
}
