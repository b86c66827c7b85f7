//! One page of questions for a browser without scripts: it carries what was answered on the others along.
//!
//! The first button is the one that Enter presses, so "next" stands before all others.

use maud::{Markup, html};

use super::facts::nobody_sees;
use crate::{
    answering::{
        luggage::Luggage,
        sitting::{Posted, Sitting},
        turning::Turning,
        words,
    },
    asking::{self, Fault, Fields, Sheet},
    instruments::Answers,
    language::Language,
    web::{Page, Visit, Width},
};

/// A page, and how it came to be shown.
pub struct Turned<'it> {
    pub turning: &'it Turning<'it>,
    pub luggage: &'it Luggage,
    pub number: usize,
    pub faults: &'it [Fault],
}

pub fn sheet(visit: &Visit, sitting: &Sitting, posted: &Posted, turned: &Turned) -> Page {
    let say = words::handing_in(visit.language);
    let Turned { turning, luggage, number, faults } = turned;
    let sheet = Sheet {
        instrument: turning.instrument,
        language: visit.language,
        answers: &turning.answers,
        fields: &turning.fields,
        faults,
        for_scripts: false,
    };
    let address = sitting.way.page(number);
    let main = html! {
        form.stack-l method="post" action=(visit.to(&address)) novalidate {
            @if let Some(page) = turning.page(*number) { (asking::part(&sheet, page)) }
            (asking::carried(&turning.elsewhere(*number)))
            (carried(luggage))
            div.nav2 {
                button.btn name="go" value="next" { (say.next) }
                @if turning.before(*number).is_some() { button.btn.alt name="go" value="back" { (say.back) } }
            }
            (nobody_sees(visit.language, posted.paper.k))
            p.small.muted { (say.check_later) " " (say.keeps_nothing) }
            (language_switch(visit.language))
        }
    };
    let title = words::start(visit.language).title;
    visit.standing_at("").page_with_faults(title, Width::Column, &asking::faults(&sheet), &main)
}

/// Keeps what is chosen, where a link would lose it.
pub fn language_switch(language: Language) -> Markup {
    let other = language.other();
    html! {
        p { button.link name="lang" value=(other.code()) lang=(other.code()) { (words::handing_in(language).other_language) } }
    }
}

/// All that was answered, for the pages that ask nothing.
pub fn all_carried(turning: &Turning, luggage: &Luggage) -> Markup {
    html! { (asking::carried(&turning.fields)) (carried(luggage)) }
}

fn carried(luggage: &Luggage) -> Markup {
    html! { @for (name, value) in luggage.fields() { input type="hidden" name=(name) value=(value); } }
}

/// A sheet for scripts, where nothing is filled in yet.
pub fn empty<'it>(
    instrument: &'it crate::instruments::Instrument,
    language: Language,
    answers: &'it Answers,
    fields: &'it Fields,
) -> Sheet<'it> {
    Sheet { instrument, language, answers, fields, faults: &[], for_scripts: true }
}
