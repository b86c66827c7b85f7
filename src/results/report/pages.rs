//! The page on which a report is put together, and the report itself on A4: the page is what is printed.

use maud::{Markup, html};

use super::{
    Against, Block, Document, Extra, Fact, Options, SETS_PDF, Signature, Spread, Table,
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
        link rel="stylesheet" href=(assets::REPORT);
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

fn drawn(document: &Document, say: &PageWords) -> Markup {
    html! {
        article.report.stack-l lang=(document.language.code()) {
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
        Block::Paragraph(text) => html! { p { (running(text)) } },
        Block::List(lines) => html! { ul.method { @for line in lines { li { (running(line)) } } } },
        Block::Note(text) => parts::note(&running(text)),
        Block::Facts(facts) => facts_of(facts),
        Block::Table(table) => table_of(table),
        Block::Against(chart) => against_of(chart, document.language),
        Block::Spread(chart) => spread_of(chart, document.language),
        Block::PageBreak => html! { div.newpage {} },
    }
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
            thead { tr { @for column in &table.columns { th.num[column.is_figure] scope="col" { (column.heading) } } } }
            tbody {
                @for row in &table.rows {
                    tr.b[row.is_strong] {
                        @for (place, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
                            @if place == 0 { th.num[column.is_figure] scope="row" { (cell) } } @else { td.num[column.is_figure] { (cell) } }
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
