//! The papers on the screen, as they are printed; and the form of what stands around the table.

use maud::{Markup, html};

use super::list::years;
use crate::{
    activities::{Activity, Around, Part, Span},
    language::{FiscalYear, HalfYear, Language, plain},
    results::report::{Document, SETS_PDF, pages::paper},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field},
    },
    yearly::words::listing::{Words, words},
};

fn files(say: &Words, to: impl Fn(&str) -> String) -> Markup {
    let pdf = SETS_PDF.then_some(("pdf", say.pdf));
    let all = [("docx", say.docx), ("xlsx", say.xlsx)];
    html! { p.small { (say.files) ":" @for (kind, label) in all.into_iter().chain(pdf) { " " a href=(to(kind)) { (label) } } } }
}

pub fn report(visit: &Visit, span: Span, all: &[FiscalYear], document: &Document, may_keep: bool) -> Page {
    let say = words(visit.language);
    let year = span.year.number();
    let done = match visit.done() {
        Some("saved") => Some(parts::done(say.saved)),
        Some("cleaned") => Some(parts::warning(say.cleaned)),
        _ => None,
    };
    let main = html! {
        div.stack.noprint {
            @if let Some(done) = done { (done) }
            p.small { a href=(visit.to(&format!("{}?year={year}", at::ACTIVITIES))) { (say.to_list) } }
            p { (say.report_lead) }
            (years(visit, span.year, all, |year| at::activity_report("", year, span.part.code())))
            nav aria-label=(plain(say.parts)) {
                p { (say.parts) ":"
                    @for part in Part::ALL {
                        " " a href=(visit.to(&at::activity_report("", year, part.code()))) aria-current=[(part == span.part).then_some("page")] { ((say.part)(part)) }
                    }
                }
            }
            (files(say, |kind| visit.to(&at::activity_report(&format!("/file/{kind}"), year, span.part.code()))))
            @if may_keep { p { a href=(visit.to(&at::activity_report("/words", year, span.part.code()))) { (say.edit_around) } } }
        }
        (paper(document))
    };
    visit.page(say.report, Width::Wide, &main)
}

pub fn summary(visit: &Visit, activity: &Activity, document: &Document, may_keep: bool) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack.noprint {
            p.small { a href=(visit.to(&format!("{}?year={}", at::ACTIVITIES, activity.wanted.said.year().number()))) { (say.to_list) } }
            (files(say, |kind| visit.to(&at::activity(activity.id, &format!("/summary/file/{kind}")))))
            @if may_keep { p { a href=(visit.to(&at::activity(activity.id, ""))) { (say.edit) } } }
        }
        (paper(document))
    };
    visit.page(say.on_paper, Width::Wide, &main)
}

/// There are no such files here.
pub fn no_pdf(visit: &Visit) -> Page {
    let say = words(visit.language);
    let main = html! { h1 { (say.report) } (parts::note(say.no_pdf)) };
    visit.page_missing(say.report, &main)
}

pub struct Sheet<'page> {
    pub span: Span,
    pub opening: &'page str,
    pub closing: &'page str,
    pub seen: i32,
    pub faults: &'page Faults,
    /// As it is kept, where somebody changed it since the form was drawn.
    pub changed: Option<&'page Around>,
}

pub fn around(visit: &Visit, sheet: &Sheet) -> Page {
    let (say, span) = (words(visit.language), sheet.span);
    let (year, part) = (span.year.number(), span.part.code());
    let fields = html! {
        input type="hidden" name="mark" value=(sheet.seen);
        (Field::new("opening", say.opening, sheet.faults).hint(say.opening_hint).value(sheet.opening).in_language(Language::Thai).lines(12))
        (Field::new("closing", say.closing, sheet.faults).hint(say.closing_hint).value(sheet.closing).in_language(Language::Thai).lines(4))
        div.acts { button.btn { (say.save) } }
    };
    let name = span.half().map_or_else(|| span.year.name(visit.language), |half| HalfYear::name(half, visit.language));
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::activity_report("", year, part))) { (say.report) } }
            h1 { (say.around) }
            p.muted { ((say.around_lead)(&name)) }
        }
        @if let Some(there) = sheet.changed {
            section.card.stack #changed aria-labelledby="now" {
                (parts::fault_at("changed", sheet.faults))
                h2 #now { (say.stands_there) }
                (said(&there.opening))
                (said(&there.closing))
            }
        }
        (visit.form(&at::activity_report("/words", year, part), &fields))
    };
    visit.page_with_faults(say.around, Width::Column, sheet.faults, &main)
}

/// A line below the other.
pub fn said(text: &str) -> Markup {
    html! { p dir="auto" { @for (place, line) in text.split('\n').enumerate() { @if place > 0 { br; } (line) } } }
}
