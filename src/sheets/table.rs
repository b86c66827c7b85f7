//! A table of cells, as it stood in the file.
//!
//! Kept small: a row is one text with marks where its cells are, so that a hundred thousand rows take little
//! more than their letters.

use super::{Refusal, limits};
use jiff::civil::Date;
use std::{borrow::Cow, fmt};

#[derive(Debug)]
pub struct Table {
    /// Without blank rows.
    pub rows: Vec<Row>,
    pub kind: Kind,
    /// The name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// Further sheets that looked right as well, and were not read.
    pub other_sheets: Vec<String>,
}

/// How the file was read, for a page to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Csv { encoding: Encoding, delimiter: char },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    /// What Excel writes as CSV on a Thai computer.
    Windows874,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'row> {
    Empty,
    /// As it is written, blanks at its ends and all; `TRUE` and `FALSE` too.
    Text(&'row str),
    /// In digits: `1001`, `43009.5`, `-0.25`.
    Number(&'row str),
    /// In the common era.
    Day(Date),
    /// What Excel shows instead of a value, `#N/A`; `=` for a formula that was never calculated.
    Fault(&'row str),
}

impl<'row> Cell<'row> {
    /// As a person would read it; a day as `2017-10-01`.
    pub fn text(self) -> Cow<'row, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Number(text) | Self::Fault(text) => Cow::Borrowed(text),
            Self::Day(day) => Cow::Owned(day.to_string()),
        }
    }
}

#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet numbers it, from 1 and blank rows counted.
    pub number: u32,
    text: Box<str>,
    marks: Box<[Mark]>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Empty,
    Text { from: u32, to: u32 },
    Number { from: u32, to: u32 },
    Fault { from: u32, to: u32 },
    Day(Date),
}

impl Row {
    /// How many cells there are up to the last that is not empty.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Never of a row in a [`Table`].
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The cell of that column, from 0; empty past the last.
    pub fn cell(&self, column: usize) -> Cell<'_> {
        self.marks.get(column).map_or(Cell::Empty, |mark| self.at(*mark))
    }

    pub fn cells(&self) -> impl ExactSizeIterator<Item = Cell<'_>> {
        self.marks.iter().map(|mark| self.at(*mark))
    }

    fn at(&self, mark: Mark) -> Cell<'_> {
        let between = |from: u32, to: u32| self.text.get(from as usize..to as usize).unwrap_or_default();
        match mark {
            Mark::Empty => Cell::Empty,
            Mark::Text { from, to } => Cell::Text(between(from, to)),
            Mark::Number { from, to } => Cell::Number(between(from, to)),
            Mark::Fault { from, to } => Cell::Fault(between(from, to)),
            Mark::Day(day) => Cell::Day(day),
        }
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ", self.number)?;
        out.debug_list().entries(self.cells()).finish()
    }
}

/// Rows while they are read, within the limits of a table.
#[derive(Default)]
pub(super) struct Rows {
    done: Vec<Row>,
    kept: usize,
    text: String,
    marks: Vec<Mark>,
    is_blank: bool,
}

impl Rows {
    pub(super) fn len(&self) -> usize {
        self.done.len()
    }

    pub(super) fn into_vec(mut self) -> Vec<Row> {
        self.done.shrink_to_fit();
        self.done
    }

    /// Puts a cell into the row that is being read.
    pub(super) fn put(&mut self, row: u32, column: usize, cell: Cell<'_>) -> Result<(), Refusal> {
        if matches!(cell, Cell::Empty | Cell::Text("")) {
            return Ok(());
        }
        if column >= limits::COLUMNS {
            return Err(Refusal::TooManyColumns { limit: limits::COLUMNS });
        }
        let mark = match cell {
            Cell::Text(text) => self.keep(row, text).map(|(from, to)| Mark::Text { from, to })?,
            Cell::Number(text) => self.keep(row, text).map(|(from, to)| Mark::Number { from, to })?,
            Cell::Fault(text) => self.keep(row, text).map(|(from, to)| Mark::Fault { from, to })?,
            Cell::Day(day) => Mark::Day(day),
            Cell::Empty => Mark::Empty,
        };
        self.is_blank &= matches!(cell, Cell::Text(text) if text.trim().is_empty());
        if self.marks.len() <= column {
            self.marks.resize(column + 1, Mark::Empty);
        }
        if let Some(place) = self.marks.get_mut(column) {
            *place = mark;
        }
        Ok(())
    }

    fn keep(&mut self, row: u32, text: &str) -> Result<(u32, u32), Refusal> {
        if limits::is_too_long(text) {
            return Err(Refusal::CellTooLong { row });
        }
        let place = |at: usize| u32::try_from(at).map_err(|_| too_much());
        let from = place(self.text.len())?;
        self.text.push_str(text);
        if self.text.len() > limits::KEPT {
            return Err(too_much());
        }
        Ok((from, place(self.text.len())?))
    }

    pub(super) fn begin(&mut self) {
        self.text.clear();
        self.marks.clear();
        self.is_blank = true;
    }

    /// Ends the row that is being read; a blank one is left out.
    pub(super) fn end(&mut self, number: u32) -> Result<(), Refusal> {
        if self.is_blank {
            return Ok(());
        }
        if self.done.len() >= limits::ROWS {
            return Err(Refusal::TooManyRows { limit: limits::ROWS });
        }
        self.kept += size_of::<Row>() + self.text.len() + size_of_val(self.marks.as_slice());
        if self.kept > limits::KEPT {
            return Err(too_much());
        }
        self.done.push(Row { number, text: self.text.as_str().into(), marks: self.marks.as_slice().into() });
        Ok(())
    }
}

fn too_much() -> Refusal {
    Refusal::Bomb { limit: limits::KEPT as u64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn row(cells: &[(usize, Cell<'_>)]) -> Result<Vec<Row>, Refusal> {
        let mut rows = Rows::default();
        rows.begin();
        for (column, cell) in cells {
            rows.put(7, *column, *cell)?;
        }
        rows.end(7)?;
        Ok(rows.into_vec())
    }

    #[test]
    fn cells_stand_where_they_were_put_and_empty_ones_between() {
        let rows = row(&[(2, Cell::Text("ก")), (0, Cell::Number("1")), (3, Cell::Day(date(2017, 10, 1)))]).unwrap();
        let cells: Vec<_> = rows[0].cells().collect();
        assert_eq!(cells, [Cell::Number("1"), Cell::Empty, Cell::Text("ก"), Cell::Day(date(2017, 10, 1))]);
        assert_eq!((rows[0].number, rows[0].len(), rows[0].cell(9)), (7, 4, Cell::Empty));
        let texts: Vec<_> = cells.into_iter().map(Cell::text).collect();
        assert_eq!(texts, ["1", "", "ก", "2017-10-01"]);
    }

    #[test]
    fn empty_cells_at_the_end_are_cut_however_far_they_reach() {
        let rows = row(&[(0, Cell::Text("a")), (1, Cell::Empty), (16_383, Cell::Text(""))]).unwrap();
        assert_eq!(rows[0].len(), 1);
    }

    #[test]
    fn a_row_of_blanks_is_left_out() {
        assert_eq!(row(&[(0, Cell::Text(" ")), (3, Cell::Text("\u{a0}\t"))]).unwrap(), []);
    }

    #[test]
    fn a_cell_holds_as_much_as_in_excel() {
        let most = "ก".repeat(limits::CHARACTERS);
        assert!(row(&[(0, Cell::Text(&most))]).is_ok());
        let more = most + "ก";
        assert_eq!(row(&[(0, Cell::Text(&more))]), Err(Refusal::CellTooLong { row: 7 }));
    }

    #[test]
    fn the_same_cell_again_and_again_does_not_fill_the_memory() {
        let text = "ก".repeat(limits::CHARACTERS);
        let again = vec![(0, Cell::Text(text.as_str())); 3_000];
        assert_eq!(row(&again), Err(too_much()));
    }
}
