//! Which column of a file is what, and how its dates are meant.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Field, headings::recognise};
use crate::{
    language::{Era, Reading, dates},
    people::Category,
    sheets::{Cell, Row, Table},
};

/// Titles and notes may stand above the headings; nobody puts more there than this.
const HEADINGS_WITHIN: usize = 20;

/// What was said about the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// The row of the headings, as the file counts; people begin below it.
    pub headings: u32,
    /// Columns from 0.
    pub columns: BTreeMap<Field, usize>,
    /// What years of two digits are counted from, once somebody said so.
    pub era: Option<Era>,
    /// The kind of employment of newcomers, where the file does not say.
    pub category: Option<Category>,
}

/// Why a layout cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayoutFault {
    #[error("no column for {}", .0.code())]
    Missing(Field),
    #[error("two columns for {}", .0.code())]
    Twice(Field),
    #[error("years have two digits, and it is not said what they are counted from")]
    EraMissing,
    #[error("the file does not say kinds of employment, and none was chosen")]
    CategoryMissing,
}

/// A column as it is shown to whoever says what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column<'table> {
    pub place: usize,
    pub heading: String,
    /// The first few cells below it that are not empty.
    pub examples: Vec<Cell<'table>>,
}

/// Whether a row is one of headings.
pub fn is_headings(row: &Row) -> bool {
    let mut known: Vec<Field> = row.cells().filter_map(|cell| recognise(&cell.text())).collect();
    known.sort_unstable();
    known.dedup();
    known.len() >= 2
}

/// What the headings say by themselves, in the first row that looks like one of headings.
pub fn guess(table: &Table) -> Layout {
    let headings = table.rows.iter().take(HEADINGS_WITHIN).find(|row| is_headings(row)).or(table.rows.first());
    guess_at(table, headings.map_or(0, |row| row.number))
}

/// What the headings of that row say by themselves; nothing if there is no such row.
pub fn guess_at(table: &Table, headings: u32) -> Layout {
    let mut layout = Layout { headings, ..Layout::default() };
    let row = table.rows.iter().find(|row| row.number == headings);
    for (place, cell) in row.into_iter().flat_map(|row| row.cells().enumerate()) {
        if let Some(field) = recognise(&cell.text()) {
            // The first of two wins; whoever looks can say otherwise.
            layout.columns.entry(field).or_insert(place);
        }
    }
    layout
}

/// The rows with people in them.
pub fn people_rows<'table>(table: &'table Table, layout: &Layout) -> impl Iterator<Item = &'table Row> {
    let below = layout.headings;
    table.rows.iter().filter(move |row| row.number > below)
}

/// Every column with its heading and its first cells.
pub fn columns<'table>(table: &'table Table, layout: &Layout, examples: usize) -> Vec<Column<'table>> {
    let headings = table.rows.iter().find(|row| row.number == layout.headings);
    let width = people_rows(table, layout).take(50).chain(headings).map(Row::len).max().unwrap_or(0);
    let column = |place: usize| Column {
        place,
        heading: headings.map(|row| row.cell(place).text().into_owned()).unwrap_or_default(),
        examples: people_rows(table, layout)
            .map(|row| row.cell(place))
            .filter(|cell| !cell.text().trim().is_empty())
            .take(examples)
            .collect(),
    };
    (0..width).map(column).collect()
}

/// The first start date whose year has two digits, as it stands in the file.
pub fn two_digit_year(table: &Table, layout: &Layout) -> Option<(String, Reading)> {
    let place = *layout.columns.get(&Field::Started)?;
    people_rows(table, layout).find_map(|row| match row.cell(place) {
        Cell::Text(text) => match dates::read(text) {
            Ok(reading @ Reading::TwoDigitYear { .. }) => Some((text.to_owned(), reading)),
            _ => None,
        },
        _ => None,
    })
}

impl Layout {
    /// Everything that keeps this layout from being used with that file.
    pub fn faults(&self, table: &Table) -> Vec<LayoutFault> {
        let missing = Field::REQUIRED.into_iter().filter(|field| !self.columns.contains_key(field));
        let mut faults: Vec<_> = missing.map(LayoutFault::Missing).collect();
        if !self.columns.contains_key(&Field::Category) && self.category.is_none() {
            faults.push(LayoutFault::CategoryMissing);
        }
        if self.era.is_none() && two_digit_year(table, self).is_some() {
            faults.push(LayoutFault::EraMissing);
        }
        faults
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn from_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }
}
