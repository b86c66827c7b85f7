//! What stands in the form of a rating table about the total and the indicators: how much each part counts,
//! and the floor under which an indicator is pointed out.

use super::{
    RatingTable, Unsound, Weights,
    form::number,
    soundness::is_displayed,
    words::{unsound_in_words, words},
};
use crate::{
    instruments::Decimal,
    language::Language,
    web::{Faults, Posted},
};

pub const IIT: &str = "weight_iit";
pub const EIT: &str = "weight_eit";
pub const OIT: &str = "weight_oit";
pub const FLOOR: &str = "floor";

#[derive(Clone, Debug, Default)]
pub struct WeighingForm {
    pub iit: String,
    pub eit: String,
    pub oit: String,
    pub floor: String,
}

impl From<&RatingTable> for WeighingForm {
    fn from(table: &RatingTable) -> Self {
        Self {
            iit: table.weights.iit.to_string(),
            eit: table.weights.eit.to_string(),
            oit: table.weights.oit.to_string(),
            floor: table.floor.map(|floor| floor.to_string()).unwrap_or_default(),
        }
    }
}

impl WeighingForm {
    pub fn typed(posted: &Posted) -> Self {
        let text = |field| posted.text(field).to_owned();
        Self { iit: text(IIT), eit: text(EIT), oit: text(OIT), floor: text(FLOOR) }
    }

    /// The floor may be left empty: then there is none.
    pub fn read(&self, language: Language) -> Result<(Weights, Option<Decimal>), Faults> {
        let say = words(language);
        let mut faults = Faults::none();
        let weights = faults.take_all(self.weights(language));
        let floor = (!self.floor.is_empty()).then(|| self.floor.parse().ok().filter(|floor| is_displayed(*floor)));
        let floor = match floor {
            Some(floor) => faults.take(FLOOR, floor.ok_or(say.figure_wrong)).map(Some),
            None => Some(None),
        };
        weights.zip(floor).ok_or(faults)
    }

    fn weights(&self, language: Language) -> Result<Weights, Faults> {
        let say = words(language);
        let mut faults = Faults::none();
        let mut weight = |field, text: &str| faults.take(field, number(text, 100).ok_or(say.weight_wrong));
        let (iit, eit, oit) = (weight(IIT, &self.iit), weight(EIT, &self.eit), weight(OIT, &self.oit));
        let (Some(iit), Some(eit), Some(oit)) = (iit, eit, oit) else { return Err(faults) };
        let weights = Weights { iit, eit, oit };
        match weights.sum() {
            100 => Ok(weights),
            sum => Err(Faults::one(IIT, unsound_in_words(language, Unsound::WeightsWrong(sum)))),
        }
    }
}
