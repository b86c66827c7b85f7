//! Pieces that several pages of the clinic share. What people wrote stands in its own direction, and turns nothing
//! around it.

use maud::{Markup, html};

use crate::{
    clinic::{board::Shown, matter::first_of, posted::Posted, words::board::words},
    clock::Moment,
    language::{Language, MonthOfYear, dates, times},
    web::{
        Icon,
        parts::{self, Tone},
    },
};

/// With its line breaks.
pub fn said(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n") {
            p dir="auto" { @for (at, line) in paragraph.split('\n').enumerate() { @if at > 0 { br; } bdi { (line) } } }
        }
    }
}

/// "พ.ย. 2569", of `2026-11`.
pub fn month(month: &str, language: Language) -> String {
    first_of(month).map(|day| MonthOfYear::of(day).short(language)).unwrap_or_default()
}

pub fn state_tag(state: Shown, language: Language) -> Markup {
    let word = (words(language).state)(state);
    match state {
        Shown::Waiting => html! { span.tag.warn { (Icon::Time) (word) } },
        Shown::Answered | Shown::Changed => parts::tag(Tone::Good, word),
    }
}

/// The day and the hours of a meeting.
pub fn when(posted: &Posted, language: Language) -> Option<String> {
    let gathering = posted.notice.gathering.as_ref()?;
    let at = |seconds: i64| Moment::from_micros(seconds.saturating_mul(1_000_000)).in_bangkok();
    let (starts, ends) = (at(gathering.starts), at(gathering.ends));
    let day = dates::long(starts.date(), language);
    let until = if ends.date() == starts.date() { String::new() } else { format!("{} ", dates::short(ends.date(), language)) };
    Some(format!("{day} {}–{until}{}", times::write(starts.time(), language), times::write(ends.time(), language)))
}

pub fn day(seconds: i64, language: Language) -> String {
    dates::short(Moment::from_micros(seconds.saturating_mul(1_000_000)).day(), language)
}
