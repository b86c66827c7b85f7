//! The front pages.

use maud::html;

use super::words::{Section, words};
use crate::web::{Page, Visit, Width, parts};

pub fn home(visit: &Visit) -> Page {
    let say = words(visit.language);
    let masthead = visit.premises.sign.now();
    let main = html! {
        div.stack {
            h1 { (say.welcome) }
            p { ((say.lead)(masthead.name(visit.language))) }
        }
        (parts::empty(say.nothing_open, &html! { p.small.muted { (say.nothing_open_lead) } }))
        section.card.stack aria-labelledby="facts" {
            h2 #facts { (say.promise) }
            ul.facts { @for (strong, rest) in say.facts { li.fx { (crate::web::Icon::Done) span { b { (strong) } " " (rest) } } } }
        }
    };
    visit.page(say.welcome, Width::Column, &main)
}

pub fn privacy(visit: &Visit) -> Page {
    let say = words(visit.language);
    prose(visit, say.privacy, &say.privacy_sections)
}

pub fn accessibility(visit: &Visit) -> Page {
    let say = words(visit.language);
    prose(visit, say.accessibility, &say.accessibility_sections)
}

pub fn contact(visit: &Visit) -> Page {
    let say = words(visit.language);
    let masthead = visit.premises.sign.now();
    let contact = masthead.contact(visit.language);
    let main = html! {
        div.prose.stack {
            h1 { (say.contact) }
            p { b { (masthead.name(visit.language)) } }
            p { @if contact.is_empty() { (say.no_contact) } @else { (contact) } }
        }
    };
    visit.page(say.contact, Width::Column, &main)
}

fn prose(visit: &Visit, title: &str, sections: &[Section]) -> Page {
    let main = html! {
        div.prose.stack {
            h1 { (title) }
            @for section in sections {
                h2 { (section.title) }
                @for paragraph in section.paragraphs { p { (paragraph) } }
            }
        }
    };
    visit.page(title, Width::Column, &main)
}
