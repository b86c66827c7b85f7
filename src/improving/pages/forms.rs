//! The forms for a plan, a measure, a step, and how far a step has come.

use maud::{Markup, html};

use super::{list::named, plan::month_named};
use crate::{
    improving::{
        form::{MeasureForm, PlanForm, ProgressForm, StepForm},
        quote::{Known, Named, Quoted},
        words::{
            forms::{Words, words},
            plans as said,
        },
    },
    language::{FiscalYear, Language, Month},
    plans::{Letter, Plan, Status},
    surveys::Survey,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, DayField, Field},
    },
};

/// What somebody else has made of it since the form was drawn: labels and texts.
pub type Now = Vec<(&'static str, String)>;

/// Where a form stands and what it changes.
pub struct Sheet<'page> {
    pub title: &'page str,
    /// None: of a plan that is not made yet.
    pub plan: Option<&'page Plan>,
    pub address: &'page str,
    /// Of what is there already; none: it is new.
    pub seen: Option<i32>,
    pub now: Option<&'page Now>,
    pub faults: &'page Faults,
}

fn page(visit: &Visit, sheet: &Sheet, lead: &Markup, fields: &Markup) -> Page {
    let say = words(visit.language);
    let button = match (sheet.seen, sheet.plan) {
        (Some(_), _) => say.save,
        (None, Some(_)) => say.add,
        (None, None) => say.make,
    };
    let main = html! {
        div.stack-s {
            p.small {
                @match sheet.plan {
                    Some(plan) => a href=(visit.to(&at::plan(plan.id, ""))) { bdi { (plan.title(visit.language)) } },
                    None => a href=(visit.to(at::PLANS)) { (said::words(visit.language).plans) },
                }
            }
            h1 { (sheet.title) }
            (lead)
        }
        @if let Some(now) = sheet.now { (stands_there(now, sheet.faults, say)) }
        div.card {
            (visit.form(sheet.address, &html! {
                @if let Some(seen) = sheet.seen { input type="hidden" name="mark" value=(seen); }
                (fields)
                div.acts { button.btn { (button) } }
            }))
        }
    };
    visit.page_with_faults(sheet.title, Width::Column, sheet.faults, &main)
}

fn stands_there(now: &Now, faults: &Faults, say: &Words) -> Markup {
    html! {
        section.card.stack #changed aria-labelledby="now" {
            (parts::fault_at("changed", faults))
            h2 #now { (say.stands_there) }
            dl.dl { @for (label, text) in now { div { dt { (label) } dd { (super::plan::lined(text)) } } } }
        }
    }
}

fn place_select(name: &str, label: &str, hint: &str, chosen: &str, language: Language, faults: &Faults) -> Markup {
    let named: Vec<_> =
        Month::FISCAL.iter().enumerate().map(|(place, month)| (place.to_string(), month.full(language))).collect();
    let choices: Vec<Choice> = named.iter().map(|(value, label)| choice(value, label, chosen)).collect();
    parts::select(name, label, hint, &choices, faults)
}

fn choice<'it>(value: &'it str, label: &'it str, chosen: &str) -> Choice<'it> {
    Choice { value, label, meaning: "", is_chosen: value == chosen, language: None }
}

/// `begin`: points that it can begin with measures about, with their labels and figures.
pub fn plan(visit: &Visit, sheet: &Sheet, form: &PlanForm, of: Option<&Survey>, begin: &[(Named, Quoted)]) -> Page {
    let (language, faults) = (visit.language, sheet.faults);
    let say = words(language);
    let offered: Vec<_> =
        begin.iter().map(|(named, quoted)| (named.point.to_string(), &named.label, quoted.written(language))).collect();
    let begin: Vec<(&str, &str, &str)> =
        offered.iter().map(|(value, label, figure)| (value.as_str(), label.as_str(), figure.as_str())).collect();
    let lead = html! { @if let Some(round) = of { p.muted { bdi { ((said::words(language).new_for)(&named(visit, round))) } } } };
    let fields = html! {
        @if let Some(round) = of.filter(|_| sheet.plan.is_none()) { input type="hidden" name="round" value=(round.id); }
        (Field::new("title_thai", say.title_thai, faults).value(&form.title_thai).in_language(Language::Thai))
        (Field::new("title_english", &parts::optional(say.title_english, language), faults).value(&form.title_english).in_language(Language::English))
        (Field::new("policy", &parts::optional(say.policy, language), faults).hint(say.policy_hint).value(&form.policy))
        (Field::new("year", say.year, faults).hint(say.year_hint).value(&form.year).number())
        (place_select("first", say.first, "", &form.first, language, faults))
        (place_select("last", say.last, say.last_hint, &form.last, language, faults))
        @if !begin.is_empty() { (parts::ticks("begin", say.begin, say.begin_hint, &begin, &form.begin)) }
    };
    page(visit, sheet, &lead, &fields)
}

/// `points`: values and labels of what it can be about.
pub fn measure(visit: &Visit, sheet: &Sheet, form: &MeasureForm, points: &[(String, String)]) -> Page {
    let (language, faults) = (visit.language, sheet.faults);
    let say = words(language);
    let mut letters = vec![choice("", say.no_letter, &form.letter)];
    letters.extend(Letter::ALL.map(|letter| choice(letter.code(), said::letter(language, letter), &form.letter)));
    let mut abouts = vec![choice("", say.about_nothing, &form.about)];
    abouts.extend(points.iter().map(|(value, label)| choice(value, label, &form.about)));
    let optional = |label| parts::optional(label, language);
    let fields = html! {
        (parts::select("letter", say.letter, "", &letters, faults))
        (Field::new("text", say.text, faults).hint(say.text_hint).value(&form.text).lines(3))
        (Field::new("reason", &optional(say.reason), faults).hint(say.reason_hint).value(&form.reason).lines(4))
        (Field::new("topics", &optional(say.topics), faults).hint(say.topics_hint).value(&form.topics).lines(4))
        (parts::select("about", say.about, say.about_hint, &abouts, faults))
        (DayField::new("done", &optional(say.done), &form.done, say.done_hint, faults, language))
        @if sheet.seen.is_some() {
            (Field::new("place", say.place, faults).value(&form.place).number())
            input type="hidden" name="stood" value=(form.stood);
        }
    };
    page(visit, sheet, &html! {}, &fields)
}

fn twelve(year: FiscalYear, language: Language) -> Vec<(String, String)> {
    (0..Month::FISCAL.len()).map(|place| (place.to_string(), month_named(year, place, language))).collect()
}

fn month_ticks(name: &str, legend: &str, hint: &str, months: &[(String, String)], ticked: &[String]) -> Markup {
    let options: Vec<(&str, &str, &str)> = months.iter().map(|(value, label)| (value.as_str(), label.as_str(), "")).collect();
    parts::ticks(name, legend, hint, &options, ticked)
}

fn statuses(language: Language, chosen: &str, faults: &Faults) -> Markup {
    let choices = Status::ALL.map(|status| choice(status.code(), said::status(language, status), chosen));
    parts::select("status", words(language).status, "", &choices, faults)
}

pub fn step(visit: &Visit, sheet: &Sheet, form: &StepForm, year: FiscalYear, measure: &str) -> Page {
    let (language, faults) = (visit.language, sheet.faults);
    let say = words(language);
    let months = twelve(year, language);
    let optional = |label| parts::optional(label, language);
    let fields = html! {
        (Field::new("text", say.step, faults).hint(say.text_hint).value(&form.text).lines(3))
        (month_ticks("months", say.months, say.months_hint, &months, &form.months))
        (Field::new("budget", &optional(say.budget), faults).hint(say.budget_hint).value(&form.budget))
        (Field::new("owner", say.owner, faults).hint(say.owner_hint).value(&form.owner))
        (Field::email("email", &optional(say.email), faults).autocomplete("off").hint(say.email_hint).value(&form.email))
        (statuses(language, &form.status, faults))
        (Field::new("evidence", &optional(say.evidence), faults).value(&form.evidence).lines(3))
        (Field::new("link", &optional(say.link), faults).hint(say.link_hint).value(&form.link))
        @if sheet.seen.is_some() {
            (Field::new("place", say.place, faults).value(&form.place).number())
            input type="hidden" name="stood" value=(form.stood);
        }
    };
    page(visit, sheet, &html! { p.muted { (super::plan::lined(measure)) } }, &fields)
}

pub fn progress(visit: &Visit, sheet: &Sheet, form: &ProgressForm, year: FiscalYear, step: &str) -> Page {
    let (language, faults) = (visit.language, sheet.faults);
    let say = words(language);
    let months = twelve(year, language);
    let mut of_month = vec![choice("", say.no_month, &form.month)];
    of_month.extend(months.iter().map(|(value, label)| choice(value, label, &form.month)));
    let fields = html! {
        (month_ticks("done", say.months_done, say.months_done_hint, &months, &form.done))
        (statuses(language, &form.status, faults))
        (parts::select("month", say.note_month, "", &of_month, faults))
        (Field::new("text", &parts::optional(say.note, language), faults).hint(say.note_hint).value(&form.text).lines(4))
    };
    page(visit, sheet, &html! { p.muted { (super::plan::lined(step)) } }, &fields)
}

/// What a measure can be about, with the name of its round where there are several.
pub fn points(visit: &Visit, rounds: &[(Survey, Vec<Named>)]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (survey, points) in rounds {
        let of = if rounds.len() > 1 { format!("{} · ", named(visit, survey)) } else { String::new() };
        all.extend(points.iter().map(|it| (crate::improving::form::value(survey.id, &it.point), format!("{of}{}", it.label))));
    }
    all
}

/// The lowest items, with their labels.
pub fn beginnings(round: &Known, language: Language, most: usize) -> Vec<(Named, Quoted)> {
    let named = |code: crate::instruments::Code| {
        let point = crate::plans::Point::Item(code);
        let label = round.label(&point, language)?;
        Some(Named { point, label })
    };
    round.lowest(most).into_iter().filter_map(|(code, quoted)| Some((named(code)?, quoted))).collect()
}
