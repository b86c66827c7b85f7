//! Tables as a workbook.
//!
//! Every cell is text, which no spreadsheet calculates, so that nothing needs a guard here. The same tables
//! give the same bytes, whenever they are written.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use thiserror::Error;

/// What Excel does not take: a cell or a name too long, a name twice or with forbidden signs.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct Unwritable(#[from] XlsxError);

/// The widest that a column is made, in pixels.
const WIDEST: u32 = 480;

/// One sheet for each name, its first row the heading.
pub fn xlsx(sheets: &[(&str, Vec<Vec<String>>)]) -> Result<Vec<u8>, Unwritable> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let heading = Format::new().set_bold();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (number, row) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(row) {
                match number {
                    0 => sheet.write_string_with_format(number, column, cell, &heading)?,
                    _ if cell.is_empty() => continue,
                    _ => sheet.write_string(number, column, cell)?,
                };
            }
        }
        sheet.set_autofit_max_width(WIDEST);
        sheet.autofit();
    }
    Ok(workbook.save_to_buffer()?)
}
