//! Tables of figures as a workbook to be printed, sent and calculated with: numbers are numbers, laid out on A4
//! in a face that has Thai letters.
//!
//! Text is text, which no spreadsheet calculates; nothing that steers line breaks is written. The same tables
//! give the same bytes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::Unwritable;
use crate::language::plain;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Nothing,
    Text(String),
    /// People.
    Count(u32),
    /// With so many digits behind the point, of two at most.
    Number(f64, u8),
    /// `0.85`, shown as `85.00%`.
    PerCent(f64),
}

pub struct Heading {
    pub text: String,
    /// In letters, about.
    pub width: u16,
}

pub struct Sheet {
    pub name: String,
    /// On top of every printed page.
    pub title: String,
    /// Names and values, read line by line: everything stands at the left.
    pub is_list: bool,
    pub headings: Vec<Heading>,
    pub rows: Vec<Vec<Value>>,
}

const FACE: &str = "TH Sarabun New";
const POINTS: f64 = 16.0;
const A4: u8 = 9;
/// Of that face, in points; a row holds no more lines than this.
const LINE: u16 = 24;
const MOST_LINES: usize = 16;
/// A cell holds no more.
const LONGEST: usize = 32_000;
/// Nor a header, which counts in UTF-16.
const LONGEST_TITLE: usize = 80;

struct Formats {
    heading: Format,
    text: Format,
    count: Format,
    numbers: [Format; 3],
    per_cent: Format,
}

impl Formats {
    fn new(is_list: bool) -> Self {
        let base = Format::new().set_font_name(FACE).set_font_size(POINTS);
        let base = if is_list { base.set_align(FormatAlign::Left) } else { base };
        let cell = base.set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
        let number = |form: &str| cell.clone().set_num_format(form);
        Self {
            heading: cell.clone().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin),
            text: cell.clone().set_text_wrap(),
            count: number("#,##0"),
            numbers: ["0", "0.0", "0.00"].map(number),
            per_cent: number("0.00%"),
        }
    }
}

pub fn figures_workbook(sheets: &[Sheet]) -> Result<Vec<u8>, Unwritable> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    for sheet in sheets {
        let written = workbook.add_worksheet();
        written.set_name(plain(&sheet.name))?;
        lay_out(written, sheet)?;
        fill(written, sheet, &Formats::new(sheet.is_list))?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn lay_out(written: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    written.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    written.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    // Left, right, top, bottom, header and footer, in inches.
    written.set_margins(0.8, 0.6, 0.8, 0.7, 0.4, 0.35);
    let wide: u16 = sheet.headings.iter().map(|heading| heading.width).sum();
    if wide > 90 {
        written.set_landscape();
    }
    // An ampersand begins an order of the header's own.
    let title: String = written_out(&sheet.title).replace(['\n', '\r'], " ").chars().take(LONGEST_TITLE).collect();
    written.set_header(format!("&L{}", title.replace('&', "&&")));
    written.set_footer("&R&P/&N");
    for (column, heading) in (0..).zip(&sheet.headings) {
        written.set_column_width(column, f64::from(heading.width))?;
    }
    Ok(())
}

fn fill(written: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> Result<(), XlsxError> {
    for (column, heading) in (0..).zip(&sheet.headings) {
        written.write_string_with_format(0, column, written_out(&heading.text), &formats.heading)?;
    }
    let headings = sheet.headings.iter().map(|heading| heading.text.as_str());
    written.set_row_height(0, height(sheet, headings))?;
    for (row, values) in (1..).zip(&sheet.rows) {
        let texts = values.iter().map(|value| if let Value::Text(text) = value { text.as_str() } else { "" });
        written.set_row_height(row, height(sheet, texts))?;
        for (column, value) in (0..).zip(values) {
            match value {
                Value::Nothing => written.write_blank(row, column, &formats.text)?,
                Value::Text(text) => written.write_string_with_format(row, column, written_out(text), &formats.text)?,
                Value::Count(number) => written.write_number_with_format(row, column, *number, &formats.count)?,
                Value::Number(number, decimals) => {
                    let [whole, tenths, hundredths] = &formats.numbers;
                    let format = [whole, tenths].into_iter().nth((*decimals).into()).unwrap_or(hundredths);
                    written.write_number_with_format(row, column, *number, format)?
                }
                Value::PerCent(part) => written.write_number_with_format(row, column, *part, &formats.per_cent)?,
            };
        }
    }
    Ok(())
}

/// Told to the programs, of which not all work it out: as many lines as the longest of these takes in its column.
fn height<'it>(sheet: &Sheet, texts: impl Iterator<Item = &'it str>) -> u16 {
    let lines = texts.zip(&sheet.headings).map(|(text, heading)| text.chars().count().div_ceil(heading.width.max(1).into()));
    let lines = lines.max().unwrap_or(1).clamp(1, MOST_LINES);
    u16::try_from(lines).unwrap_or(1) * LINE
}

/// Without what steers line breaks, and without signs that no cell may hold.
pub(super) fn written_out(text: &str) -> String {
    plain(text).chars().filter(|letter| !letter.is_control() || *letter == '\n').take(LONGEST).collect()
}
