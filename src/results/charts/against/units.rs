//! Units beside the target, to one decimal. What is hidden has its name and nothing else.

use crate::{
    language::{Language, fill},
    results::{
        Round,
        charts::{naming, written},
        figure::Figure,
        findings::heading_of_units,
        report::{Against, AgainstRow, Column, Row, Table},
        words::charts::words,
    },
};

/// The chart, and the table behind it. Nothing where the round has no units to tell apart.
pub fn units(round: &Round, language: Language) -> Option<(Against, Table)> {
    let say = words(language);
    let (paper, groups) = (&round.released.paper, &round.released.figures.groups);
    if groups.shown.len() + groups.hidden.len() < 2 || groups.shown.is_empty() {
        return None;
    }
    let target = round.occasion.target.as_ref();
    let shown = groups.shown.iter().map(|group| AgainstRow {
        label: naming::group(paper, &group.strata, language),
        before: None,
        figure: group.figure.clone(),
        value: written::figure(&group.figure, written::UNIT, language),
        change: written::people(group.counted, language),
        is_met: target.and_then(|target| target.is_met_by(&group.figure)),
        remark: String::new(),
    });
    let hidden = groups.hidden.iter().map(|strata| AgainstRow {
        label: naming::group(paper, strata, language),
        before: None,
        figure: Figure::TooFew,
        value: String::new(),
        change: String::new(),
        is_met: None,
        remark: say.hidden.to_owned(),
    });
    let rows: Vec<AgainstRow> = shown.chain(hidden).collect();
    let now = naming::round(&round.occasion, language);
    let chart = super::indicators::of_rows(heading_of_units(round, language), now, rows, target, language);
    let chart = Against { caption: caption(round, chart.caption, language), ..chart };
    let column = |heading: &str, is_figure| Column::new(heading, is_figure);
    let mut columns = vec![column(say.unit, false), column(say.score, true), column(say.respondents, true)];
    columns.extend(target.map(|target| column(&fill(say.target_of, &[&target.score.shown(2)]), false)));
    let mut table_rows = Vec::new();
    for (at, row) in chart.rows.iter().enumerate() {
        let group = groups.shown.get(at);
        let or_hidden = |text: Option<String>| text.unwrap_or_else(|| say.hidden.to_owned());
        let mut cells = vec![row.label.clone(), or_hidden(group.map(|_| row.value.clone()))];
        cells.push(or_hidden(group.map(|group| group.counted.to_string())));
        cells.extend(target.map(|_| match row.is_met {
            Some(true) => say.met.to_owned(),
            Some(false) => say.is_below.to_owned(),
            None if row.figure.is_shown() => say.no_telling.to_owned(),
            None => String::new(),
        }));
        table_rows.push(Row { cells, is_strong: false });
    }
    let table = Table { caption: chart.heading.clone(), columns, rows: table_rows, ..Table::default() };
    Some((chart, table))
}

fn caption(round: &Round, begins: String, language: Language) -> String {
    let say = words(language);
    if round.released.figures.groups.hidden.is_empty() {
        return begins;
    }
    format!("{begins} · {}", say.why_hidden)
}
