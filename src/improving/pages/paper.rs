//! A form of a plan as it is printed: the page is what is printed.

use maud::html;

use crate::{
    improving::{documents::Form, words::plans::words},
    plans::Plan,
    results::report::{Document, pages::paper},
    web::{Page, Visit, Width, at, parts},
};

pub fn form(visit: &Visit, plan: &Plan, form: Form, document: &Document) -> Page {
    let say = words(visit.language);
    let here = visit.to(&at::plan(plan.id, &format!("/form/{}", form.code())));
    let query = if document.thai_digits { "?digits=thai" } else { "" };
    let main = html! {
        div.stack.noprint {
            p.small { a href=(visit.to(&at::plan(plan.id, ""))) { bdi { (plan.title(visit.language)) } } }
            p { (say.print_lead) ":" @for (kind, label) in [("docx", say.docx), ("xlsx", say.xlsx)] { " " a href=(format!("{here}/{kind}{query}")) { (label) } } }
            p.small {
                @if document.thai_digits { a href=(here) { (say.arabic_digits) } } @else { a href=(format!("{here}?digits=thai")) { (say.thai_digits) } }
                @for other in Form::ALL.into_iter().filter(|other| *other != form) {
                    " · " a href=(visit.to(&at::plan(plan.id, &format!("/form/{}", other.code())))) { (other.name(visit.language)) }
                }
            }
            @if document.blocks.is_empty() { (parts::note(say.empty)) }
        }
        (paper(document))
    };
    visit.page(form.name(visit.language), Width::Wide, &main)
}
