//! What is kept about those who answer: for everybody, in plain words and row by row.

use maud::{Markup, html};

use crate::{
    answering::words::{Row, about as words},
    language::Language,
    web::{Page, Visit, Width, parts},
};

pub fn about(visit: &Visit) -> Page {
    let say = words(visit.language);
    let masthead = visit.premises.sign.now();
    let main = html! {
        div.stack-s { h1 { (say.title) } p { (say.lead) } }
        (parts::table(say.title, &html! {
            table {
                thead { tr { @for heading in say.headings { th scope="col" { (heading) } } } }
                tbody {
                    @for [data, is_kept, who, how_long] in say.kept {
                        tr { th scope="row" { (data) } td { (is_kept) } td { (who) } td { (how_long) } }
                    }
                }
            }
        }))
        div.prose.stack {
            @for (title, paragraphs) in &say.sections {
                h2 { (title) }
                @for paragraph in *paragraphs { p { (paragraph) } }
            }
            h2 { (say.contact_title) }
            p { b { (masthead.name(visit.language)) } " " ((say.contact)(masthead.contact(visit.language))) }
        }
        div.stack {
            h2 { (say.rows_title) }
            p { (say.rows_lead) }
        }
        @for (heading, is_named) in [(say.register, true), (say.urn, false)] {
            section.stack {
                h3 { (heading) }
                @for row in say.rows.iter().filter(|row| row.is_named == is_named) { (rows(visit.language, row)) }
            }
        }
    };
    visit.page(say.title, Width::Column, &main)
}

fn rows(language: Language, row: &Row) -> Markup {
    let columns: Vec<_> =
        row.columns.iter().map(|[name, example, meaning]| [name, example, meaning].map(ToString::to_string)).collect();
    html! {
        section.card.stack {
            h4 { code translate="no" { (row.table) } }
            p { (row.about) }
            (columns_of(&columns, words(language).example))
        }
    }
}

/// Name, value, meaning: one below the other, so that nothing is out of sight on a phone.
pub fn columns_of(columns: &[[String; 3]], label: &str) -> Markup {
    html! {
        dl.dl {
            @for [name, value, meaning] in columns {
                div {
                    dt { code translate="no" { (name) } }
                    dd { (meaning) @if !value.is_empty() { br; span.small.muted { (label) " " (value) } } }
                }
            }
        }
    }
}
