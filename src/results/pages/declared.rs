//! What was declared of earlier years, beside a round that asks for the same part of the assessment: there is something
//! to compare with from the first round on.

use maud::{Markup, html};

use super::View;
use crate::{
    instruments::Part,
    language::{FiscalYear, Language, fill},
    results::{
        charts::{naming, table, written},
        figures::PartFigures,
        ita::Declared,
        report::{Column, Row, Table},
        words::pages::words,
    },
    web::{Visit, at},
};

/// Nothing where nothing was declared.
pub fn beside(visit: &Visit, view: &View) -> Markup {
    let say = words(visit.language);
    html! {
        @if !view.declared.is_empty() {
            section.card.stack aria-labelledby="declared" {
                div { h2 #declared { (say.declared) } p.muted { (say.declared_lead) } }
                (table(&of(view, visit.language)))
                p.small { a href=(visit.to(at::YEARS)) { (say.declared_more) } }
            }
        } @else if view.may_plan && view.round.released.paper.instrument.assessment.is_some() {
            p.small { a href=(visit.to(at::YEARS)) { (say.declared_none) } }
        }
    }
}

fn of(view: &View, language: Language) -> Table {
    let say = words(language);
    let (paper, figures) = (&view.round.released.paper, &view.round.released.figures);
    let shown = |figure| written::figure(figure, written::WHOLE, language);
    let mut columns = vec![Column::new(say.declared_what, false)];
    columns.extend(view.declared.iter().map(|(year, _)| Column::new(fill(say.declared_of, &[&year.number()]), true)));
    columns.push(Column::new(naming::round(&view.round.occasion, language), true));
    let overall = view.declared.iter().map(|(_, it)| it.score().map_or_else(|| say.declared_nobody.to_owned(), |it| it.shown(2)));
    let mut rows = vec![row(say.overall, overall, shown(&figures.overall), true)];
    let asked = paper.instrument.parts.iter().filter_map(|part| Some((part, figures.part(&part.code)?)));
    for (part, own) in asked.filter(|(_, own): &(&Part, &PartFigures)| own.is_rated()) {
        let declared = view.declared.iter().map(|(_, it)| indicator(it, part));
        rows.push(row(part.title.say(language), declared, shown(&own.figure), false));
    }
    Table {
        caption: say.declared.to_owned(),
        columns,
        rows,
        note: sources(&view.declared, say.declared_source),
        ..Table::default()
    }
}

fn row(label: &str, declared: impl Iterator<Item = String>, own: String, is_strong: bool) -> Row {
    Row { cells: std::iter::once(label.to_owned()).chain(declared).chain([own]).collect(), is_strong }
}

/// The declared indicator of this name, however it is numbered.
fn indicator(declared: &Declared, part: &Part) -> String {
    let titles = [&part.title.th, &part.title.en].map(|title| plain(title));
    let found = declared.indicators.iter().find(|it| titles.contains(&plain(&it.label)));
    found.map_or_else(|| "–".to_owned(), |it| it.score().shown(2))
}

/// A name without its number, signs and spaces.
fn plain(name: &str) -> String {
    let name = name.trim().trim_start_matches("ตัวชี้วัดที่").trim_start_matches("ตัวชี้วัด");
    name.chars()
        .filter(|letter| letter.is_alphabetic() || ('\u{e30}'..='\u{e4e}').contains(letter))
        .collect::<String>()
        .to_lowercase()
}

fn sources(declared: &[(FiscalYear, Declared)], label: &str) -> String {
    let sources =
        declared.iter().filter(|(_, it)| !it.source.is_empty()).map(|(year, it)| format!("{}: {}", year.number(), it.source));
    let sources = sources.collect::<Vec<_>>().join(" · ");
    if sources.is_empty() { sources } else { format!("{label} {sources}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{instruments::Text, results::ita::Indicator};

    #[test]
    fn an_indicator_is_known_by_its_name_however_it_is_numbered() {
        let part = |thai: &str| Part { title: Text::new(thai, "Use of power"), ..Part::default() };
        let declared = |label: &str| Declared {
            hundredths: Some(9_000),
            source: String::new(),
            indicators: vec![Indicator { label: label.to_owned(), hundredths: 9_104 }],
        };
        for label in ["การใช้อำนาจ", "3. การใช้อำนาจ", "ตัวชี้วัดที่ 3 การใช้อำนาจ", "๓) การใช้ อำนาจ", "Use of Power"]
        {
            assert_eq!(indicator(&declared(label), &part("การใช้อำนาจ")), "91.04", "{label}");
        }
        assert_eq!(indicator(&declared("การใช้งบประมาณ"), &part("การใช้อำนาจ")), "–");
    }
}
