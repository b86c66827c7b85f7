//! While a long work goes on, and when it came to nothing.

use maud::html;

use crate::{
    people::words::import::check::words,
    web::{
        Page, Visit, Width, at,
        parts::{self},
    },
};

/// How far a work has come; looked at again at `address`. Of nothing: the file is being read.
pub fn progress(visit: &Visit, title: &str, (done, whole): (usize, usize), address: &str) -> Page {
    let say = words(visit.language);
    let so_far = if whole == 0 { say.reading.to_owned() } else { (say.so_far)(done, whole) };
    let main = html! {
        section.failure.stack {
            h1 { (title) }
            @if whole == 0 { progress aria-label=(title) {} } @else { progress aria-label=(title) value=(done) max=(whole) {} }
            p { (so_far) }
            p.muted { (say.patience) }
            p { a.btn.alt href=(visit.to(address)) { (say.look_again) } }
        }
    };
    visit.page(title, Width::Column, &main)
}

/// Nothing has changed; `address` tries again.
pub fn failed(visit: &Visit, sentence: &str, address: &str) -> Page {
    let say = words(visit.language);
    let main = html! {
        section.failure.stack {
            h1 { (say.failed) }
            @if !sentence.is_empty() { (parts::warning(sentence)) }
            p { (say.failed_lead) }
            div.acts {
                a.btn href=(visit.to(address)) { (say.try_again) }
                a.btn.alt href=(visit.to(at::IMPORT)) { (say.other_file) }
            }
        }
    };
    visit.page(say.failed, Width::Column, &main)
}
