//! Where answers go: the facts and the limit, and what can be checked by those who want to.

use maud::{Markup, html};

use crate::{
    answering::{
        sitting::{Posted, Sitting},
        words,
    },
    instruments::{Asks, Instrument},
    language::Language,
    web::{Icon, Visit, at},
};

pub fn where_answers_go(visit: &Visit, sitting: &Sitting, posted: &Posted) -> Markup {
    let say = words::start(visit.language);
    let paper = &posted.paper;
    html! {
        section.card.stack aria-labelledby="where" {
            h2 #where { (say.where_answers_go) }
            ul.facts {
                li.fx { (Icon::Done) span { b { (say.apart[0]) } " " (say.apart[1]) } }
                li.fx { (Icon::Done) span { b { (say.totals) } " " ((say.totals_k)(paper.k)) } }
                li.fx { (Icon::Done) span { b { (say.sealed) } " " ((say.sealed_rule)(paper.release, paper.k)) } }
                @if sitting.is_nobodys() {
                    li.fx { (Icon::Done) span { b { (say.nobodys_reminders[0]) } " " (say.nobodys_reminders[1]) } }
                } @else if sitting.stratum.is_some() {
                    li.fx { (Icon::Done) span { b { (say.reminders[0]) } " " (say.reminders[1]) } }
                }
                li.fx { (Icon::Warning) span {
                    b { (say.limit) } " " (if has_texts(&paper.instrument) { say.limit_text } else { say.limit_no_text })
                } }
            }
            p { a href=(visit.to(at::ABOUT_ANSWERS)) { (say.more) } }
        }
    }
}

pub fn checkable(language: Language, sitting: &Sitting, posted: &Posted) -> Markup {
    let say = words::start(language);
    let key = sitting.stratum.and_then(|stratum| posted.paper.stratum(stratum)).or(match &posted.paper.strata[..] {
        [only] => Some(only),
        _ => None,
    });
    html! {
        details.note {
            summary { (Icon::Info) span { (say.checkable) } }
            div.stack-s {
                p.small { (say.paper_hash) br; code translate="no" { (posted.hash.to_hex()) } }
                @if let Some(key) = key { p.small { (say.fingerprint) br; code translate="no" { (key.fingerprint) } } }
                p.small { (say.checkable_meaning) }
            }
        }
    }
}

/// The short note on every page of questions.
pub fn nobody_sees(language: Language, k: u32) -> Markup {
    let say = words::handing_in(language);
    html! {
        details.note {
            summary { (Icon::Lock) span { (say.nobody_sees) } }
            div.facts {
                @for fact in say.nobody_sees_facts { div { (Icon::Done) span { (fact) } } }
                div { (Icon::Done) span { ((say.shown_from)(k)) } }
            }
        }
    }
}

fn has_texts(instrument: &Instrument) -> bool {
    instrument.items().any(|item| matches!(item.asks, Asks::ShortText { .. } | Asks::LongText { .. }))
}
