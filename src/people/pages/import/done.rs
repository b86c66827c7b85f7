//! The last step: what was done, and undoing it for a day.

use maud::{Markup, html};

use super::{choose::file_name, steps::head};
use crate::{
    clock::Moment,
    language::moment_in_words,
    people::{
        import::{Done, Import, UNDO_WITHIN},
        words::import::{
            Step, counted,
            done::{Words, words},
        },
    },
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, fault_at},
    },
};

pub fn done(visit: &Visit, import: &Import, done: &Done, faults: &Faults) -> Page {
    let say = words(visit.language);
    let imported = import.imported.unwrap_or(import.begun);
    let written = done.new + done.changed;
    let title = if written == 0 { (say.only_departures)(done.departed) } else { (say.title)(written) };
    let lead = html! { p.muted { (file_name(visit, import)) " · " (moment_in_words(visit.language, imported)) } };
    let main = html! {
        @if let Some(undone) = import.undone { (parts::note(&(say.was_undone)(&moment_in_words(visit.language, undone)))) }
        (head(visit, Step::Done, &title, &lead))
        dl.kpis {
            @for (label, count) in [(say.new, done.new), (say.changed, done.changed), (say.departed, done.departed), (say.new_units, done.new_units)] {
                div.kpi { dt { (label) } dd.n { (counted(count)) } }
            }
        }
        div.acts {
            a.btn href=(visit.to(at::ROSTER)) { (say.see_roster) }
            @if done.new_units > 0 { a.btn.alt href=(visit.to(at::UNITS)) { (say.see_units) } }
            a href=(visit.to(at::IMPORT)) { (say.another) }
        }
        @if import.undone.is_none() { (undo(visit, say, import, imported, faults)) }
        p.small.muted { (say.file_gone) }
    };
    // The form of undoing posts to an address that has no page.
    let visit = if faults.is_empty() { visit.clone() } else { visit.standing_at("") };
    visit.page_with_faults(&title, Width::Column, faults, &main)
}

fn undo(visit: &Visit, say: &Words, import: &Import, imported: Moment, faults: &Faults) -> Markup {
    let now = visit.premises.now();
    html! {
        section.card.stack #undo {
            h2 { (say.undo_title) }
            (fault_at("undo", faults))
            @if import.can_be_undone(now) {
                p { ((say.undo_lead)(&moment_in_words(visit.language, imported.plus(UNDO_WITHIN)))) }
                (visit.button(&at::import_undo(import.id), "btn alt", say.undo))
            } @else {
                p { (say.too_late) }
            }
        }
    }
}
