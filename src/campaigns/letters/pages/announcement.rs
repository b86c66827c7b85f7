//! The announcement in both languages, to be copied into a chat, and the way to the poster.

use maud::{Markup, html};

use crate::{
    campaigns::letters::words,
    language::Language,
    surveys::Survey,
    web::{Page, Visit, Width, assets, at, parts},
};

pub fn announcement(visit: &Visit, survey: &Survey, texts: &[(Language, String)]) -> Page {
    let say = words::announcement(visit.language);
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::round(survey.id))) { (survey.name(visit.language)) } }
            h1 { (say.title) }
            p.muted { (say.lead) }
        }
        @if survey.state.window().is_none() { (parts::note(say.not_settled)) }
        @for (language, text) in texts { (one(visit, *language, text)) }
        section.card.stack aria-labelledby="poster" {
            h2 #poster { (say.poster) }
            p { a href=(visit.to(&at::poster(survey.id))) { (say.poster_link) } }
        }
        script type="module" src=(assets::COPY) {}
    };
    visit.page(say.title, Width::Column, &main)
}

fn one(visit: &Visit, language: Language, text: &str) -> Markup {
    let say = words::announcement(visit.language);
    let (id, label) = match language {
        Language::Thai => ("thai", say.thai),
        Language::English => ("english", say.english),
    };
    html! {
        section.card.stack data-copy {
            div.field {
                label for=(id) { (label) }
                p.hint id={ (id) "-hint" } { (say.hint) }
                textarea.inp id=(id) rows="9" readonly lang=(language.code()) aria-describedby={ (id) "-hint" } { (text) }
            }
            div.row {
                button.btn.alt.s type="button" hidden { (say.copy) span.vh { " " (label) } }
                p.small role="status" { span hidden data-say="copied" { (say.copied) } }
            }
        }
    }
}
