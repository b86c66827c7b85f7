//! The result of an election on a page: the same for coordinators and, once it is published, for everybody.

use maud::{Markup, html};

use super::{
    Outcome, of,
    paper::counts,
    words::{heading, turnout, words},
};
use crate::{
    asking::rule_in_words,
    language::{Language, digits::grouped},
    results::{
        charts::table,
        pages::{View, files, outer},
    },
    web::{Page, Visit, at, parts},
};

pub fn page(visit: &Visit, view: &View) -> Page {
    let (say, language) = (words(visit.language), visit.language);
    let released = &view.round.released;
    let main = html! {
        (all(&turnout(released, language), released.figures.spoilt.unwrap_or_default(), &of(released), language))
        section.card.stack aria-labelledby="check" {
            h2 #check { (say.check) }
            p { (say.check_lead) }
            p { a href=(visit.to(&at::bulletin_page(view.round.occasion.survey))) { (say.bulletin) } }
        }
        (files(visit, view))
    };
    outer::page(visit, view, "", &main)
}

/// How many voted, and every ballot.
pub fn all(turnout: &str, spoilt: u32, outcomes: &[Outcome], language: Language) -> Markup {
    let say = words(language);
    html! {
        div.stack-s {
            p { b { (turnout) } }
            p.small.muted { (say.spoilt) " " b { (grouped(spoilt.into())) } " (" (say.spoilt_meaning) ")" }
        }
        @for outcome in outcomes { (card(outcome, language)) }
    }
}

/// One ballot: who is chosen, by which rule, and every vote.
fn card(outcome: &Outcome, language: Language) -> Markup {
    let say = words(language);
    let id = format!("vote-{}", outcome.item.code);
    html! {
        section.card.stack aria-labelledby=(id) {
            div.stack-s {
                h2 id=(id) { (heading(outcome, language)) }
                p.muted { (outcome.item.text.say(language)) }
            }
            @if outcome.open_seats > 0 { (parts::warning(&rule_in_words(&outcome.item, language))) }
            (table(&counts(outcome, language)))
            @if outcome.open_seats == 0 { p.small.muted { (say.rule) ": " (rule_in_words(&outcome.item, language)) } }
        }
    }
}
