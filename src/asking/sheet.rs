//! What a page of questions is drawn from.

use super::{Fault, Fields};
use crate::{
    instruments::{Answers, Instrument, Question},
    language::Language,
};

#[derive(Clone, Copy, Debug)]
pub struct Sheet<'it> {
    pub instrument: &'it Instrument,
    pub language: Language,
    /// Given on the pages before: they decide what is asked.
    pub answers: &'it Answers,
    /// What stands in the fields, wrong or right.
    pub fields: &'it Fields,
    pub faults: &'it [Fault],
    /// With all that a script has to know to do the rest by itself.
    pub for_scripts: bool,
}

impl Sheet<'_> {
    pub(super) fn fault_at(&self, question: &Question) -> Option<&Fault> {
        self.faults.iter().find(|fault| fault.question == *question)
    }
}
