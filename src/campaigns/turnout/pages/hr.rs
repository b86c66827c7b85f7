//! Where HR sees where every open round stands.

use jiff::civil::Date;
use maud::{Markup, html};

use super::participation::{headline, measured};
use crate::{
    campaigns::turnout::{look::Seen, words::words},
    clock::Moment,
    language::dates,
    rounds::words::overview,
    web::{Page, Visit, Width, at, parts},
};

/// An open round, and what is known of its letters.
pub struct OpenRound {
    pub seen: Seen,
    /// People whom no letter reaches.
    pub undeliverable: usize,
    pub next_reminder: Option<Date>,
}

pub fn show(visit: &Visit, rounds: &[OpenRound], has_roster: bool, now: Moment) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.where_we_are) }
        @if !has_roster {
            (parts::empty(say.no_roster, &html! { p { a.btn href=(visit.to(at::IMPORT)) { (say.import) } } }))
        } @else if rounds.is_empty() {
            (parts::empty(say.no_round, &html! { p { a href=(visit.to(at::SURVEYS)) { (say.see_rounds) } } }))
        }
        @for round in rounds { (open_round(visit, round, now)) }
        p { a href=(visit.to(at::HOLIDAYS)) { (say.holidays) } }
    };
    visit.page(say.where_we_are, Width::Column, &main)
}

fn open_round(visit: &Visit, round: &OpenRound, now: Moment) -> Markup {
    let say = words(visit.language);
    let survey = &round.seen.survey;
    let id = survey.id;
    let link = |address: &str, label: &str| html! { a.btn.s.alt href=(visit.to(address)) { (label) } };
    html! {
        section.card.stack {
            div.stack-s {
                p.small.muted {
                    (survey.name(visit.language)) " · "
                    ((overview::words(visit.language).round_of)(&survey.year.name(visit.language), survey.round))
                }
                h2 { (headline(say, &round.seen)) }
            }
            (measured(visit, &round.seen, now))
            @if round.seen.is_to_be_warned_of() { (parts::warning(say.warning)) }
            @if round.undeliverable > 0 {
                p { a href=(visit.to(at::UNDELIVERABLE)) { ((say.undeliverable)(round.undeliverable)) } }
            }
            @if let Some(day) = round.next_reminder { p { ((say.next_reminder)(&dates::short(day, visit.language))) } }
            div.acts {
                a.btn.s href=(visit.to(&at::participation(id))) { (say.see_participation) }
                (link(&at::reminders(id), say.remind))
                (link(&at::slips(id), say.slips))
                (link(&at::letters(id), say.letters))
            }
        }
    }
}
