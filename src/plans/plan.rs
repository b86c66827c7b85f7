//! A plan: what it is for, and everything that stands in it.

use super::{Measured, Step, Stretch};
use crate::{
    ids::{MeasureId, PlanId, StepId, SurveyId},
    language::{FiscalYear, Language},
    papers::InBoth,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub id: PlanId,
    pub wanted: Draft,
    /// Goes up with every change.
    pub revision: i32,
}

/// What somebody types of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The round whose findings it answers; a plan may stand for a year alone.
    pub survey: Option<SurveyId>,
    pub year: FiscalYear,
    pub title: InBoth,
    /// One line above the table; may be empty.
    pub policy: String,
    pub months: Stretch,
}

/// A plan with its measures in order, and their steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub plan: Plan,
    pub measures: Vec<Measured>,
}

impl Plan {
    pub fn title(&self, language: Language) -> &str {
        self.wanted.title.say(language)
    }
}

impl Whole {
    /// With its number in the plan.
    pub fn measure(&self, id: MeasureId) -> Option<(usize, &Measured)> {
        self.measures.iter().enumerate().find(|(_, it)| it.id == id).map(|(place, it)| (place + 1, it))
    }

    /// With its number in the measure.
    pub fn step(&self, id: StepId) -> Option<(&Measured, usize, &Step)> {
        let of = |measure: &'_ Measured| measure.steps.iter().position(|step| step.id == id);
        let measure = self.measures.iter().find(|measure| of(measure).is_some())?;
        let place = of(measure)?;
        measure.steps.get(place).map(|step| (measure, place + 1, step))
    }

    /// Goes up whenever anything in it changes.
    pub fn changes(&self) -> i32 {
        self.plan.revision + self.measures.iter().map(|it| 1 + it.changes()).sum::<i32>()
    }

    /// Why each measure is taken, in the order of the plan: what is left empty is as for the one before it.
    pub fn reasons(&self) -> Vec<&str> {
        let mut above = "";
        let reason = |it: &'_ Measured| !it.measure.reason.is_empty();
        self.measures
            .iter()
            .map(|it| {
                if reason(it) {
                    above = &it.measure.reason;
                }
                above
            })
            .collect()
    }

    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.measures.iter().flat_map(|measure| &measure.steps)
    }
}
