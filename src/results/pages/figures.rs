//! A chart on a page: its heading states the finding, its table says everything once more.

use maud::{Markup, html};

use crate::{
    language::Language,
    results::{
        Round,
        charts::{against, spread, spread::Picture, table, trend, trend::Trend},
        figures::ItemFigures,
        report::{Against, Table},
        words::pages::words,
    },
};

pub fn against(id: &str, chart: &Against, behind: &Table, language: Language) -> Markup {
    let drawing = html! { (against::legend(chart, language)) (against::draw(chart, language)) };
    figure(id, &chart.heading, &chart.caption, &drawing, &data(behind, language))
}

pub fn trend(id: &str, chart: &Trend, behind: &Table, language: Language) -> Markup {
    figure(id, &chart.heading, &chart.caption, &trend::draw(chart), &data(behind, language))
}

/// The distributions of some items under one heading; `below` stands between the drawing and the table.
pub fn spreads(
    (id, heading, about): (&str, &str, &str),
    (round, items): (&Round, &[&ItemFigures]),
    is_stacked: bool,
    below: &Markup,
    language: Language,
) -> Markup {
    let say = words(language);
    let pictures = spread::spreads(round, items, is_stacked, language);
    let has_any = pictures.iter().any(|picture| spread::has_any(&picture.chart));
    let explained = if is_stacked { say.parts_of_hundred } else { say.percents };
    let caption = [about, if has_any { explained } else { "" }].into_iter().filter(|text| !text.is_empty());
    let caption = caption.collect::<Vec<_>>().join(" · ");
    let is_part_missing = pictures.iter().flat_map(|picture| &picture.chart.rows).any(|row| row.segments.is_empty());
    let no_spread = crate::language::fill(say.no_spread, &[&(round.released.figures.k * 2)]);
    let drawing = html! {
        @for picture in &pictures { (one(picture, language)) }
        @if is_part_missing { p.small.muted { (no_spread) } }
        (below)
    };
    let tables = html! { @for picture in &pictures { (data(&picture.table, language)) } };
    figure(id, heading, &caption, &drawing, &tables)
}

fn one(picture: &Picture, language: Language) -> Markup {
    html! {
        @if spread::has_any(&picture.chart) { (spread::legend(&picture.chart)) }
        (spread::draw(&picture.chart, language))
    }
}

fn figure(id: &str, heading: &str, caption: &str, drawing: &Markup, tables: &Markup) -> Markup {
    html! {
        figure.card aria-labelledby=(id) {
            figcaption { h2 id=(id) { (heading) } @if !caption.is_empty() { p { (caption) } } }
            (drawing)
            (tables)
        }
    }
}

fn data(behind: &Table, language: Language) -> Markup {
    html! { details.data { summary { (words(language).as_table) } (table(behind)) } }
}
