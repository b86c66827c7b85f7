//! One round: how far it is, what is still to do, and what may be done with it now.

use maud::{Markup, html};

pub use super::heading::Head;
use super::{heading, steps::steps};
use crate::{
    authoring::Version,
    clock::Moment,
    language::moment_in_words,
    rounds::{
        Obstacle,
        words::{obstacle_in_words, overview::words},
    },
    surveys::{Door, State},
    web::{Page, Visit, Width, at, parts},
};

/// A round with everything its page shows. Nothing that anybody answered is in it.
pub struct Scene {
    pub head: Head,
    pub version: Option<Version>,
    /// What stands in the way today.
    pub obstacles: Vec<Obstacle>,
    /// Why it could not open at its minute.
    pub trouble: Vec<Obstacle>,
    /// How many are on the roll, once it is drawn up.
    pub on_roll: Option<i32>,
    pub may_change: bool,
    pub may_keep_roll: bool,
    pub now: Moment,
}

pub fn round(visit: &Visit, scene: &Scene) -> Page {
    let survey = &scene.head.survey;
    let main = html! {
        (done(visit))
        (heading::of_round(visit, &scene.head))
        (now(visit, scene))
        (steps(visit, scene))
        (acts(visit, scene))
    };
    visit.page(survey.name(visit.language), Width::Wide, &main)
}

fn done(visit: &Visit) -> Markup {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("planned") => Some(say.planned),
        Some("scheduled") => Some(say.scheduled),
        Some("unscheduled") => Some(say.unscheduled),
        Some("extended") => Some(say.extended),
        Some("published") => Some(say.published),
        Some("saved") => Some(say.saved),
        _ => None,
    };
    html! { @if let Some(done) = done { (parts::done(done)) } }
}

/// How far it is, in a sentence or two.
fn now(visit: &Visit, scene: &Scene) -> Markup {
    let say = words(visit.language);
    let moment = |moment: Moment| moment_in_words(visit.language, moment);
    html! {
        @match &scene.head.survey.state {
            State::Draft { .. } => {},
            State::Scheduled { window, .. } => (card(say.now, &html! {
                @if scene.trouble.is_empty() {
                    p { ((say.opens_at)(&moment(window.opens))) }
                    @if scene.obstacles.is_empty() {
                        p.muted { (say.opens_meaning) }
                    } @else {
                        (parts::warning(say.still_missing))
                        (reasons(visit, &scene.obstacles))
                    }
                } @else {
                    (parts::warning(say.trouble))
                    (reasons(visit, &scene.trouble))
                    p.muted { (say.trouble_meaning) }
                }
            })),
            State::Open { window, .. } => (card(say.now, &html! {
                p.b { (days_left(visit, scene.now, window.closes)) }
                p { ((say.closes_at)(&moment(window.closes))) }
                (parts::note(say.while_open))
                @if scene.on_roll.is_some() { p { a href=(visit.to(&at::participation(scene.head.survey.id))) { (say.participation) } } }
            })),
            State::Closed { closed, .. } => (card(say.now, &html! {
                p { ((say.closed_at)(&moment(*closed))) }
                p.muted { (say.closed_meaning) }
                @if scene.on_roll.is_some() { p { a href=(visit.to(&at::participation(scene.head.survey.id))) { (say.participation) } } }
            })),
            State::Published { published, .. } => (card(say.now, &html! { p { ((say.published_at)(&moment(*published))) } })),
        }
    }
}

fn card(title: &str, said: &Markup) -> Markup {
    html! { section.card.stack aria-labelledby="now" { h2 #now { (title) } (said) } }
}

fn reasons(visit: &Visit, obstacles: &[Obstacle]) -> Markup {
    html! { div.prose { ul { @for obstacle in obstacles { li { (obstacle_in_words(visit.language, obstacle)) } } } } }
}

fn days_left(visit: &Visit, now: Moment, closes: Moment) -> String {
    let say = words(visit.language);
    match now.day().until(closes.day()).map_or(0, |span| span.get_days()) {
        days if days > 0 => (say.days_left)(days),
        _ => say.last_day.to_owned(),
    }
}

/// What may be done with it now: one thing that comes next, and the others.
fn acts(visit: &Visit, scene: &Scene) -> Markup {
    let say = words(visit.language);
    let survey = &scene.head.survey;
    let id = survey.id;
    let link = |class: &str, address: &str, label: &str| html! { a class=(class) href=(visit.to(address)) { (label) } };
    html! {
        div.acts {
            @if scene.may_change {
                @match survey.state {
                    State::Draft { .. } if survey.instrument.is_none() => (link("btn", &at::round_form(id), say.choose_questions)),
                    State::Draft { .. } => (link("btn", &at::round_schedule(id), say.set_time)),
                    State::Scheduled { .. } => (visit.button(&at::round_unschedule(id), "btn alt", say.unschedule)),
                    State::Open { .. } => (link("btn alt", &at::round_extension(id), say.extend)),
                    State::Closed { .. } => {
                        (link("btn", &at::results(id, ""), say.results))
                        (link("btn alt", &at::round_publication(id), say.publish))
                        (link("btn alt", &at::round_plan(id), say.plan))
                    },
                    State::Published { .. } => {
                        (link("btn", &at::results(id, ""), say.results))
                        (link("btn alt", &at::round_publication(id), say.change_published))
                        (link("btn alt", &at::round_plan(id), say.plan))
                    },
                }
            }
            a href=(visit.to(&at::survey(id))) { (say.public_page) }
            a href=(visit.to(&at::letters(id))) { (say.letters) }
            a href=(visit.to(&at::announcement(id))) { (say.announcement) }
            @if !survey.state.is_draft() {
                @if survey.terms.door == Door::OpenLink { a href=(visit.to(&at::open_link(id))) { (say.open_link) } }
                a href=(visit.to(&at::poster(id))) { (say.poster) }
                @if scene.may_keep_roll && survey.terms.door == Door::Roll {
                    a href=(visit.to(&at::slips(id))) { (say.slips) }
                    a href=(visit.to(&at::reminders(id))) { (say.remind) }
                }
            }
            @if scene.may_change && survey.state.is_draft() { (link("btn alt bad s", &at::round_removal(id), say.remove)) }
        }
    }
}
