//! The plan itself.

use super::text::{LINE_MOST, LONG_MOST, Reader};
use crate::{
    ids::SurveyId,
    language::{FiscalYear, Language, arabic},
    papers::InBoth,
    plans::{Draft, MONTHS, Plan, Stretch},
    web::{Faults, Posted},
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanForm {
    pub title_thai: String,
    pub title_english: String,
    pub policy: String,
    pub year: String,
    /// Places in the fiscal year.
    pub first: String,
    pub last: String,
    /// Points that it is to begin with a measure about: `item:i7`.
    pub begin: Vec<String>,
    /// Of the revision that the form was drawn from.
    pub seen: i32,
}

impl PlanForm {
    pub fn of(plan: &Plan) -> Self {
        let wanted = &plan.wanted;
        Self {
            title_thai: wanted.title.th.clone(),
            title_english: wanted.title.en.clone(),
            policy: wanted.policy.clone(),
            year: wanted.year.number().to_string(),
            first: wanted.months.first.to_string(),
            last: wanted.months.last.to_string(),
            begin: Vec::new(),
            seen: plan.revision,
        }
    }

    pub fn posted(form: &Posted) -> Self {
        let text = |field| form.text(field).to_owned();
        Self {
            title_thai: text("title_thai"),
            title_english: text("title_english"),
            policy: text("policy"),
            year: text("year"),
            first: text("first"),
            last: text("last"),
            begin: form.all("begin").map(ToOwned::to_owned).collect(),
            seen: form.text("mark").parse().unwrap_or(-1),
        }
    }

    /// In the order of the fields, so that the faults are.
    pub fn read(&self, survey: Option<SurveyId>, language: Language) -> Result<Draft, Faults> {
        let mut reader = Reader::new(language);
        let say = reader.say();
        let thai = reader.line("title_thai", &self.title_thai, LINE_MOST, Some(say.title_missing));
        let english = reader.line("title_english", &self.title_english, LINE_MOST, None);
        let policy = reader.line("policy", &self.policy, LONG_MOST, None);
        let year = reader.faults.take("year", FiscalYear::read(&self.year).map_err(|_| say.year_wrong));
        let place = |typed: &str| arabic(typed).parse::<usize>().ok().filter(|place| *place < MONTHS);
        let months = match (place(&self.first), place(&self.last)) {
            (Some(first), Some(last)) if first <= last => Some(Stretch { first, last }),
            _ => {
                reader.faults.add("last", say.months_wrong);
                None
            }
        };
        match (thai, english, policy, year, months) {
            (Some(th), Some(en), Some(policy), Some(year), Some(months)) => {
                Ok(Draft { survey, year, title: InBoth { th, en }, policy, months })
            }
            _ => Err(reader.faults),
        }
    }
}
