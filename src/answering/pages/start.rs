//! The start page of somebody's own link, in every state; and the tick and the button that begin.
//!
//! Nothing in its title or its preview tells whose link it is, or what it is about.

use maud::{Markup, html};

use super::facts::{checkable, where_answers_go};
use crate::{
    answering::{
        sitting::{Posted, Sitting},
        way::Way,
        words,
    },
    credentials::issue::Stage,
    instruments::minutes_for,
    language::moment_in_words,
    papers::Door,
    surveys::State,
    web::{Page, Visit, Width, assets, at, parts},
};

pub fn start(visit: &Visit, sitting: &Sitting) -> Page {
    let say = words::start(visit.language);
    let main = match (sitting.stage, &sitting.posted) {
        (Stage::NotOpenYet, _) => not_open(visit, sitting),
        (Stage::Closed, _) => closed(visit, sitting),
        (Stage::Open, _) if sitting.is_spent => already(visit, sitting),
        (Stage::Open, None) => preparing(visit, sitting),
        (Stage::Open, Some(posted)) => open(visit, sitting, posted),
    };
    visit.page(say.title, Width::Column, &main)
}

fn open(visit: &Visit, sitting: &Sitting, posted: &Posted) -> Markup {
    let say = words::start(visit.language);
    html! {
        (request(visit, sitting, posted))
        @if sitting.is_nobodys() { (parts::note(say.nobodys)) }
        (where_answers_go(visit, sitting, posted))
        (begin(visit, sitting, posted, &html! {}))
        (checkable(visit.language, sitting, posted))
        @if let Way::Personal(link) = &sitting.way {
            @if sitting.is_nobodys() {
                p.small.muted { (say.nobodys_once) }
                p.small { a href=(visit.to(&at::personal_stored(link))) { (say.nobodys_stored_link) } }
            } @else {
                p.small.muted { (say.yours_alone) }
                p.small {
                    a href=(visit.to(&at::personal_stored(link))) { (say.stored_link) } " · "
                    a href=(visit.to(&at::personal_stop(link))) { (say.stop_link) }
                }
            }
        }
        script type="module" src=(assets::START) {}
    }
}

/// Who is asked for what, how long it takes, and until when.
fn request(visit: &Visit, sitting: &Sitting, posted: &Posted) -> Markup {
    let say = words::start(visit.language);
    let questions = posted.paper.instrument.questions();
    html! {
        div.stack {
            p.small.muted { (sitting.survey.name(visit.language)) }
            h1 { (if posted.paper.door == Door::Roll { say.asks_staff } else { say.asks_anyone }) }
            p {
                ((say.length)(questions, minutes_for(questions))) " "
                @if let Some(closes) = sitting.closes() { (say.until) " " b.nb { (moment_in_words(visit.language, closes)) } }
            }
            @for extension in &sitting.extensions {
                @let [before, after] = [extension.before, extension.after].map(|moment| moment_in_words(visit.language, moment));
                p.small { ((say.extended)(&before, &after)) }
            }
        }
    }
}

/// The button. Browsers with scripts are led to the page for them; what they see meanwhile, the script shows.
pub fn begin(visit: &Visit, sitting: &Sitting, posted: &Posted, fields: &Markup) -> Markup {
    let say = words::start(visit.language);
    let weaker = if posted.paper.without_script { say.weaker } else { say.weaker_refused };
    html! {
        form.stack method="post" action=(visit.to(&sitting.way.page(1))) data-start data-capable=(visit.to(&sitting.way.answer())) novalidate {
            (fields)
            noscript { (parts::warning(weaker)) }
            div data-say="weaker" hidden { (parts::warning(weaker)) }
            button.btn.wide name="go" value="show" { (say.start) }
            p.small.muted { (say.not_recorded) }
        }
    }
}

fn not_open(visit: &Visit, sitting: &Sitting) -> Markup {
    let say = words::start(visit.language);
    let opens = sitting.survey.state.window().map(|window| moment_in_words(visit.language, window.opens));
    html! {
        (titled(visit, sitting, say.not_open_title))
        @if let Some(opens) = opens { (parts::note(&(say.not_open)(&opens))) }
    }
}

fn closed(visit: &Visit, sitting: &Sitting) -> Markup {
    let say = words::start(visit.language);
    let closed = sitting.closes().map(|closes| moment_in_words(visit.language, closes));
    html! {
        (titled(visit, sitting, say.closed_title))
        @if let Some(closed) = closed { (parts::note(&(say.closed)(&closed))) }
        (goes_on(visit, sitting))
        @let is_published = matches!(sitting.survey.state, State::Published { .. });
        @let results = if is_published { at::published(sitting.survey.id) } else { at::survey(sitting.survey.id) };
        p { a href=(visit.to(&results)) { (say.results) } }
    }
}

/// Whoever holds the link may have been used by somebody else, so it says whom to ask.
fn already(visit: &Visit, sitting: &Sitting) -> Markup {
    let say = words::start(visit.language);
    let masthead = visit.premises.sign.now();
    html! {
        (titled(visit, sitting, say.already_title))
        (parts::done(say.already))
        (goes_on(visit, sitting))
        div.stack {
            @if let Some(closes) = sitting.closes() { p { ((say.replaceable)(&moment_in_words(visit.language, closes))) } }
            p { a.btn.alt href=(visit.to(&at::replace(sitting.survey.id))) { (say.replace) } }
            p { ((say.not_you)(masthead.contact(visit.language))) }
            @if let Way::Personal(link) = &sitting.way {
                p.small { a href=(visit.to(&at::personal_stored(link))) { (if sitting.is_nobodys() { say.nobodys_stored_link } else { say.stored_link }) } }
            }
        }
    }
}

/// A browser that was stopped between the doors goes on with what it has kept.
fn goes_on(visit: &Visit, sitting: &Sitting) -> Markup {
    let Way::Personal(link) = &sitting.way else { return html! {} };
    html! {
        @if sitting.is_taken && sitting.posted.is_some() {
            div data-resume={ (sitting.survey.id) " " (link) } data-capable=(visit.to(&sitting.way.answer())) {}
            script type="module" src=(assets::START) {}
        }
    }
}

fn preparing(visit: &Visit, sitting: &Sitting) -> Markup {
    let say = words::start(visit.language);
    html! {
        (titled(visit, sitting, say.preparing_title))
        (parts::note(say.preparing))
        p { a.btn href=(visit.to(&sitting.way.start())) { (say.again) } }
    }
}

pub fn titled(visit: &Visit, sitting: &Sitting, title: &str) -> Markup {
    html! { div.stack-s { p.small.muted { (sitting.survey.name(visit.language)) } h1 { (title) } } }
}
