//! After handing in: the receipt, once; and a page without it that can be kept open or bookmarked.

use maud::{Markup, html};

use crate::{
    answering::{luggage::Seed, sitting::Sitting, words},
    language::{Language, moment_in_words},
    urn::Cast,
    web::{Icon, Page, Visit, Width, at},
};

pub fn sent(visit: &Visit, sitting: &Sitting, k: u32, seed: &Seed, cast: Cast) -> Page {
    let say = words::handing_in(visit.language);
    let main = html! {
        section.panel { h1 { (say.sent_title) } p { (if cast == Cast::Replaced { say.replaced } else { say.sent }) } }
        (receipt(visit.language, sitting, &seed.in_groups(), &html! {}))
        (what_happens(visit, sitting, k))
        p { a.btn.alt href=(visit.to(at::THANKS)) { (say.finish) } }
    };
    visit.standing_at("").page(say.sent_title, Width::Column, &main)
}

/// `groups`: the digits, empty where a script puts them.
pub fn receipt(language: Language, sitting: &Sitting, groups: &str, below: &Markup) -> Markup {
    let say = words::handing_in(language);
    html! {
        section.card.stack.center aria-labelledby="receipt" {
            h2 #receipt { (say.receipt) }
            p.code translate="no" data-receipt { (groups) }
            (below)
            p.b { (say.receipt_keep) }
            @if let Some(closes) = sitting.closes() { p.small { ((say.receipt_for)(&moment_in_words(language, closes))) } }
            p.small.muted { (say.receipt_silent) }
        }
    }
}

pub fn what_happens(visit: &Visit, sitting: &Sitting, k: u32) -> Markup {
    let say = words::handing_in(visit.language);
    let steps = [
        sitting.stratum.map(|_| say.no_more_reminders.to_owned()),
        sitting.closes().map(|closes| (say.then_opened)(&moment_in_words(visit.language, closes))),
        Some((say.then_shown)(k)),
    ];
    html! {
        section.stack {
            h2 { (say.what_happens) }
            ol.rank.nx {
                @for (number, step) in (1..).zip(steps.iter().flatten()) {
                    li { span.n { (number) } span { (step) } }
                }
            }
        }
        p.small.muted { (say.close_page) }
        p.small {
            a href=(visit.to(&at::survey(sitting.survey.id))) { (sitting.survey.name(visit.language)) } " · "
            a href=(visit.to(at::ABOUT_ANSWERS)) { (words::start(visit.language).more) }
        }
    }
}

/// `GET` of it means nothing: whoever opens it, it knows of nothing they did.
pub fn thanks(visit: &Visit) -> Page {
    let say = words::handing_in(visit.language);
    let main = html! {
        section.panel { (Icon::Done) h1 { (say.thanks_title) } p { (say.thanks) } }
        p { (say.thanks_open) }
        p { a href=(visit.to(at::ABOUT_ANSWERS)) { (words::start(visit.language).more) } }
    };
    visit.page(say.thanks_title, Width::Column, &main)
}
