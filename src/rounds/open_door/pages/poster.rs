//! A poster for a wall, on one sheet of A4.

use maud::{Markup, html};

use super::qr;
use crate::{
    language::{Language, moment_in_words},
    rounds::open_door::words::words,
    surveys::{Door, Survey},
    web::{Page, Visit, Width, at, parts},
};

/// Both languages on one sheet, and nothing about any person. `address`: where the code leads.
pub fn poster(visit: &Visit, survey: &Survey, address: &str) -> Page {
    let say = words(visit.language);
    let masthead = visit.premises.sign.now();
    let short = address.trim_start_matches("https://").trim_start_matches("http://");
    let main = html! {
        div.stack-s.noprint {
            p.small { a href=(visit.to(at::SURVEYS)) { (say.surveys) } }
            p { (say.poster_lead) }
            @if survey.state.window().is_none() { (parts::note(say.no_window)) }
        }
        section.card.stack.center.poster {
            (side(Language::Thai, survey, masthead.name(Language::Thai), true))
            (qr::picture(address, say.code))
            p.small { span lang="th" { (words(Language::Thai).scan) } br; span lang="en" { (words(Language::English).scan) } }
            p.b translate="no" { (short) }
            (side(Language::English, survey, masthead.name(Language::English), false))
        }
    };
    visit.page(say.poster, Width::Column, &main)
}

/// What is said in one language.
fn side(language: Language, survey: &Survey, department: &str, is_title: bool) -> Markup {
    let say = words(language);
    html! {
        div.stack-s lang=(language.code()) {
            @if is_title { h1 { (survey.name(language)) } } @else { h2 { (survey.name(language)) } }
            @if !department.is_empty() { p { ((say.asks)(department)) } }
            @if let Some(window) = survey.state.window() { p.b { ((say.until)(&moment_in_words(language, window.closes))) } }
            p.small { (if survey.terms.door == Door::OpenLink { say.limit } else { say.roll_only }) }
        }
    }
}
