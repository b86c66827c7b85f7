//! Addresses that no letter reaches: the list, and the note on a person's page.

use maud::{Markup, html};

use crate::{
    language::dates,
    people::{
        Unreached,
        words::{roster::words as list_words, unreached::words},
    },
    web::{
        Page, Visit, Width, at,
        parts::{self, Tone},
    },
};

pub fn unreached(visit: &Visit, people: &[Unreached]) -> Page {
    let (say, list) = (words(visit.language), list_words(visit.language));
    let main = html! {
        @if visit.done() == Some("again") { (parts::done(say.tried)) }
        div.stack-s {
            p.small { a href=(visit.to(at::ROSTER)) { (list.roster) } }
            h1 { (say.title) }
            p.muted { (say.lead) }
        }
        @if people.is_empty() {
            (parts::empty(say.nobody, &html! {}))
        } @else {
            div.card { (parts::table(say.title, &table(visit, people))) }
            (visit.form(at::UNDELIVERABLE_AGAIN, &html! { button.btn.alt { (say.try_all) } }))
        }
    };
    visit.page(say.title, Width::Wide, &main)
}

fn table(visit: &Visit, people: &[Unreached]) -> Markup {
    let (say, list) = (words(visit.language), list_words(visit.language));
    html! {
        table.rows {
            thead { tr {
                th scope="col" { (list.name) } th scope="col" { (list.unit) } th scope="col" { (list.email) }
                th scope="col" { (say.reason) } th scope="col" { (say.found) } th scope="col" { span.vh { (say.correct) } }
            } }
            tbody {
                @for person in people {
                    tr {
                        th scope="row" { (person.name.as_str()) br; span.small.muted { (person.number.as_str()) } }
                        td.nb { (person.unit.as_str()) }
                        td.small { (person.email.reveal()) }
                        td { ((say.reasons)(person.fault)) }
                        td { (dates::short_with_era(person.found, visit.language)) }
                        td.do {
                            a href=(visit.to(&at::roster_person(person.id))) { (say.correct) }
                            form method="post" action=(visit.to(at::UNDELIVERABLE_AGAIN)) {
                                (visit.key_field())
                                button.btn.s.alt name="person" value=(person.id) { (say.try_one) span.vh { " " (person.name.as_str()) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// On the page of somebody whom letters do not reach.
pub fn mark(visit: &Visit, person: &Unreached) -> Markup {
    let say = words(visit.language);
    html! {
        section.card.stack-s {
            p { (parts::tag(Tone::Watch, say.tag)) }
            p { ((say.reasons)(person.fault)) " · " (say.found) " " (dates::short_with_era(person.found, visit.language)) }
            p.small.muted { (say.what_to_do) }
        }
    }
}
