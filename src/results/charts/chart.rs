//! What every chart on a page shares: the hatches, and its table.

use maud::{Markup, html};

use crate::results::report::Table;

/// Of what is not shown, and of the low side of a scale. Once on a page, where nothing moves for it.
pub fn hatches() -> Markup {
    let hatch = |id: &str, size: u8, line: &Markup| {
        html! {
            pattern id=(id) width=(size) height=(size) patternUnits="userSpaceOnUse" patternTransform="rotate(45)" { (line) }
        }
    };
    html! {
        svg.vh width="1" height="1" aria-hidden="true" focusable="false" {
            defs {
                (hatch("hatch", 6, &html! { line.g-hatch y2="6" {} }))
                (hatch("low", 7, &html! { rect.b-gap width="1" height="7" fill-opacity=".38" {} }))
            }
        }
    }
}

/// Where a cell has several lines, those after the first are small.
pub fn table(table: &Table) -> Markup {
    let figure = |at: usize| table.columns.get(at).is_some_and(|column| column.is_figure);
    html! {
        div.scroll role="region" tabindex="0" aria-label=(crate::language::plain(&table.caption)) {
            table {
                thead {
                    tr { @for (at, column) in table.columns.iter().enumerate() { th scope="col" .num[figure(at)] { (column.heading) } } }
                }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (at, text) in row.cells.iter().enumerate() {
                                @if at == 0 {
                                    th scope="row" { (cell(text)) }
                                } @else {
                                    td.num[figure(at)] { @if row.is_strong { b { (cell(text)) } } @else { (cell(text)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
        @if !table.note.is_empty() { p.small.muted { (table.note) } }
    }
}

fn cell(text: &str) -> Markup {
    html! {
        @for (at, line) in text.split('\n').enumerate() {
            @if at == 0 { (line) } @else { br; span.xs.muted { (line) } }
        }
    }
}
