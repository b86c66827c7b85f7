//! Short ways to say a table.

use crate::results::report::{Block, Column, Row, Table};

/// Headings of text, then headings of figures.
pub fn columns(text: &[&str], figures: &[&str]) -> Vec<Column> {
    let column = |is_figure| move |heading: &&str| Column::new(*heading, is_figure);
    text.iter().map(column(false)).chain(figures.iter().map(column(true))).collect()
}

pub fn row(cells: impl IntoIterator<Item = String>) -> Row {
    Row { cells: cells.into_iter().collect(), is_strong: false }
}

pub fn strong(cells: impl IntoIterator<Item = String>) -> Row {
    Row { cells: cells.into_iter().collect(), is_strong: true }
}

/// Nothing where there is no row.
pub fn table(caption: impl Into<String>, columns: Vec<Column>, rows: Vec<Row>, note: impl Into<String>) -> Option<Block> {
    (!rows.is_empty())
        .then(|| Block::Table(Table { caption: caption.into(), columns, rows, note: note.into(), ..Table::default() }))
}
