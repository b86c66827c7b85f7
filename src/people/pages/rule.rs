//! The rule of a survey, to be changed.

use maud::{Markup, html};

use super::eligible::Scene;
use crate::{
    language::dates,
    people::{
        Category,
        eligibility::{Comparator, Reference, Rule},
        words::{eligible, rolls::words},
    },
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, DayField, TypedDay},
    },
};
use jiff::civil::Date;

/// What was typed about a rule.
#[derive(Clone, Debug, Default)]
pub struct RuleForm {
    pub years: String,
    pub months: String,
    pub comparator: String,
    pub reference: String,
    pub given: TypedDay,
    pub categories: Vec<String>,
    pub units: Vec<String>,
}

pub const OVER: &str = "over";
pub const AT_LEAST: &str = "at_least";
pub const FISCAL_YEAR: &str = "fiscal_year";
pub const OPENING: &str = "opening";
pub const GIVEN: &str = "day";

impl From<&Rule> for RuleForm {
    fn from(rule: &Rule) -> Self {
        let (reference, given) = match rule.reference {
            Reference::FiscalYearStart => (FISCAL_YEAR, None),
            Reference::Opening => (OPENING, None),
            Reference::Day(day) => (GIVEN, Some(day)),
        };
        Self {
            years: (rule.minimum_months / 12).to_string(),
            months: (rule.minimum_months % 12).to_string(),
            comparator: match rule.comparator {
                Comparator::Over => OVER,
                Comparator::AtLeast => AT_LEAST,
            }
            .to_owned(),
            reference: reference.to_owned(),
            given: given.map(TypedDay::from).unwrap_or_default(),
            categories: rule.categories.iter().map(|category| category.as_str().to_owned()).collect(),
            units: rule.units.iter().map(ToString::to_string).collect(),
        }
    }
}

/// `categories`: those that may be ticked.
pub fn edit(visit: &Visit, scene: &Scene, today: Date, categories: &[Category], form: &RuleForm, faults: &Faults) -> Page {
    let say = words(visit.language);
    let survey = &scene.survey;
    let units: Vec<_> = scene
        .outlook
        .units
        .iter()
        .map(|unit| (unit.id.to_string(), unit.short_name.as_str(), unit.name(visit.language)))
        .collect();
    let unit_ticks: Vec<_> = units.iter().map(|(id, short, full)| (id.as_str(), *short, *full)).collect();
    let category_ticks: Vec<_> = categories.iter().map(|category| (category.as_str(), category.as_str(), "")).collect();
    let fields = html! {
        (service(visit, form, faults))
        (comparators(visit, form, faults))
        (references(visit, scene, today, form, faults))
        (parts::ticks("categories", say.categories, say.categories_hint, &category_ticks, &form.categories))
        (parts::ticks("units", say.units, say.units_hint, &unit_ticks, &form.units))
        button.btn { (say.save_rule) }
    };
    let title = eligible::words(visit.language).change_rule;
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::eligible(survey.id))) { (eligible::words(visit.language).title) } }
            h1 { (title) }
            p.muted { (survey.name(visit.language)) }
            p.muted { (say.rule_lead) }
        }
        @if scene.roll.is_some() { (parts::warning(say.stands_already)) }
        div.card { (visit.form(&at::rule(survey.id), &fields)) }
    };
    visit.page_with_faults(title, Width::Column, faults, &main)
}

fn service(visit: &Visit, form: &RuleForm, faults: &Faults) -> Markup {
    let say = words(visit.language);
    html! {
        fieldset.field.bad[faults.at("years").is_some()] {
            legend { (say.service) }
            (parts::fault_at("years", faults))
            div.date-in {
                (part("years", say.years, &form.years, faults))
                (part("months", say.months, &form.months, faults))
            }
        }
    }
}

/// Years or months; what is wrong with either stands at the years.
fn part(name: &'static str, label: &str, value: &str, faults: &Faults) -> Markup {
    let is_bad = faults.at("years").is_some();
    html! {
        div {
            label for=(name) { (label) }
            input.inp type="text" id=(name) name=(name) value=(value) inputmode="numeric" autocomplete="off"
                aria-invalid=[is_bad.then_some("true")] aria-describedby=[is_bad.then_some("years-fault")];
        }
    }
}

fn comparators(visit: &Visit, form: &RuleForm, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let choice = |value, label, meaning| Choice { value, label, meaning, is_chosen: form.comparator == value, language: None };
    let choices = [choice(OVER, say.over, say.over_meaning), choice(AT_LEAST, say.at_least, say.at_least_meaning)];
    html! {
        div {
            (parts::choices("comparator", say.comparator, false, &choices, faults))
            p.hint { (say.comparator_hint) }
        }
    }
}

fn references(visit: &Visit, scene: &Scene, today: Date, form: &RuleForm, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let first_day = dates::short(scene.survey.year.first_day(), visit.language);
    let fiscal_year = (say.fiscal_year)(&first_day);
    let opening = match scene.survey.state.window() {
        Some(window) => (say.opening_known)(&dates::short(window.opens.day(), visit.language)),
        None => (say.opening_meaning)(&dates::short(today, visit.language)),
    };
    let choice = |value, label, meaning| Choice { value, label, meaning, is_chosen: form.reference == value, language: None };
    let choices =
        [choice(FISCAL_YEAR, &fiscal_year, ""), choice(OPENING, say.opening, &opening), choice(GIVEN, say.given_day, "")];
    html! {
        (parts::choices("reference", say.reference, false, &choices, faults))
        (DayField::new("given", say.which_day, &form.given, "", faults, visit.language))
    }
}
