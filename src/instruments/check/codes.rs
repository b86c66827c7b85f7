//! Codes: well formed, and each standing once where it is looked up.

use std::collections::BTreeSet;

use super::{Place, What, finding::Findings};
use crate::instruments::{Code, Instrument};

pub fn check(instrument: &Instrument, findings: &mut Findings) {
    each([&instrument.code], |_| Place::Instrument, findings);
    each(instrument.scales.iter().map(|scale| &scale.code), |code| Place::Scale(code.clone()), findings);
    each(instrument.parts.iter().map(|part| &part.code), |code| Place::Part(code.clone()), findings);
    each(instrument.items().map(|item| &item.code), |code| Place::Item(code.clone()), findings);
    for item in instrument.items() {
        let subs = item.rated().map_or(&[][..], |rated| &rated.subs);
        each(subs.iter().map(|sub| &sub.code), |sub| Place::sub(&item.code, sub), findings);
        each(item.choices().iter().map(|choice| &choice.code), |choice| Place::choice(&item.code, choice), findings);
    }
}

fn each<'it>(codes: impl IntoIterator<Item = &'it Code>, place: impl Fn(&Code) -> Place, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for code in codes {
        if !code.is_well_formed() {
            findings.add(place(code), What::CodeMalformed(code.clone()));
        }
        if !seen.insert(code) {
            findings.add(place(code), What::CodeTwice(code.clone()));
        }
    }
}
