//! A poster for a wall, on one sheet of A4.

use maud::{Markup, html};

use crate::{
    language::{Language, moment_in_words},
    rounds::open_door::words::words,
    surveys::{Entrance, Survey},
    web::{Page, Visit, Width, at, parts, qr_code},
};

/// Both languages on one sheet, and nothing about any person. `address`: where the code leads; `front`: where the
/// code of a slip is typed.
pub fn poster(visit: &Visit, survey: &Survey, address: &str, front: &str) -> Page {
    let say = words(visit.language);
    let masthead = visit.premises.sign.now();
    let [short, host] = [address, front].map(without_scheme);
    let main = html! {
        div.stack-s.noprint {
            p.small { a href=(visit.to(at::SURVEYS)) { (say.surveys) } }
            p { (say.poster_lead) }
            @if survey.state.window().is_none() { (parts::note(say.no_window)) }
        }
        section.card.stack.center.poster {
            (side(Language::Thai, survey, masthead.name(Language::Thai), host, true))
            (qr_code(address, say.code))
            p.small { span lang="th" { (words(Language::Thai).scan) } br; span lang="en" { (words(Language::English).scan) } }
            p.b translate="no" { (short) }
            (side(Language::English, survey, masthead.name(Language::English), host, false))
        }
    };
    visit.page(say.poster, Width::Column, &main)
}

fn without_scheme(address: &str) -> &str {
    address.trim_start_matches("https://").trim_start_matches("http://")
}

/// What is said in one language.
fn side(language: Language, survey: &Survey, department: &str, host: &str, is_title: bool) -> Markup {
    let say = words(language);
    html! {
        div.stack-s lang=(language.code()) {
            @if is_title { h1 { (survey.name(language)) } } @else { h2 { (survey.name(language)) } }
            @if !department.is_empty() { p { ((say.asks)(department)) } }
            @if let Some(window) = survey.state.window() { p.b { ((say.until)(&moment_in_words(language, window.closes))) } }
            @match survey.terms.entrance() {
                Entrance::OpenLink => p.small { (say.limit) },
                Entrance::Personal => { p.small { (say.roll_only) } p.small { ((say.has_slip)(host)) } },
                Entrance::Drawn => { p.small { (say.drawn_only) } p.small { ((say.has_slip)(host)) } },
            }
        }
    }
}
