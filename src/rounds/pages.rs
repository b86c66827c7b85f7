//! The pages of this room, drawn from plain data.

use maud::html;

use super::words::words;
use crate::{
    language::Language,
    surveys::Survey,
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
            thead { tr { th scope="col" { (say.survey) } th scope="col" { (say.year) } th scope="col" { (say.round) } td {} } }
            tbody {
                @for survey in surveys {
                    tr {
                        th scope="row" { (survey.name(visit.language)) }
                        td.num { (survey.year.number()) }
                        td.num { (survey.round) }
                        td.acts {
                            @if hands.may_keep_roll { a href=(visit.to(&at::eligible(survey.id))) { (say.who_may_answer) } }
                            a href=(visit.to(&at::survey(survey.id))) { (say.public_page) }
                        }
                    }
                }
            }
        }
    };
    let main = html! {
        @if visit.done() == Some("planned") { (parts::done(say.planned)) }
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

/// What was typed about a survey.
#[derive(Clone, Debug, Default)]
pub struct SurveyForm {
    pub year: String,
    pub round: String,
    pub name_thai: String,
    pub name_english: String,
}

pub fn new_survey(visit: &Visit, form: &SurveyForm, faults: &Faults) -> Page {
    let say = words(visit.language);
    let english = parts::optional(say.name_english, visit.language);
    let fields = html! {
        (Field::new("name_thai", say.name_thai, faults).hint(say.name_thai_hint).value(&form.name_thai).in_language(Language::Thai))
        (Field::new("name_english", &english, faults).value(&form.name_english).in_language(Language::English))
        (Field::new("year", say.year, faults).hint(say.year_hint).value(&form.year).number())
        (Field::new("round", say.round, faults).value(&form.round).number())
        button.btn { (say.plan) }
    };
    let main = html! {
        div.stack-s { p.small { a href=(visit.to(at::SURVEYS)) { (say.surveys) } } h1 { (say.plan) } p.muted { (say.plan_lead) } }
        div.card { (visit.form(at::SURVEY_NEW, &fields)) }
    };
    visit.page_with_faults(say.plan, Width::Column, faults, &main)
}
