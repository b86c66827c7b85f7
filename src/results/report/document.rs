//! The parts of a report, in order. Every sentence and figure is written already, in one language and in
//! Arabic digits, with the signs that help lines break (`language::plain` takes those away).

use std::borrow::Cow;

use super::{Against, Spread};
use crate::language::{Language, digits};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub language: Language,
    pub title: String,
    /// Below the title: the department, the round, the days.
    pub lines: Vec<String>,
    /// On the first line of the print: whose paper it is, and when it was printed.
    pub running: String,
    /// Digits in running text are Thai; never in tables, charts, codes or addresses.
    pub thai_digits: bool,
    /// Printed, and as a document to edit, on A4 turned on its side.
    pub is_landscape: bool,
    pub blocks: Vec<Block>,
    /// At the end; none: no lines to sign on.
    pub signatures: Vec<Signature>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    /// May hold several lines.
    Paragraph(String),
    /// One sentence for each line.
    List(Vec<String>),
    /// To be minded.
    Note(String),
    /// The four figures at the top.
    Facts(Vec<Fact>),
    Table(Table),
    Against(Against),
    Spread(Spread),
    PageBreak,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub value: String,
    pub remark: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Cells that go down over several rows; none lies in another.
    pub merged: Vec<Merged>,
    /// Below it; may be empty.
    pub note: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    /// Stands at the right.
    pub is_figure: bool,
    /// Over this column and its neighbours of the same; empty: none.
    pub group: String,
    /// Its share of the width; heeded where every column has one.
    pub width: Option<u16>,
}

/// The cell at this row and column goes down over so many rows; what the rows below hold there is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
}

/// A heading over columns that stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<'it> {
    /// Empty: this column has none over it.
    pub heading: &'it str,
    pub first: usize,
    pub columns: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// May hold several lines each.
    pub cells: Vec<String>,
    /// A sum, a mean, or a heading of what follows.
    pub is_strong: bool,
}

/// Who signs, below a line: a name may be filled in by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub role: String,
}

impl Column {
    pub fn new(heading: impl Into<String>, is_figure: bool) -> Self {
        Self { heading: heading.into(), is_figure, ..Self::default() }
    }

    /// Of text, so wide beside the others.
    pub fn wide(heading: impl Into<String>, width: u16) -> Self {
        Self { heading: heading.into(), width: Some(width), ..Self::default() }
    }

    #[must_use]
    pub fn under(self, group: impl Into<String>) -> Self {
        Self { group: group.into(), ..self }
    }
}

impl Table {
    /// The headings over the headings, from left to right; nothing where no column has one.
    pub fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group> = Vec::new();
        for (place, column) in self.columns.iter().enumerate() {
            match groups.last_mut().filter(|last| !column.group.is_empty() && last.heading == column.group) {
                Some(last) => last.columns += 1,
                None => groups.push(Group { heading: &column.group, first: place, columns: 1 }),
            }
        }
        if groups.iter().all(|group| group.heading.is_empty()) { Vec::new() } else { groups }
    }

    /// Over how many rows a cell goes; none: it lies under one that goes down over it.
    pub fn rows_of(&self, row: usize, column: usize) -> Option<usize> {
        let over = self.merged.iter().find(|it| it.column == column && it.row <= row && row < it.row + it.rows);
        match over {
            Some(merged) if merged.row < row => None,
            Some(merged) => Some(merged.rows.min(self.rows.len() - row).max(1)),
            None => Some(1),
        }
    }

    /// The share of each column, where all have one.
    pub fn shares(&self) -> Option<Vec<usize>> {
        self.columns.iter().map(|column| column.width.map(|width| usize::from(width).max(1))).collect()
    }
}

impl Document {
    /// Running text as it is printed: in Thai digits where they are wanted, but for words that are codes or addresses.
    pub fn running<'it>(&self, text: &'it str) -> Cow<'it, str> {
        if !self.thai_digits {
            return Cow::Borrowed(text);
        }
        let words = text.split_inclusive([' ', '\u{a0}']);
        Cow::Owned(words.map(|word| if is_code(word) { word.to_owned() } else { digits::thai(word) }).collect())
    }
}

/// Where a Latin letter stands beside digits, they are read together: `i2`, `ISO9001`, an address.
fn is_code(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thai_digits_stand_in_running_text_and_never_in_codes_or_addresses() {
        let document = Document {
            language: Language::Thai,
            title: String::new(),
            lines: Vec::new(),
            running: String::new(),
            thai_digits: true,
            is_landscape: false,
            blocks: Vec::new(),
            signatures: Vec::new(),
        };
        let said = document.running("คะแนนรวม 92.50 รอบ\u{a0}2/2569 ข้อ i2 ดู https://x.example/5 (12 คน)");
        assert_eq!(said, "คะแนนรวม ๙๒.๕๐ รอบ\u{a0}๒/๒๕๖๙ ข้อ i2 ดู https://x.example/5 (๑๒ คน)");
        let arabic = Document { thai_digits: false, ..document };
        assert_eq!(arabic.running("92.50"), "92.50");
    }

    fn table() -> Table {
        let month = |heading: &str, year: &str| Column::wide(heading, 2).under(year);
        let columns = vec![Column::wide("มาตรการ", 20), month("ต.ค.", "2568"), month("พ.ย.", "2568"), month("ม.ค.", "2569")];
        let rows = vec![Row { cells: vec![String::new(); 4], is_strong: false }; 3];
        Table { columns, rows, merged: vec![Merged { row: 0, column: 0, rows: 2 }], ..Table::default() }
    }

    #[test]
    fn neighbours_of_one_group_stand_under_one_heading() {
        let table = table();
        let groups: Vec<_> = table.groups().into_iter().map(|it| (it.heading, it.first, it.columns)).collect();
        assert_eq!(groups, [("", 0, 1), ("2568", 1, 2), ("2569", 3, 1)]);
        assert_eq!(Table { columns: vec![Column::new("ก", false), Column::new("ข", true)], ..Table::default() }.groups(), []);
    }

    #[test]
    fn a_cell_that_goes_down_hides_those_below_it_and_never_leaves_the_table() {
        let table = table();
        assert_eq!([0, 1, 2].map(|row| table.rows_of(row, 0)), [Some(2), None, Some(1)]);
        assert_eq!([0, 1, 2].map(|row| table.rows_of(row, 1)), [Some(1); 3]);
        let deep = Table { merged: vec![Merged { row: 1, column: 0, rows: 9 }], ..table };
        assert_eq!([0, 1, 2].map(|row| deep.rows_of(row, 0)), [Some(1), Some(2), None]);
    }

    #[test]
    fn shares_count_where_every_column_has_one() {
        assert_eq!(table().shares(), Some(vec![20, 2, 2, 2]));
        let mut part = table();
        part.columns.push(Column::new("งบ", true));
        assert_eq!(part.shares(), None);
    }
}
