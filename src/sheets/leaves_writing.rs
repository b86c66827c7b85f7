//! What is read from top to bottom as a workbook: words over the whole width, and tables whose cells may go over
//! several columns and rows.
//!
//! Text is text, which no spreadsheet calculates; nothing that steers line breaks is written. The same leaves give the
//! same bytes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::{Unwritable, Value, figures_writing::written_out};

pub struct Leaf {
    pub name: String,
    /// On top of every printed page.
    pub title: String,
    pub is_landscape: bool,
    /// In letters, about.
    pub widths: Vec<u16>,
    pub lines: Vec<LeafLine>,
}

pub enum LeafLine {
    /// Over the whole width.
    Words { text: String, is_strong: bool },
    /// In the order of columns; none: it lies under one from above or from the left.
    Cells { cells: Vec<Option<LeafCell>>, kind: CellKind },
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    Heading,
    Plain,
    /// A sum, a mean, or a heading of what follows.
    Strong,
}

pub struct LeafCell {
    pub value: Value,
    /// Columns and rows, itself counted.
    pub across: u16,
    pub down: u32,
}

const FACE: &str = "TH Sarabun New";
const POINTS: f64 = 16.0;
const A4: u8 = 9;
const LINE: u16 = 24;
/// No row is higher than 409 points.
const MOST_LINES: usize = 17;
const LONGEST_TITLE: usize = 80;
const LONGEST_NAME: usize = 31;

struct Formats {
    words: Format,
    strong_words: Format,
    heading: Format,
    cell: Format,
}

impl Formats {
    fn new() -> Self {
        let base = Format::new().set_font_name(FACE).set_font_size(POINTS).set_align(FormatAlign::Top).set_text_wrap();
        let cell = base.clone().set_border(FormatBorder::Hair);
        Self {
            strong_words: base.clone().set_bold(),
            words: base,
            heading: cell.clone().set_bold().set_border_bottom(FormatBorder::Thin),
            cell,
        }
    }

    fn of(&self, kind: CellKind, value: &Value) -> Format {
        let format = match kind {
            CellKind::Heading => self.heading.clone(),
            CellKind::Plain => self.cell.clone(),
            CellKind::Strong => self.cell.clone().set_bold(),
        };
        match value {
            Value::Nothing | Value::Text(_) => format,
            Value::Count(_) | Value::Number(_, 0) => format.set_num_format("#,##0"),
            Value::Number(_, 1) => format.set_num_format("0.0"),
            Value::Number(..) => format.set_num_format("0.00"),
            Value::PerCent(_) => format.set_num_format("0.00%"),
        }
    }
}

pub fn leaves_workbook(leaves: &[Leaf]) -> Result<Vec<u8>, Unwritable> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let (formats, mut names) = (Formats::new(), Vec::new());
    for leaf in leaves {
        let name = own_name(&leaf.name, &names);
        let written = workbook.add_worksheet();
        written.set_name(&name)?;
        names.push(name.to_lowercase());
        lay_out(written, leaf)?;
        for (row, line) in (0_u32..).zip(&leaf.lines) {
            match line {
                LeafLine::Words { text, is_strong } => {
                    let format = if *is_strong { &formats.strong_words } else { &formats.words };
                    words(written, row, leaf, &written_out(text), format)?;
                }
                LeafLine::Cells { cells, kind } => line_of(written, row, leaf, cells, *kind, &formats)?,
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// A name that a sheet may have, and that no other one has.
fn own_name(name: &str, taken: &[String]) -> String {
    let name: String = written_out(name).replace(['[', ']', ':', '*', '?', '/', '\\', '\n', '\''], " ");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = |letters: usize| name.chars().take(letters).collect::<String>().trim().to_owned();
    let first = short(LONGEST_NAME);
    let first = if first.is_empty() { "1".to_owned() } else { first };
    // Where it is cut, the cut one has its number.
    (2..100)
        .scan(first, |next, number| Some(std::mem::replace(next, format!("{} {number}", short(LONGEST_NAME - 3)))))
        .find(|name| !taken.contains(&name.to_lowercase()))
        .unwrap_or_else(|| (taken.len() + 1).to_string())
}

fn lay_out(written: &mut Worksheet, leaf: &Leaf) -> Result<(), XlsxError> {
    written.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    // Left, right, top, bottom, header and footer, in inches.
    written.set_margins(0.8, 0.6, 0.8, 0.7, 0.4, 0.35);
    if leaf.is_landscape {
        written.set_landscape();
    }
    // An ampersand begins an order of the header's own.
    let title: String = written_out(&leaf.title).replace(['\n', '\r'], " ").chars().take(LONGEST_TITLE).collect();
    written.set_header(format!("&L{}", title.replace('&', "&&")));
    written.set_footer("&R&P/&N");
    for (column, width) in (0..).zip(&leaf.widths) {
        written.set_column_width(column, f64::from(*width))?;
    }
    Ok(())
}

fn words(written: &mut Worksheet, row: u32, leaf: &Leaf, text: &str, format: &Format) -> Result<(), XlsxError> {
    let all: u16 = leaf.widths.iter().sum();
    written.set_row_height(row, height(lines(text, all)))?;
    let last = u16::try_from(leaf.widths.len().saturating_sub(1)).unwrap_or_default();
    if last > 0 {
        written.merge_range(row, 0, row, last, text, format)?;
    } else {
        written.write_string_with_format(row, 0, text, format)?;
    }
    Ok(())
}

fn line_of(
    written: &mut Worksheet,
    row: u32,
    leaf: &Leaf,
    cells: &[Option<LeafCell>],
    kind: CellKind,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let mut tallest = 1;
    for (column, cell) in (0_u16..).zip(cells) {
        let Some(cell) = cell else { continue };
        let (value, format) = (&cell.value, formats.of(kind, &cell.value));
        let text = if let Value::Text(text) = value { written_out(text) } else { String::new() };
        let width = leaf.widths.iter().skip(column.into()).take(cell.across.into()).sum();
        tallest = tallest.max(lines(&text, width).div_ceil(usize::try_from(cell.down).unwrap_or(1).max(1)));
        if cell.across > 1 || cell.down > 1 {
            let (down, across) = (row + cell.down.max(1) - 1, column + cell.across.max(1) - 1);
            written.merge_range(row, column, down, across, &text, &format)?;
        }
        match value {
            Value::Nothing => written.write_blank(row, column, &format)?,
            Value::Text(_) => written.write_string_with_format(row, column, text, &format)?,
            Value::Count(number) => written.write_number_with_format(row, column, *number, &format)?,
            Value::Number(number, _) | Value::PerCent(number) => {
                written.write_number_with_format(row, column, *number, &format)?
            }
        };
    }
    written.set_row_height(row, height(tallest))?;
    Ok(())
}

/// How many a text takes in so much width: words are not broken, so a fifth of a line stays empty.
fn lines(text: &str, width: u16) -> usize {
    let filled = (usize::from(width) * 4 / 5).max(1);
    text.split('\n').map(|line| line.chars().count().div_ceil(filled).max(1)).sum()
}

/// Told to the programs, of which not all work it out.
fn height(lines: usize) -> u16 {
    u16::try_from(lines.clamp(1, MOST_LINES)).unwrap_or(1) * LINE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::{Cell, read_sheets};

    fn text(said: &str, across: u16, down: u32) -> LeafCell {
        LeafCell { value: Value::Text(said.to_owned()), across, down }
    }

    fn leaf(name: &str) -> Leaf {
        Leaf {
            name: name.to_owned(),
            title: "แผน & รายงาน".to_owned(),
            is_landscape: true,
            widths: vec![20, 10, 10],
            lines: vec![
                LeafLine::Words { text: "=1+1\nบรรทัดสอง".to_owned(), is_strong: true },
                LeafLine::Cells {
                    cells: vec![Some(text("มาตรการ", 1, 2)), Some(text("2568", 2, 1)), None],
                    kind: CellKind::Heading,
                },
                LeafLine::Cells {
                    cells: vec![None, Some(text("ต.ค.", 1, 1)), Some(text("พ.ย.", 1, 1))],
                    kind: CellKind::Heading,
                },
                LeafLine::Cells {
                    cells: vec![
                        Some(text("- ก", 1, 1)),
                        Some(LeafCell { value: Value::Number(88.6, 2), across: 1, down: 1 }),
                        Some(LeafCell { value: Value::Nothing, across: 1, down: 1 }),
                    ],
                    kind: CellKind::Plain,
                },
            ],
        }
    }

    #[test]
    fn what_is_written_is_read_again_as_text_and_numbers() {
        let bytes = leaves_workbook(&[leaf("แผน")]).unwrap();
        let tables = read_sheets(&bytes).unwrap();
        let cells: Vec<Vec<String>> = tables[0]
            .rows
            .iter()
            .map(|row| row.cells().map(|cell| format!("{cell:?}")).filter(|cell| !cell.contains("Empty")).collect())
            .collect();
        let told = format!("{cells:?}");
        for said in ["=1+1", "มาตรการ", "2568", "ต.ค.", "- ก", "88.6"] {
            assert!(told.contains(said), "{said} in {told}");
        }
        assert!(tables[0].rows.iter().any(|row| row.cells().any(|cell| cell == Cell::Number("88.6"))));
    }

    #[test]
    fn sheets_have_names_of_their_own_that_a_workbook_takes() {
        let long = "ก".repeat(40);
        let leaves = [leaf("แผน 1/2569"), leaf("แผน 1/2569"), leaf(""), leaf("''"), leaf(&long), leaf(&long)];
        assert_eq!(read_sheets(&leaves_workbook(&leaves).unwrap()).unwrap().len(), 6);
        assert_eq!(own_name("ก/ข", &["ก ข".to_owned()]), "ก ข 2");
    }

    #[test]
    fn the_same_leaves_give_the_same_bytes() {
        assert_eq!(leaves_workbook(&[leaf("ก")]).unwrap(), leaves_workbook(&[leaf("ก")]).unwrap());
    }
}
