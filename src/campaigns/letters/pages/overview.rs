//! The four texts of a survey, each as its reader sees it.

use maud::{Markup, html};

use super::preview::{Sample, preview};
use crate::{
    campaigns::{Kind, letters::words},
    language::Language,
    surveys::Survey,
    web::{
        Page, Visit, Width, at,
        parts::{self, Tone},
    },
};

/// One of the texts.
pub struct One {
    pub kind: Kind,
    pub language: Language,
    pub is_changed: bool,
    pub sample: Sample,
}

pub fn overview(visit: &Visit, survey: &Survey, all: &[One], has_letters: bool, offers_english: bool) -> Page {
    let say = words::words(visit.language);
    let main = html! {
        (done(visit))
        div.stack-s {
            p.small { a href=(visit.to(&at::round(survey.id))) { (survey.name(visit.language)) } }
            h1 { (say.title) }
            p.muted { (say.lead) }
        }
        @if !has_letters { (parts::note(say.no_letters)) }
        @if has_letters {
            @if !offers_english { (parts::note(say.english_not_offered)) }
            @for one in all { (drawn(visit, survey, one)) }
        }
        p { a href=(visit.to(&at::announcement(survey.id))) { (words::announcement(visit.language).title) } }
    };
    visit.page(say.title, Width::Column, &main)
}

fn drawn(visit: &Visit, survey: &Survey, one: &One) -> Markup {
    let say = words::words(visit.language);
    let id = format!("{}-{}", one.kind.code(), one.language.code());
    let tag = if one.is_changed { parts::tag(Tone::Good, say.is_changed) } else { parts::tag(Tone::Plain, say.is_standard) };
    html! {
        section.card.stack aria-labelledby=(id) {
            div.row { h2 id=(id) { (title(visit, one.kind, one.language)) } (tag) }
            (preview(visit, survey, one.kind, &one.sample))
            p { a.btn.alt.s href=(visit.to(&at::letter_text(survey.id, one.kind.code(), one.language.code(), ""))) {
                (say.edit) span.vh { " " (title(visit, one.kind, one.language)) }
            } }
        }
    }
}

/// `คำเชิญ · ภาษาไทย`
pub fn title(visit: &Visit, kind: Kind, language: Language) -> String {
    let names = words::announcement(visit.language);
    let name = match language {
        Language::Thai => names.thai,
        Language::English => names.english,
    };
    format!("{} · {name}", words::words(visit.language).kind(kind))
}

pub fn done(visit: &Visit) -> Markup {
    let say = words::words(visit.language);
    let done = match visit.done() {
        Some("saved") => Some(say.saved),
        Some("standard") => Some(say.standard_again),
        Some("posted") => Some(say.trial_posted),
        _ => None,
    };
    html! { @if let Some(done) = done { (parts::done(done)) } }
}
