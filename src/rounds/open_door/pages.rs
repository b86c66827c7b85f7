//! The start page of an open link, and the poster, drawn from plain data.

use maud::{Markup, html};

use super::{
    qr,
    words::{Words, words},
};
use crate::{
    ids::SurveyId,
    language::{Language, moment_in_words},
    surveys::{Door, Extension, State, Survey, Window},
    web::{Icon, Page, Visit, Width, assets, at, parts},
};

/// What a visitor is told before they begin.
pub struct Start {
    pub survey: Survey,
    pub questions: usize,
    pub extensions: Vec<Extension>,
}

pub fn start(visit: &Visit, start: &Start) -> Page {
    let say = words(visit.language);
    let Start { survey, questions, extensions } = start;
    let department = visit.premises.sign.now().name(visit.language).to_owned();
    let name = survey.name(visit.language);
    let main = html! {
        div.stack-s {
            h1 { (name) }
            @if !department.is_empty() { p { ((say.asks)(&department)) } }
            @if let Some(window) = survey.state.window() { (facts(visit.language, say, &survey.state, window, *questions)) }
            @for extension in extensions { (extended(visit.language, say, extension)) }
            p.b { (say.label) }
        }
        section.card.stack aria-labelledby="where" {
            h2 #where { (say.where_answers_go) }
            ul.facts {
                li.fx { (Icon::Lock) span { (say.no_name) } }
                li.fx { (Icon::Time) span { (say.work) } }
                li.fx { (Icon::Person) span { ((say.shown_from)(survey.k())) } }
                li.fx { (Icon::Info) span { (say.limit) } }
            }
        }
        @match survey.state {
            State::Open { .. } => (door(say, survey.id)),
            State::Scheduled { .. } | State::Draft { .. } => { (parts::note(say.not_open_title)) button.btn disabled { (say.start) } },
            State::Closed { .. } | State::Published { .. } => (parts::note(say.closed_title)),
        }
    };
    visit.page(name, Width::Column, &main)
}

fn facts(language: Language, say: &Words, state: &State, window: Window, questions: usize) -> Markup {
    let moment = |moment| moment_in_words(language, moment);
    let when = match state {
        State::Draft { .. } | State::Scheduled { .. } => (say.opens)(&moment(window.opens)),
        State::Open { .. } => (say.until)(&moment(window.closes)),
        State::Closed { closed, .. } | State::Published { closed, .. } => (say.closed)(&moment(*closed)),
    };
    html! { p.muted { ((say.questions)(questions)) " · " (when) } }
}

fn extended(language: Language, say: &Words, extension: &Extension) -> Markup {
    let [before, after] = [extension.before, extension.after].map(|moment| moment_in_words(language, moment));
    html! { p.small { ((say.extended)(&before, &after)) } }
}

/// The script says here how far it is.
fn door(say: &Words, survey: SurveyId) -> Markup {
    html! {
        div.stack data-door=(survey) {
            noscript { (parts::warning(say.without_script)) }
            div role="status" {
                p data-say="working" hidden { (say.working) }
                p data-say="ready" hidden { (say.ready) }
                p data-say="failed" hidden { (say.failed) }
            }
            button.btn disabled { (say.start) }
            script type="module" src=(assets::ADMISSION) {}
        }
    }
}

/// Both languages on one sheet, and nothing about any person. `address`: where the code leads.
pub fn poster(visit: &Visit, survey: &Survey, address: &str) -> Page {
    let say = words(visit.language);
    let masthead = visit.premises.sign.now();
    let short = address.trim_start_matches("https://").trim_start_matches("http://");
    let main = html! {
        div.stack-s.noprint {
            p.small { a href=(visit.to(at::SURVEYS)) { (say.surveys) } }
            p { (say.poster_lead) }
            @if survey.state.window().is_none() { (parts::note(say.no_window)) }
        }
        section.card.stack.center.poster {
            (side(Language::Thai, survey, masthead.name(Language::Thai), true))
            (qr::picture(address, say.code))
            p.small { span lang="th" { (words(Language::Thai).scan) } br; span lang="en" { (words(Language::English).scan) } }
            p.b translate="no" { (short) }
            (side(Language::English, survey, masthead.name(Language::English), false))
        }
    };
    visit.page(say.poster, Width::Column, &main)
}

/// What is said in one language.
fn side(language: Language, survey: &Survey, department: &str, is_title: bool) -> Markup {
    let say = words(language);
    html! {
        div.stack-s lang=(language.code()) {
            @if is_title { h1 { (survey.name(language)) } } @else { h2 { (survey.name(language)) } }
            @if !department.is_empty() { p { ((say.asks)(department)) } }
            @if let Some(window) = survey.state.window() { p.b { ((say.until)(&moment_in_words(language, window.closes))) } }
            p.small { (if survey.terms.door == Door::OpenLink { say.limit } else { say.roll_only }) }
        }
    }
}
