//! The first step: what is accepted, what is kept, the file.

use maud::{Markup, html};

use super::steps::head;
use crate::{
    language::moment_in_words,
    people::{
        import::{Import, UNDO_WITHIN},
        words::import::{Step, choose as say_choose, done as say_done, people},
    },
    web::{
        Faults, Icon, Page, Visit, Width, at,
        parts::{self, fault_at},
    },
};

/// `latest` is the import that can still be undone, if there is one.
pub fn choose(visit: &Visit, latest: Option<&Import>, faults: &Faults) -> Page {
    let say = say_choose::words(visit.language);
    let arrival = match visit.done() {
        Some("undone") => Some(say.undone),
        Some("dropped") => Some(say.dropped),
        _ => None,
    };
    let is_wrong = faults.at("file").is_some();
    let main = html! {
        @if let Some(arrival) = arrival { (parts::done(arrival)) }
        (head(visit, Step::File, say.title, &html! { p.muted { (say.lead) } }))
        form.card.stack method="post" action=(visit.to(at::IMPORT)) enctype="multipart/form-data" novalidate {
            (visit.key_field())
            div.field.bad[is_wrong] {
                label for="file" { (say.file) }
                p.hint #file-hint { (say.file_hint) }
                (fault_at("file", faults))
                input.inp type="file" id="file" name="file" accept=".xlsx,.csv,.txt"
                    aria-describedby=(if is_wrong { "file-hint file-fault" } else { "file-hint" }) aria-invalid=[is_wrong.then_some("true")];
            }
            div.acts {
                button.btn { (say.upload) }
                a.btn.alt href=(visit.to(at::IMPORT_SAMPLE)) { (say.sample) }
            }
        }
        @if let Some(latest) = latest { (last(visit, latest)) }
        section.card.stack-s {
            h2 { (say.what_it_takes) }
            dl.dl {
                div { dt { (say.needed) } dd.b { (say.needed_meaning) } }
                div { dt { (say.welcome) } dd { (say.welcome_meaning) } }
            }
        }
        section.card {
            h2 { (say.what_is_kept) }
            div.facts {
                @for fact in [say.never_kept, say.file_goes, say.nobody_goes] { div { (Icon::Lock) span { (fact) } } }
            }
        }
    };
    visit.page_with_faults(say.title, Width::Column, faults, &main)
}

fn last(visit: &Visit, import: &Import) -> Markup {
    let (say, say_undo) = (say_choose::words(visit.language), say_done::words(visit.language));
    let imported = import.imported.unwrap_or(import.begun);
    let wrote = people(visit.language, usize::try_from(import.wrote).unwrap_or(0));
    let until = moment_in_words(visit.language, imported.plus(UNDO_WITHIN));
    html! {
        section.card.stack {
            h2 { (say.latest) }
            p { ((say.latest_line)(file_name(visit, import), &moment_in_words(visit.language, imported), &wrote)) }
            p.small.muted { ((say_undo.undo_lead)(&until)) }
            div.acts {
                (visit.button(&at::import_undo(import.id), "btn alt s", say_undo.undo))
                a href=(visit.to(&at::import_done(import.id))) { (say.see_done) }
            }
        }
    }
}

pub fn file_name<'import>(visit: &Visit, import: &'import Import) -> &'import str {
    if import.file_name.is_empty() { say_choose::words(visit.language).unnamed_file } else { &import.file_name }
}

/// For a file that is forgotten, or never was.
pub fn gone(visit: &Visit) -> Page {
    let say = say_choose::words(visit.language);
    let main = html! {
        section.failure.stack {
            h1 { (say.gone) }
            p { (say.gone_lead) }
            p { a.btn href=(visit.to(at::IMPORT)) { (say.begin_again) } }
        }
    };
    visit.page_gone(say.gone, &main)
}
