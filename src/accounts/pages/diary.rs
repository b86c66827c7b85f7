//! The diary of deeds, for administrators.

use maud::html;

use crate::{
    accounts::{
        Entry,
        words::{deed_in_words, words},
    },
    language::moment_in_words,
    web::{Page, Visit, Width, at, parts},
};

/// `older` is the number before which the next page begins.
pub fn diary(visit: &Visit, entries: &[Entry], older: Option<i64>, is_first: bool) -> Page {
    let say = words(visit.language);
    let rows = html! {
        table {
            thead { tr { th scope="col" { (say.when) } th scope="col" { (say.who) } th scope="col" { (say.deed) } th scope="col" { (say.subject) } } }
            tbody {
                @for entry in entries {
                    tr {
                        td { (moment_in_words(visit.language, entry.happened)) }
                        td { (entry.actor) }
                        td { (deed_in_words(visit.language, entry.deed)) }
                        td { (entry.subject) }
                    }
                }
            }
        }
    };
    let main = html! {
        div.stack-s { h1 { (say.diary) } p.muted { (say.diary_lead) } }
        @if entries.is_empty() {
            (parts::empty(say.diary_empty, &html! {}))
        } @else {
            div.card { (parts::table(say.diary, &rows)) }
        }
        @if !is_first || older.is_some() {
            nav.pager aria-label=(say.other_pages) {
                @if !is_first { a.btn.s.alt href=(visit.to(at::DIARY)) { (say.latest) } } @else { span {} }
                @if let Some(older) = older { a.btn.s.alt href=(format_args!("{}?before={older}", visit.to(at::DIARY))) { (say.older) } }
            }
        }
    };
    visit.page(say.diary, Width::Wide, &main)
}
