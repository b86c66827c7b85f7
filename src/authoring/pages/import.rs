//! A questionnaire from a file: what is accepted, and the file.

use maud::html;

use crate::{
    authoring::words::library::words,
    language::Language,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, fault_at},
    },
};

pub fn choose(visit: &Visit, text_language: Language, faults: &Faults) -> Page {
    let say = words(visit.language);
    let is_wrong = faults.at("file").is_some();
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(at::INSTRUMENTS)) { (say.title) } }
            h1 { (say.import) }
            p.muted { (say.import_lead) }
        }
        form.card.stack method="post" action=(visit.to(at::INSTRUMENT_IMPORT)) enctype="multipart/form-data" novalidate {
            (visit.key_field())
            div.field.bad[is_wrong] {
                label for="file" { (say.file) }
                p.hint #file-hint { (say.file_hint) }
                (fault_at("file", faults))
                input.inp type="file" id="file" name="file" accept=".json,.xlsx,.lss,.xml"
                    aria-describedby=(if is_wrong { "file-hint file-fault" } else { "file-hint" }) aria-invalid=[is_wrong.then_some("true")];
            }
            (parts::languages("language", say.text_language, text_language, faults))
            div.acts {
                button.btn { (say.upload) }
                a.btn.alt href=(visit.to(at::INSTRUMENT_SAMPLE)) { (say.sample) }
            }
        }
        p { a href=(at::INSTRUMENT_SCHEMA) { (say.schema) } }
    };
    visit.page_with_faults(say.import, Width::Column, faults, &main)
}
