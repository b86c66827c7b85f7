//! The page on which a report is put together, and the report itself on A4: the page is what is printed.

use maud::{Markup, html};

use super::{
    Against, Block, Document, Extra, Fact, Group, Options, SETS_PDF, Signature, Spread, Table,
    words::{PageWords, page as words},
};
use crate::{
    ids::SurveyId,
    language::Language,
    results::charts::{against, hatches, spread},
    web::{Page, Visit, Width, assets, at, parts},
};

/// So many rows are never parted by the end of a page.
const SHORT: usize = 12;

/// Why there is no report to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    StillOpen,
    NotYet,
    NoPdf,
}

/// `in_line`: opened inside LINE, which does not print.
pub fn report(visit: &Visit, survey: SurveyId, document: &Document, options: &Options, in_line: bool) -> Page {
    let say = words(visit.language);
    let main = html! {
        (styled())
        div.stack.noprint {
            p.small { a href=(visit.to(&at::results(survey, ""))) { (say.back) } }
            @if in_line { (parts::warning(say.in_line)) } @else { p { (say.lead) } }
            (form(visit, survey, options))
        }
        (drawn(document, say))
    };
    visit.page(say.title, Width::Wide, &main)
}

pub fn missing(visit: &Visit, survey: SurveyId, why: Missing) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.title) }
        @match why {
            Missing::StillOpen => (parts::note(say.still_open)),
            Missing::NotYet => (parts::note(say.not_yet)),
            Missing::NoPdf => {
                (parts::note(say.no_pdf))
                p { a.btn href=(visit.to(&at::report(survey))) { (say.to_report) } }
            },
        }
    };
    match why {
        Missing::NoPdf => visit.page_missing(say.title, &main),
        Missing::StillOpen | Missing::NotYet => visit.page(say.title, Width::Column, &main),
    }
}

/// By `GET`: putting a report together changes nothing.
fn form(visit: &Visit, survey: SurveyId, options: &Options) -> Markup {
    let say = words(visit.language);
    let meaning = |extra| if extra == Extra::ThaiDigits { say.thai_digits_meaning } else { "" };
    let file = |kind: &str| format!("{}?{}", visit.to(&at::results(survey, &format!("/file/{kind}"))), options.query());
    let files = [("docx", say.docx), ("xlsx", say.xlsx), ("csv", say.csv), ("json", say.json)];
    let pdf = SETS_PDF.then_some(("pdf", say.pdf));
    html! {
        form.card.stack action=(visit.to(&at::report(survey))) {
            input type="hidden" name="options" value="yes";
            fieldset.field.many {
                legend { (say.holds) }
                div.choices {
                    @for extra in Extra::ALL {
                        @let id = format!("with-{}", extra.name());
                        div.choice {
                            input type="checkbox" name="with" id=(id) value=(extra.name()) checked[options.has(extra)];
                            label for=(id) { ((say.extra)(extra)) @if !meaning(extra).is_empty() { span { (meaning(extra)) } } }
                        }
                    }
                }
            }
            button.btn { (say.show) }
            p.small { (say.files) ":" @for (kind, label) in files.into_iter().chain(pdf) { " " a href=(file(kind)) { (label) } } }
        }
    }
}

/// Any document as it is printed, for a page of whichever room composed it: what is not to be printed stands before it
/// in a `div.noprint`.
pub fn paper(document: &Document) -> Markup {
    html! { (styled()) (drawn(document, words(document.language))) }
}

fn styled() -> Markup {
    html! { link rel="stylesheet" href=(assets::REPORT); }
}

fn drawn(document: &Document, say: &PageWords) -> Markup {
    html! {
        article.report.stack-l.landscape[document.is_landscape] lang=(document.language.code()) {
            p.printonly { (document.running(&document.running)) }
            div.stack-s {
                h1 { (document.running(&document.title)) }
                @for line in &document.lines { p { (document.running(line)) } }
            }
            (hatches())
            @for block in &document.blocks { (block_of(document, block)) }
            (signatures(&document.signatures, say))
        }
    }
}

fn block_of(document: &Document, block: &Block) -> Markup {
    let running = |text| document.running(text);
    match block {
        Block::Heading(text) => html! { h2 { (running(text)) } },
        Block::Paragraph(text) => html! { p { (lines(&running(text))) } },
        Block::List(lines) => html! { ul.method { @for line in lines { li { (running(line)) } } } },
        Block::Note(text) => parts::note(&running(text)),
        Block::Facts(facts) => facts_of(facts),
        Block::Table(table) => table_of(table),
        Block::Against(chart) => against_of(chart, document.language),
        Block::Spread(chart) => spread_of(chart, document.language),
        Block::PageBreak => html! { div.newpage {} },
    }
}

/// A line below the other.
fn lines(text: &str) -> Markup {
    html! { @for (place, line) in text.split('\n').enumerate() { @if place > 0 { br; } (line) } }
}

fn facts_of(facts: &[Fact]) -> Markup {
    html! {
        dl.kpis {
            @for fact in facts {
                div.kpi { dt { (fact.label) } dd { div.n { (fact.value) } p { (fact.remark) } } }
            }
        }
    }
}

/// The first cell of a row is its heading. Captions stand in the table, so that they are never parted from it.
fn table_of(table: &Table) -> Markup {
    let drawn = html! {
        table {
            caption { (table.caption) }
            (shares(table))
            thead { (headings(table)) }
            tbody {
                @for (number, row) in table.rows.iter().enumerate() {
                    tr.b[row.is_strong] {
                        @for (place, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
                            @if let Some(rows) = table.rows_of(number, place) {
                                @let over = (rows > 1).then_some(rows);
                                @let scope = if rows > 1 { "rowgroup" } else { "row" };
                                @if place == 0 {
                                    th.num[column.is_figure] scope=(scope) rowspan=[over] { (lines(cell)) }
                                } @else {
                                    td.num[column.is_figure] rowspan=[over] { (lines(cell)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    html! {
        div.stack-s.short[table.rows.len() <= SHORT] {
            (parts::table(&table.caption, &drawn))
            @if !table.note.is_empty() { p.small.muted { (table.note) } }
        }
    }
}

fn shares(table: &Table) -> Markup {
    let Some(shares) = table.shares() else { return html! {} };
    let all: usize = shares.iter().sum();
    html! { colgroup { @for share in &shares { col width=(format!("{}%", share * 100 / all.max(1))); } } }
}

/// One row, or two where columns stand in groups.
fn headings(table: &Table) -> Markup {
    let groups = table.groups();
    let heading = |place: usize, over: Option<usize>| {
        let column = table.columns.get(place)?;
        Some(html! { th.num[column.is_figure] scope="col" rowspan=[over] { (lines(&column.heading)) } })
    };
    let alone = |group: &Group| group.heading.is_empty();
    html! {
        @if groups.is_empty() {
            tr { @for place in 0..table.columns.len() { @if let Some(cell) = heading(place, None) { (cell) } } }
        } @else {
            tr {
                @for group in &groups {
                    @if alone(group) {
                        @if let Some(cell) = heading(group.first, Some(2)) { (cell) }
                    } @else {
                        th.group scope="colgroup" colspan=(group.columns) { (group.heading) }
                    }
                }
            }
            tr {
                @for group in groups.iter().filter(|group| !alone(group)) {
                    @for place in group.first..group.first + group.columns { @if let Some(cell) = heading(place, None) { (cell) } }
                }
            }
        }
    }
}

/// Not in Thai digits: it is read against its axis.
fn against_of(chart: &Against, language: Language) -> Markup {
    let drawing = html! { (against::legend(chart, language)) (against::draw(chart, language)) };
    figure_of(&chart.heading, &chart.caption, &drawing)
}

fn spread_of(chart: &Spread, language: Language) -> Markup {
    let drawing = html! { (spread::legend(chart)) (spread::draw(chart, language)) };
    figure_of(&chart.heading, &chart.caption, &drawing)
}

/// The table of the same figures stands beside it.
fn figure_of(heading: &str, caption: &str, drawing: &Markup) -> Markup {
    html! {
        figure.stack-s.short {
            figcaption { @if !heading.is_empty() { p.b { (heading) } } @if !caption.is_empty() { p.small.muted { (caption) } } }
            (drawing)
        }
    }
}

/// Beside each other and never parted: a line to sign on, a name in brackets, a position, a day.
fn signatures(signatures: &[Signature], say: &PageWords) -> Markup {
    html! {
        @if !signatures.is_empty() {
            div.signs {
                @for signature in signatures {
                    div {
                        p { (say.sign) span.line {} }
                        p { "(" span.line {} span.vh { (say.name) } ")" }
                        p.role { (signature.role) }
                        p { (say.position) span.line {} }
                        p { (say.date) span.line {} }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::report::{Column, Merged, Row};

    #[test]
    fn tables_with_groups_and_cells_that_go_down_say_so_and_text_is_text() {
        let month = |heading: &str| Column::wide(heading, 5).under("2568");
        let row = |first: &str| Row { cells: vec![first.to_owned(), "✓".to_owned(), String::new()], is_strong: false };
        let table = Table {
            columns: vec![Column::wide("มาตรการ", 30), month("ต.ค."), month("พ.ย.")],
            rows: vec![row("ก\n<b>"), row("ไม่เห็น")],
            merged: vec![Merged { row: 0, column: 0, rows: 2 }],
            ..Table::default()
        };
        let drawn = table_of(&table).into_string().replace(r#" class="""#, "");
        for part in [
            r#"<col width="75%"><col width="12%">"#,
            r#"<th scope="col" rowspan="2">มาตรการ</th><th class="group" scope="colgroup" colspan="2">2568</th></tr><tr><th scope="col">ต.ค.</th>"#,
            r#"<th scope="rowgroup" rowspan="2">ก<br>&lt;b&gt;</th>"#,
        ] {
            assert!(drawn.contains(part), "{part} in {drawn}");
        }
        assert!(!drawn.contains("ไม่เห็น"), "{drawn}");
    }

    #[test]
    fn a_plain_table_is_drawn_as_ever() {
        let rows = vec![Row { cells: vec!["ก".to_owned(), "1".to_owned()], is_strong: true }];
        let table =
            Table { columns: vec![Column::new("หัว", false), Column::new("คน", true)], rows, ..Table::default() };
        let drawn = table_of(&table).into_string().replace(r#" class="""#, "");
        let expected = concat!(
            r#"<caption></caption><thead><tr><th scope="col">หัว</th><th class="num" scope="col">คน</th></tr></thead>"#,
            r#"<tbody><tr class="b"><th scope="row">ก</th><td class="num">1</td></tr></tbody>"#,
        );
        assert!(drawn.contains(expected), "{drawn}");
    }
}
