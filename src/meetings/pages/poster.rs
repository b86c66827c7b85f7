//! A poster for the open door, on one sheet of A4.

use maud::{Markup, html};

use crate::{
    language::Language,
    meetings::{
        Meeting,
        words::{sessions::words, when::when_in_words},
    },
    web::{Page, Visit, Width, at, qr_code},
};

/// Both languages on one sheet, and nobody's name. `address`: where the code leads.
pub fn poster(visit: &Visit, meeting: &Meeting, address: &str) -> Page {
    let say = words(visit.language);
    let short = address.trim_start_matches("https://").trim_start_matches("http://");
    let main = html! {
        div.stack-s.noprint {
            p.small { a href=(visit.to(&at::meeting(meeting.id, ""))) { (meeting.name(visit.language)) } }
            p { (say.poster_lead) }
        }
        section.card.stack.center.poster {
            (side(Language::Thai, meeting, true))
            (qr_code(address, say.code))
            p.small { span lang="th" { (words(Language::Thai).scan) } br; span lang="en" { (words(Language::English).scan) } }
            p.b translate="no" { (short) }
            (side(Language::English, meeting, false))
        }
    };
    visit.page(say.poster, Width::Column, &main)
}

fn side(language: Language, meeting: &Meeting, is_title: bool) -> Markup {
    let say = words(language);
    html! {
        div.stack-s lang=(language.code()) {
            @if is_title { h1 { (meeting.name(language)) } } @else { h2 { (meeting.name(language)) } }
            @for line in when_in_words(meeting, language) { p { (line) } }
            p { (say.poster_asks) }
            p.small { (say.poster_limit) }
        }
    }
}
