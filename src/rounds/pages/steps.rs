//! What there is to do before a round opens, in order: what is done, what is missing, and where.

use maud::{Markup, html};

use super::overview::Scene;
use crate::{
    people::words::counted::people,
    rounds::{
        Obstacle,
        words::{
            obstacle_in_words,
            overview::words,
            promises::{comments_in_words, door_in_words, release_in_words, target_in_words},
        },
    },
    surveys::{Door, words::window_in_words},
    web::{
        Visit, at,
        parts::{self, Tone},
    },
};

pub fn steps(visit: &Visit, scene: &Scene) -> Markup {
    let say = words(visit.language);
    html! {
        section.card.stack aria-labelledby="steps" {
            h2 #steps { @if scene.head.survey.state.has_opened() { (say.settled) } @else { (say.steps) } }
            ol.rank.nx {
                (questions(visit, scene))
                (promises(visit, scene))
                (who(visit, scene))
                (when(visit, scene))
            }
        }
    }
}

/// The step an obstacle belongs to: what is not HR's and not a matter of time lies in the questions.
fn of_questions(obstacle: &Obstacle) -> bool {
    !obstacle.is_hr_s() && *obstacle != Obstacle::TimePast
}

fn questions(visit: &Visit, scene: &Scene) -> Markup {
    let say = words(visit.language);
    let missing: Vec<_> = scene.obstacles.iter().filter(|obstacle| of_questions(obstacle)).collect();
    let asks = html! {
        @if let Some(version) = &scene.version {
            p { (version.instrument.title.say(visit.language)) }
            p { a href=(visit.to(&at::round_privacy(scene.head.survey.id))) { (say.privacy_check) } }
        }
    };
    let link = scene.may_change.then(|| at::round_form(scene.head.survey.id));
    let changes = scene.head.survey.state.is_draft();
    step(visit, 1, say.questions, &asks, &missing, missing.is_empty(), (link.as_deref(), changes))
}

fn promises(visit: &Visit, scene: &Scene) -> Markup {
    let say = words(visit.language);
    let terms = &scene.head.survey.terms;
    let (language, link) = (visit.language, scene.may_change.then(|| at::round_settings(scene.head.survey.id)));
    let changes = scene.head.survey.state.is_draft();
    let said = html! {
        p { (door_in_words(language, terms.entrance())) " · " ((say.privacy)(terms.k)) " · " (release_in_words(language, terms.release)) }
        p { (crate::rounds::words::promises::words(language).comments) ": " (comments_in_words(language, terms.comments))
            @if let Some(target) = terms.target { " · " (crate::rounds::words::promises::words(language).target) " " (target_in_words(target)) } }
    };
    step(visit, 2, say.promises, &said, &[], true, (link.as_deref(), changes))
}

fn who(visit: &Visit, scene: &Scene) -> Markup {
    let say = words(visit.language);
    let missing: Vec<_> = scene.obstacles.iter().filter(|obstacle| obstacle.is_hr_s()).collect();
    let said = html! {
        @if scene.head.survey.terms.door == Door::OpenLink {
            p { (say.anybody) }
        } @else if let Some(size) = scene.on_roll {
            p { ((say.on_roll)(&people(visit.language, size))) }
        }
    };
    let link = scene.may_keep_roll.then(|| at::eligible(scene.head.survey.id));
    let changes = !scene.head.survey.state.has_opened();
    step(visit, 3, say.who, &said, &missing, missing.is_empty(), (link.as_deref(), changes))
}

fn when(visit: &Visit, scene: &Scene) -> Markup {
    let say = words(visit.language);
    let survey = &scene.head.survey;
    let said = html! {
        @match survey.state.window() {
            Some(window) => p { (window_in_words(visit.language, window)) },
            None => p.muted { (say.no_window) },
        }
    };
    let link = (scene.may_change && survey.state.is_draft()).then(|| at::round_schedule(survey.id));
    step(visit, 4, say.when, &said, &[], !survey.state.is_draft(), (link.as_deref(), true))
}

fn step(
    visit: &Visit,
    number: u8,
    title: &str,
    said: &Markup,
    missing: &[&Obstacle],
    is_done: bool,
    (link, changes): (Option<&str>, bool),
) -> Markup {
    let say = words(visit.language);
    let label = if changes { say.change } else { say.look };
    let tag = if is_done { parts::tag(Tone::Good, say.done) } else { parts::tag(Tone::Watch, say.missing) };
    html! {
        li {
            span.n aria-hidden="true" { (number) }
            div.stack-s {
                div.row { h3 { (title) } (tag) }
                (said)
                @for obstacle in missing { p { (obstacle_in_words(visit.language, obstacle)) } }
                @if let Some(link) = link { p { a.btn.alt.s href=(visit.to(link)) { (label) span.vh { " " (title) } } } }
            }
        }
    }
}
