//! Files: on the page of a receipt, at the desk, and what is said of them before.

use maud::{Markup, html};

use crate::{
    clinic::{
        files::{Enclosure, MOST, Shelf},
        words::files::words,
    },
    ids::MatterId,
    language::Language,
    notices::Notice,
    web::{
        Faults, Icon, Visit, at,
        parts::{self, fault_at},
    },
};

const KINDS: &str = ".jpg,.jpeg,.png,.pdf,.docx,.xlsx,.pptx";

/// For the holder of a receipt.
pub fn shelf(visit: &Visit, digits: &str, shelf: &Shelf, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let is_wrong = faults.at("file").is_some();
    html! {
        @if shelf.takes_files || !shelf.files.is_empty() || is_wrong {
            section.card.stack aria-labelledby="files" {
                h2 #files { (say.title) }
                @for file in &shelf.files {
                    (visit.form(at::CLINIC_MINE, &html! {
                        input type="hidden" name="code" value=(digits);
                        input type="hidden" name="taken" value=(file.id);
                        div.row { span { (say.one(file)) } button.btn.alt.s name="do" value="take_back" { (say.take_back) } }
                    }))
                }
                @if shelf.takes_files && shelf.files.len() < MOST {
                    (adding(visit, digits, faults))
                } @else {
                    div #file tabindex="-1" { (fault_at("file", faults)) }
                    @if shelf.takes_files { p { (say.full()) } }
                }
            }
        }
    }
}

/// The code stands before the file: what comes with a wrong one is not read.
fn adding(visit: &Visit, digits: &str, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let is_wrong = faults.at("file").is_some();
    html! {
        p.note.warn { (Icon::Warning) span { (say.stays) } }
        form.stack method="post" action=(visit.to(at::CLINIC_MINE_FILES)) enctype="multipart/form-data" novalidate {
            (visit.key_field())
            input type="hidden" name="code" value=(digits);
            div.field.bad[is_wrong] {
                label for="file" { (say.file) }
                p.hint #file-hint { (say.lead()) }
                (fault_at("file", faults))
                input.inp type="file" id="file" name="file" accept=(KINDS)
                    aria-describedby=(if is_wrong { "file-hint file-fault" } else { "file-hint" }) aria-invalid=[is_wrong.then_some("true")];
            }
            p.small.muted { (say.cleaned) }
            button.btn.alt { (say.add) }
        }
    }
}

/// At the desk.
pub fn at_desk(visit: &Visit, matter: MatterId, files: &[Enclosure]) -> Markup {
    let say = words(visit.language);
    html! {
        @if !files.is_empty() {
            section.card.stack-s aria-labelledby="files" {
                h2 #files { (say.title) }
                ul.plain.stack-s {
                    @for file in files {
                        li { (say.one(file)) " " a href=(visit.to(&at::clinic_matter_file(matter, file.id))) download { (say.download) } }
                    }
                }
                p.note { (Icon::Info) span { (say.at_desk) } }
            }
        }
    }
}

/// A line of what a session promises.
pub fn promised(notice: &Notice, language: Language) -> Markup {
    let say = words(language);
    html! { @if notice.takes_files { div { dt { (say.title) } dd { (say.with_receipt) } } } }
}

/// While somebody writes from a personal link.
pub fn before_writing(notice: &Notice, language: Language) -> Markup {
    html! { @if notice.takes_files { (parts::note(words(language).before_writing)) } }
}

/// Beside the code of the receipt.
pub fn now(visit: &Visit) -> Markup {
    let say = words(visit.language);
    html! { p { (say.now) } p { a href=(visit.to(at::CLINIC_CHECK)) { (say.open) } } }
}
