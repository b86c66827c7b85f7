//! What stands on top of every page of one round: the way back, its name, how far it is, and every
//! time its close was put off.

use maud::{Markup, html};

use crate::{
    rounds::words::{overview, planning},
    surveys::{
        Extension, State, Survey,
        words::{extension_in_words, state_in_words},
    },
    web::{
        Visit, at,
        parts::{self, Tone},
    },
};

/// A round, and every time its close was put off: what all its pages need.
#[derive(Clone, Debug)]
pub struct Head {
    pub survey: Survey,
    pub extensions: Vec<Extension>,
}

/// Of the page of the round itself.
pub fn of_round(visit: &Visit, head: &Head) -> Markup {
    let survey = &head.survey;
    html! {
        div.stack-s {
            p.small { a href=(visit.to(at::SURVEYS)) { (planning::words(visit.language).surveys) } }
            h1 { (survey.name(visit.language)) }
            div.row { p.muted { (place(visit, survey)) } (stage(visit, &survey.state)) }
        }
        (extensions(visit, &head.extensions))
    }
}

/// Of one of its other pages.
pub fn of_page(visit: &Visit, head: &Head, title: &str, lead: &str) -> Markup {
    let survey = &head.survey;
    html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::round(survey.id))) { (survey.name(visit.language)) } }
            h1 { (title) }
            div.row { p.muted { (place(visit, survey)) } (stage(visit, &survey.state)) }
            @if !lead.is_empty() { p.muted { (lead) } }
        }
        (extensions(visit, &head.extensions))
    }
}

pub fn place(visit: &Visit, survey: &Survey) -> String {
    (overview::words(visit.language).round_of)(&survey.year.name(visit.language), survey.round)
}

pub fn stage(visit: &Visit, state: &State) -> Markup {
    let tone = match state {
        State::Scheduled { trouble: Some(_), .. } => Tone::Watch,
        State::Open { .. } | State::Published { .. } => Tone::Good,
        _ => Tone::Plain,
    };
    parts::tag(tone, state_in_words(visit.language, state))
}

pub fn extensions(visit: &Visit, extensions: &[Extension]) -> Markup {
    html! { @for extension in extensions { (parts::note(&extension_in_words(visit.language, extension))) } }
}
