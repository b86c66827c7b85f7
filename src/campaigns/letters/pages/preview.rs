//! A letter as its reader sees it, drawn inside a page of ours: the same words, without the letter's own styles.

use maud::{Markup, html};

use crate::{
    campaigns::{
        Kind,
        letters::{gather, words},
    },
    language::Language,
    mail::{self, Letter, Part, Sender},
    surveys::Survey,
    web::{Visit, parts},
};

/// A letter to nobody in particular, and who it comes from.
pub struct Sample {
    pub letter: Letter,
    pub sender: Sender,
    /// As it stands on the letter.
    pub from: String,
    pub has_number: bool,
}

pub fn preview(visit: &Visit, survey: &Survey, kind: Kind, sample: &Sample) -> Markup {
    let say = words::words(visit.language);
    let Sample { letter, sender, from, has_number } = sample;
    let lang = letter.language.code();
    html! {
        p.small.muted { (say.preview_lead) @if !survey.state.has_opened() { " " (say.not_open_yet) }
            @if kind == Kind::Reminder && !has_number { " " (say.no_number_yet) } }
        dl.dl {
            div { dt { (say.from) } dd { (from) } }
            div { dt { (say.subject) } dd.b lang=(lang) { (letter.subject) } }
        }
        div.card.snug.stack lang=(lang) {
            @for part in &letter.parts { (drawn(part)) }
            hr;
            p.small.muted { (service(letter.language)) " · " (sender.department)
                @for line in mail::foot(letter.language, sender) { br; (line) } }
        }
        details.note {
            summary { (say.as_text) }
            p lang=(lang) { @for line in mail::as_text(letter, sender).lines() { (line) br; } }
        }
        @if !gather::has_letters(survey) { (parts::note(say.no_letters)) }
    }
}

const fn service(language: Language) -> &'static str {
    match language {
        Language::Thai => "เคลียร์ใจ",
        Language::English => "ClearJai",
    }
}

fn drawn(part: &Part) -> Markup {
    html! {
        @match part {
            Part::Paragraph(text) => p { (lines(text)) },
            Part::Note(text) => p.small.muted { (lines(text)) },
            Part::Link { label, address } => {
                p { span.btn { (label) } }
                p.small { (address) }
            }
        }
    }
}

fn lines(text: &str) -> Markup {
    html! { @for (number, line) in text.lines().enumerate() { @if number > 0 { br; } (line) } }
}
