//! The start page of an open link: who asks, until when, what an open link is; and the door, once it
//! is open.

use maud::{Markup, html};

use crate::{
    clock::Moment,
    ids::SurveyId,
    language::{Language, moment_in_words},
    rounds::open_door::words::{Words, words},
    surveys::{Extension, State, Survey, Window},
    web::{Icon, Page, Visit, Width, assets, at, parts},
};

/// What a visitor is told before they begin.
pub struct Start {
    pub survey: Survey,
    pub now: Moment,
    pub questions: usize,
    pub extensions: Vec<Extension>,
}

pub fn start(visit: &Visit, start: &Start) -> Page {
    let say = words(visit.language);
    let Start { survey, questions, extensions, now } = start;
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
            State::Open { window, .. } if *now < window.closes => (door(visit, say, survey.id)),
            State::Scheduled { .. } | State::Draft { .. } => { (parts::note(say.not_open_title)) button.btn disabled { (say.start) } },
            // A round whose close has come is closed, also before the timetable has seen to it.
            State::Open { .. } | State::Closed { .. } | State::Published { .. } => (parts::note(say.closed_title)),
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
fn door(visit: &Visit, say: &Words, survey: SurveyId) -> Markup {
    html! {
        div.stack data-door=(survey) {
            noscript { (parts::warning(say.without_script)) }
            div role="status" {
                p data-say="working" hidden { (say.working) }
                div.stack data-say="ready" hidden { p { (say.ready) } a.btn.wide href=(visit.to(&at::open_link_answer(survey))) { (say.start) } }
                p data-say="failed" hidden { (say.failed) }
            }
            script type="module" src=(assets::ADMISSION) {}
        }
    }
}
