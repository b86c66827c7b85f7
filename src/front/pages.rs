//! The front pages.

use maud::html;

use super::words::{Section, words};
use crate::{
    clock::Moment,
    ids::SurveyId,
    language::dates,
    papers::InBoth,
    results::publication::pages::latest,
    surveys::Survey,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field},
    },
};

/// `code`: what was typed as a code, if that was none. `open`: rounds that take answers, and until when. `published`: the latest few.
pub fn home(
    visit: &Visit,
    open: &[(Survey, Moment)],
    published: &[(SurveyId, InBoth, String)],
    code: &str,
    faults: &Faults,
) -> Page {
    let say = words(visit.language);
    let masthead = visit.premises.sign.now();
    let main = html! {
        div.stack {
            h1 { (say.welcome) }
            p { ((say.lead)(masthead.name(visit.language))) }
        }
        section.card.stack aria-labelledby="slip" {
            h2 #slip { (say.has_code) }
            form.stack method="post" action=(visit.to(at::CODE)) novalidate {
                (Field::code("code", say.code, faults).long().hint(say.code_hint).value(code))
                button.btn { (say.start) }
            }
        }
        @if open.is_empty() {
            (parts::empty(say.nothing_open, &html! { p.small.muted { (say.nothing_open_lead) } }))
        } @else {
            section.card.stack aria-labelledby="open" {
                h2 #open { (say.open_now) }
                ul.plain.stack-s {
                    @for (survey, closes) in open {
                        li { b { (survey.name(visit.language)) } " · " ((say.until)(&dates::short(closes.day(), visit.language))) }
                    }
                }
            }
        }
        section.card.stack aria-labelledby="clinic" {
            h2 #clinic { (say.clinic) }
            p { (say.clinic_lead) }
            p { a.btn.alt href=(visit.to(at::CLINIC)) { (say.to_clinic) } }
        }
        (latest(visit, published))
        section.card.stack aria-labelledby="facts" {
            h2 #facts { (say.promise) }
            ul.facts { @for (strong, rest) in say.facts { li.fx { (crate::web::Icon::Done) span { b { (strong) } " " (rest) } } } }
        }
    };
    visit.page_with_faults(say.welcome, Width::Column, faults, &main)
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
