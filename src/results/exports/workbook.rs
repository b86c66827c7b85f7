//! Any document as a workbook: what is read above a table stands above it, and every table has its own sheet.

use crate::{
    language::plain,
    results::report::{Block, Document, Row, Table},
    sheets::{CellKind, Leaf, LeafCell, LeafLine, Unwritable, Value, leaves_workbook},
};

/// Together, in letters.
const WIDTH: usize = 96;
const WIDTH_ACROSS: usize = 150;
const NARROWEST: usize = 6;
const WIDEST: usize = 60;

/// What is no table; the next begins a sheet of its own.
struct Page {
    name: String,
    widths: Vec<u16>,
    lines: Vec<LeafLine>,
    has_table: bool,
}

pub fn workbook(document: &Document) -> Result<Vec<u8>, Unwritable> {
    let mut pages = vec![Page::new()];
    push(&mut pages, |page| {
        page.words(&document.running(&document.title), true);
        for line in document.lines.iter().filter(|line| !line.is_empty()) {
            page.words(&document.running(line), false);
        }
    });
    for block in &document.blocks {
        if is_beginning(block) && pages.last().is_some_and(|page| page.has_table) {
            pages.push(Page::new());
        }
        push(&mut pages, |page| page.block(document, block));
    }
    let leaves: Vec<Leaf> = pages.into_iter().filter(|page| !page.lines.is_empty()).map(|page| page.leaf(document)).collect();
    leaves_workbook(&leaves)
}

fn push(pages: &mut [Page], write: impl FnOnce(&mut Page)) {
    if let Some(page) = pages.last_mut() {
        write(page);
    }
}

const fn is_beginning(block: &Block) -> bool {
    matches!(block, Block::Heading(_) | Block::Table(_) | Block::PageBreak)
}

impl Page {
    const fn new() -> Self {
        Self { name: String::new(), widths: Vec::new(), lines: Vec::new(), has_table: false }
    }

    fn leaf(self, document: &Document) -> Leaf {
        let all = if document.is_landscape { WIDTH_ACROSS } else { WIDTH };
        Leaf {
            name: if self.name.is_empty() { document.title.clone() } else { self.name },
            title: document.title.clone(),
            is_landscape: document.is_landscape,
            widths: if self.widths.is_empty() { vec![u16::try_from(all).unwrap_or_default()] } else { self.widths },
            lines: self.lines,
        }
    }

    fn words(&mut self, text: &str, is_strong: bool) {
        self.lines.push(LeafLine::Words { text: text.to_owned(), is_strong });
    }

    fn block(&mut self, document: &Document, block: &Block) {
        match block {
            Block::Heading(text) => {
                if !self.has_table {
                    self.name.clone_from(text);
                }
                self.words(&document.running(text), true);
            }
            Block::Paragraph(text) | Block::Note(text) => self.words(&document.running(text), false),
            Block::List(lines) => {
                for line in lines {
                    self.words(&format!("- {}", document.running(line)), false);
                }
            }
            Block::Facts(facts) => {
                for fact in facts {
                    self.words(&format!("{}: {} {}", fact.label, fact.value, fact.remark), false);
                }
            }
            Block::Table(table) => self.table(document, table),
            // What it states; the table beside it has its figures.
            Block::Against(chart) => self.words(&chart.heading, false),
            Block::Spread(chart) => self.words(&chart.heading, false),
            Block::PageBreak => {}
        }
    }

    fn table(&mut self, document: &Document, table: &Table) {
        self.has_table = true;
        if self.name.is_empty() {
            self.name.clone_from(&table.caption);
        }
        self.widths = widths(table, if document.is_landscape { WIDTH_ACROSS } else { WIDTH });
        if !table.caption.is_empty() {
            self.words(&table.caption, true);
        }
        headings(table, &mut self.lines);
        for (number, row) in table.rows.iter().enumerate() {
            self.lines.push(LeafLine::Cells {
                cells: cells(table, number, row),
                kind: if row.is_strong { CellKind::Strong } else { CellKind::Plain },
            });
        }
        if !table.note.is_empty() {
            self.words(&table.note, false);
        }
    }
}

fn heading(text: &str, across: usize, down: u32) -> LeafCell {
    LeafCell { value: Value::Text(text.to_owned()), across: u16::try_from(across).unwrap_or(1), down }
}

fn headings(table: &Table, lines: &mut Vec<LeafLine>) {
    let (groups, kind) = (table.groups(), CellKind::Heading);
    let mut over = Vec::new();
    for group in &groups {
        match table.columns.get(group.first).filter(|_| group.heading.is_empty()) {
            Some(column) => over.push(Some(heading(&column.heading, 1, 2))),
            None => over.push(Some(heading(group.heading, group.columns, 1))),
        }
        over.extend((1..group.columns).map(|_| None));
    }
    if !over.is_empty() {
        lines.push(LeafLine::Cells { cells: over, kind });
    }
    let is_alone = |place: usize| groups.iter().any(|group| group.first == place && group.heading.is_empty());
    let own = table.columns.iter().enumerate().map(|(place, column)| (!is_alone(place)).then(|| heading(&column.heading, 1, 1)));
    lines.push(LeafLine::Cells { cells: own.collect(), kind });
}

fn cells(table: &Table, number: usize, row: &Row) -> Vec<Option<LeafCell>> {
    let one = |(place, text): (usize, &String)| {
        let down = u32::try_from(table.rows_of(number, place)?).unwrap_or(1);
        let is_figure = table.columns.get(place).is_some_and(|column| column.is_figure);
        Some(LeafCell { value: if is_figure { figure(text) } else { words(text) }, across: 1, down })
    };
    row.cells.iter().take(table.columns.len()).enumerate().map(one).collect()
}

fn words(text: &str) -> Value {
    if text.is_empty() { Value::Nothing } else { Value::Text(text.to_owned()) }
}

/// What is no number stays a word.
fn figure(text: &str) -> Value {
    let digits = plain(text).replace('−', "-").replace(',', "");
    let is_number = digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '+'));
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match digits.parse::<f64>().ok().filter(|_| is_number && decimals <= 2) {
        Some(number) => Value::Number(number, u8::try_from(decimals).unwrap_or(2)),
        None => words(text),
    }
}

/// As they want to be; or in proportion to the longest line of each column.
fn widths(table: &Table, all: usize) -> Vec<u16> {
    let longest = |place: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(place)).flat_map(|cell| cell.split('\n'));
        let heading = table.columns.get(place).map_or(0, |column| column.heading.chars().count().div_ceil(2));
        cells.map(|line| line.chars().count()).chain([heading]).max().unwrap_or_default().clamp(NARROWEST, WIDEST)
    };
    let shares = table.shares().unwrap_or_else(|| (0..table.columns.len()).map(longest).collect());
    let sum: usize = shares.iter().sum::<usize>().max(1);
    shares.iter().map(|share| u16::try_from((share * all / sum).max(4)).unwrap_or(u16::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::Language,
        results::report::{Column, Merged},
        sheets::{Cell, read_sheets},
    };

    fn table() -> Table {
        let month = |heading: &str| Column::wide(heading, 3).under("2568");
        Table {
            caption: "แผนรายเดือน".to_owned(),
            columns: vec![
                Column::wide("มาตรการ", 30),
                month("ต.ค."),
                month("พ.ย."),
                Column { width: Some(6), ..Column::new("งบ", true) },
            ],
            rows: [["1. ก\n- ข", "✓", "", "1,200"], ["", "", "✓", "-"]]
                .map(|cells| Row { cells: cells.map(str::to_owned).to_vec(), is_strong: false })
                .to_vec(),
            merged: vec![Merged { row: 0, column: 0, rows: 2 }],
            note: "หมายเหตุ".to_owned(),
        }
    }

    #[test]
    fn every_table_has_a_sheet_with_what_is_read_above_it() {
        let document = Document {
            language: Language::Thai,
            title: "รายงาน".to_owned(),
            lines: vec!["กรมตัวอย่าง".to_owned()],
            running: String::new(),
            thai_digits: false,
            is_landscape: true,
            blocks: vec![
                Block::Paragraph("=SUM(A1)".to_owned()),
                Block::Table(table()),
                Block::Paragraph("จัดทำโดย".to_owned()),
                Block::Table(table()),
            ],
            signatures: Vec::new(),
        };
        let sheets = read_sheets(&workbook(&document).unwrap()).unwrap();
        assert_eq!(sheets.len(), 2);
        let told: Vec<String> = sheets[0].rows.iter().flat_map(|row| row.cells().map(|cell| cell.text().into_owned())).collect();
        for said in ["รายงาน", "กรมตัวอย่าง", "=SUM(A1)", "2568", "1. ก\n- ข", "จัดทำโดย", "หมายเหตุ"]
        {
            assert!(told.iter().any(|it| it == said), "{said} in {told:?}");
        }
        assert!(sheets[0].rows.iter().any(|row| row.cells().any(|cell| cell == Cell::Number("1200"))), "{told:?}");
    }

    #[test]
    fn only_figures_become_numbers() {
        assert_eq!(
            [figure("1,200"), figure("−0.50"), figure("88.60")],
            [Value::Number(1_200.0, 0), Value::Number(-0.5, 2), Value::Number(88.6, 2)]
        );
        for word in ["-", "88.60 %", "1e5", "inf", "น้อยเกินไป"] {
            assert_eq!(figure(word), Value::Text(word.to_owned()), "{word}");
        }
    }
}
