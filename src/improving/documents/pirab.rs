//! Letter, measures, reason, topics: one row for each letter that has a measure, and the topics of all beside them.

use crate::{
    improving::words::printed::words,
    language::Language,
    plans::{Letter, Measured, Whole},
    results::report::{Column, Merged, Row, Table},
};

const REASON: usize = 2;
const TOPICS: usize = 3;

pub fn table(whole: &Whole, language: Language) -> Table {
    let say = words(language);
    let columns = vec![
        Column::wide(say.letter, 19),
        Column::wide(say.measure, 29),
        Column::wide(say.reason, 31),
        Column::wide(say.topics, 21),
    ];
    let mut table = Table { columns, ..Table::default() };
    let all = whole.measures.iter().zip(whole.reasons()).enumerate();
    let numbered: Vec<Numbered> = all.map(|(before, (it, reason))| (before + 1, it, reason)).collect();
    for letter in Letter::ALL.map(Some).into_iter().chain([None]) {
        let of: Vec<_> = numbered.iter().copied().filter(|(_, it, _)| it.measure.letter == letter).collect();
        if !of.is_empty() {
            row(&mut table, letter.map_or(say.no_letter, Letter::heading), &of);
        }
    }
    let rows = table.rows.len();
    if let Some(cell) = table.rows.first_mut().and_then(|row| row.cells.last_mut()) {
        *cell = topics(&whole.measures);
    }
    if rows > 1 {
        table.merged.push(Merged { row: 0, column: TOPICS, rows });
    }
    table
}

/// A measure with its number in the plan, and why it is taken.
type Numbered<'plan> = (usize, &'plan Measured, &'plan str);

fn row(table: &mut Table, heading: &str, of: &[Numbered]) {
    let measures: Vec<String> = of.iter().map(|(number, it, _)| format!("{number}. {}", it.measure.text)).collect();
    let reasons = reasons(of);
    let row = table.rows.len();
    let is_as_above = table.rows.last().and_then(|above| above.cells.get(REASON)).is_some_and(|above| *above == reasons);
    match table.merged.last_mut() {
        Some(above) if is_as_above => above.rows += 1,
        _ => table.merged.push(Merged { row, column: REASON, rows: 1 }),
    }
    let cells = vec![heading.to_owned(), measures.join("\n"), reasons, String::new()];
    table.rows.push(Row { cells, is_strong: false });
}

/// One cell for each letter.
fn reasons(of: &[Numbered]) -> String {
    let mut reasons: Vec<&str> = Vec::new();
    for (.., reason) in of {
        if !reason.is_empty() && !reasons.contains(reason) {
            reasons.push(reason);
        }
    }
    reasons.join("\n")
}

/// Each once, numbered through the plan.
fn topics(measures: &[Measured]) -> String {
    let mut topics: Vec<&str> = Vec::new();
    for topic in measures.iter().flat_map(|it| &it.measure.topics) {
        if !topics.contains(&topic.as_str()) {
            topics.push(topic);
        }
    }
    topics.iter().enumerate().map(|(before, topic)| format!("{}. {topic}", before + 1)).collect::<Vec<_>>().join("\n")
}
