//! The list of rounds, and the form for a new one.

use maud::{Markup, html};

use super::heading::stage;
use crate::{
    authoring::{Listed, Starter},
    language::Language,
    rounds::words::{planning::words, promises::target_in_words},
    surveys::{Survey, words::window_in_words},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field},
    },
};

/// What somebody may do with the surveys they are shown.
#[derive(Clone, Copy, Debug)]
pub struct Hands {
    pub may_plan: bool,
    pub may_keep_roll: bool,
}

pub fn surveys(visit: &Visit, surveys: &[Survey], hands: Hands) -> Page {
    let say = words(visit.language);
    let plan = html! { a.btn href=(visit.to(at::SURVEY_NEW)) { (say.plan) } };
    let rows = html! {
        table {
            thead { tr {
                th scope="col" { (say.survey) }
                th scope="col" { (say.window) }
                th scope="col" { (say.stage) }
                th.num scope="col" { (say.target) }
                th scope="col" { (say.links) }
            } }
            tbody { @for survey in surveys { (row(visit, survey, hands)) } }
        }
    };
    let main = html! {
        @if visit.done() == Some("removed") { (parts::done(say.removed)) }
        div.row.between {
            div.stack-s { h1 { (say.surveys) } p.muted { (say.surveys_lead) } }
            @if hands.may_plan && !surveys.is_empty() { (plan) }
        }
        @if !surveys.is_empty() {
            div.card { (parts::table(say.surveys, &rows)) }
        } @else if hands.may_plan {
            (parts::empty(say.none_yet, &plan))
        } @else {
            (parts::empty(say.none_yet_hr, &html! {}))
        }
    };
    visit.page(say.surveys, Width::Wide, &main)
}

fn row(visit: &Visit, survey: &Survey, hands: Hands) -> Markup {
    let say = words(visit.language);
    html! {
        tr {
            th scope="row" {
                a href=(visit.to(&at::round(survey.id))) { (survey.name(visit.language)) }
                br;
                span.small.muted { (super::heading::place(visit, survey)) }
            }
            td {
                @match survey.state.window() {
                    Some(window) => (window_in_words(visit.language, window)),
                    None => span.muted { (say.no_window) },
                }
            }
            td { (stage(visit, &survey.state)) }
            td.num { @if let Some(target) = survey.terms.target { (target_in_words(target)) } }
            td.acts {
                @if hands.may_keep_roll { a href=(visit.to(&at::eligible(survey.id))) { (say.who_may_answer) } }
                a href=(visit.to(&at::survey(survey.id))) { (say.public_page) }
            }
        }
    }
}

/// What was typed about a survey.
#[derive(Clone, Debug, Default)]
pub struct SurveyForm {
    pub beginning: String,
    pub year: String,
    pub round: String,
    pub name_thai: String,
    pub name_english: String,
}

/// What a round may begin with.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// The latest first.
    pub rounds: Vec<Survey>,
    pub starters: Vec<Starter>,
    pub library: Vec<Listed>,
}

pub fn new_survey(visit: &Visit, form: &SurveyForm, shelf: &Shelf, faults: &Faults) -> Page {
    let say = words(visit.language);
    let fields = html! {
        (beginnings(visit, form, shelf, faults))
        (place_fields(visit, form, faults))
        button.btn { (say.plan) }
    };
    let main = html! {
        div.stack-s { p.small { a href=(visit.to(at::SURVEYS)) { (say.surveys) } } h1 { (say.plan) } p.muted { (say.plan_lead) } }
        div.card { (visit.form(at::SURVEY_NEW, &fields)) }
    };
    visit.page_with_faults(say.plan, Width::Column, faults, &main)
}

/// Its names, year and round.
pub fn place_fields(visit: &Visit, form: &SurveyForm, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let english = parts::optional(say.name_english, visit.language);
    html! {
        (Field::new("name_thai", say.name_thai, faults).hint(say.name_thai_hint).value(&form.name_thai).in_language(Language::Thai))
        (Field::new("name_english", &english, faults).value(&form.name_english).in_language(Language::English))
        (Field::new("year", say.year, faults).hint(say.year_hint).value(&form.year).number())
        (Field::new("round", say.round, faults).value(&form.round).number())
    }
}

fn beginnings(visit: &Visit, form: &SurveyForm, shelf: &Shelf, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let round = |survey: &Survey| {
        let name = (say.like)(survey.name(visit.language), survey.round, survey.year.number());
        (format!("round:{}", survey.id), name)
    };
    let mut rounds = shelf.rounds.iter().map(round);
    let last: Vec<_> = rounds.next().into_iter().collect();
    let before: Vec<_> = rounds.collect();
    folded(
        "beginning",
        say.beginning,
        say.beginning_hint,
        &[
            ("", &last),
            (say.rounds_before, &before),
            (say.starters, &starters(visit, shelf)),
            (say.library, &library(visit, shelf)),
        ],
        Some(("empty", say.empty)),
        &form.beginning,
        faults,
    )
}

/// With what each is called in a form, and to people.
pub fn starters(visit: &Visit, shelf: &Shelf) -> Vec<(String, String)> {
    let say = words(visit.language);
    let starter = |starter: &Starter| {
        let title = starter.instrument.title.say(visit.language);
        (format!("starter:{}", starter.code), (say.starter)(title, starter.instrument.questions()))
    };
    shelf.starters.iter().map(starter).collect()
}

pub fn library(visit: &Visit, shelf: &Shelf) -> Vec<(String, String)> {
    let say = words(visit.language);
    let version = |version: &Listed| {
        let title = version.title.say(visit.language);
        (format!("version:{}", version.id), (say.version)(title, version.number, version.questions))
    };
    shelf.library.iter().map(version).collect()
}

/// One of many things, in groups; a group without a name stands by itself, an empty one not at all.
pub fn folded(
    name: &'static str,
    label: &str,
    hint: &str,
    groups: &[(&str, &Vec<(String, String)>)],
    alone: Option<(&str, &str)>,
    chosen: &str,
    faults: &Faults,
) -> Markup {
    let is_wrong = faults.at(name).is_some();
    let described = if is_wrong { format!("{name}-hint {name}-fault") } else { format!("{name}-hint") };
    let option = |value: &str, label: &str| html! { option value=(value) selected[value == chosen] { (label) } };
    html! {
        div.field.bad[is_wrong] {
            label for=(name) { (label) }
            p.hint id={ (name) "-hint" } { (hint) }
            (parts::fault_at(name, faults))
            select.inp id=(name) name=(name) aria-describedby=(described) aria-invalid=[is_wrong.then_some("true")] {
                @for (group, options) in groups {
                    @if group.is_empty() {
                        @for (value, label) in *options { (option(value, label)) }
                    } @else if !options.is_empty() {
                        optgroup label=(group) { @for (value, label) in *options { (option(value, label)) } }
                    }
                }
                @if let Some((value, label)) = alone { (option(value, label)) }
            }
        }
    }
}
