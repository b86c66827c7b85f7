//! Measure, topics, steps, twelve months in fiscal order, budget, owner: one row for each step.

use crate::{
    improving::words::printed::words,
    language::{Language, Month},
    plans::{MONTHS, Measured, Whole},
    results::report::{Column, Merged, Row, Table},
};

const TICK: &str = "✓";

pub fn table(whole: &Whole, language: Language) -> Table {
    let (say, wanted) = (words(language), &whole.plan.wanted);
    let when = (say.when)(&wanted.months.written(wanted.year, language));
    let mut columns = vec![Column::wide(say.measure, 18), Column::wide(say.topics, 15), Column::wide(say.step, 24)];
    columns.extend(Month::FISCAL.map(|month| Column::wide(month.short(language), 7).under(when.clone())));
    columns.extend([Column::wide(say.budget, 14), Column::wide(say.owner, 14)]);
    let mut table = Table { columns, ..Table::default() };
    for measure in &whole.measures {
        rows(&mut table, measure);
    }
    table
}

/// The measure and its topics stand beside all of its steps.
fn rows(table: &mut Table, measure: &Measured) {
    let row = table.rows.len();
    let topics: Vec<String> = measure.measure.topics.iter().map(|topic| format!("- {topic}")).collect();
    let head = [measure.measure.text.clone(), topics.join("\n")];
    for (before, step) in measure.steps.iter().enumerate() {
        let mut cells = if before == 0 { head.to_vec() } else { vec![String::new(); head.len()] };
        cells.push(format!("{}. {}", before + 1, step.task.text));
        cells.extend((0..MONTHS).map(|place| if step.task.months.has(place) { TICK.to_owned() } else { String::new() }));
        cells.extend([step.task.budget.clone(), step.task.owner.clone()]);
        table.rows.push(Row { cells, is_strong: false });
    }
    if measure.steps.is_empty() {
        let mut cells = head.to_vec();
        cells.resize(table.columns.len(), String::new());
        table.rows.push(Row { cells, is_strong: false });
    }
    let rows = measure.steps.len();
    if rows > 1 {
        table.merged.extend((0..head.len()).map(|column| Merged { row, column, rows }));
    }
}
