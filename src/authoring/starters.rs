//! Questionnaires that come with the program, to be copied and changed.

use crate::instruments::{Code, Instrument};

/// The wording is our own; what a year's manual asks for is for whoever copies it to check.
#[derive(Clone, Debug)]
pub struct Starter {
    pub code: Code,
    pub instrument: Instrument,
}

const FILES: [&str; 0] = [];

pub fn starters() -> Vec<Starter> {
    FILES
        .into_iter()
        .filter_map(|json| Instrument::from_json(json).ok())
        .map(|instrument| Starter { code: instrument.code.clone(), instrument })
        .collect()
}
