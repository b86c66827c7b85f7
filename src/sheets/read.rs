//! Reading a file that somebody uploaded.

use super::{
    Refusal, Row, Table, csv_reading,
    kinds::{Container, container},
    limits,
    workbook::Workbook,
};

/// The table in a file; of a workbook, the first sheet that is shown and has anything in it.
pub fn read(file: &[u8]) -> Result<Table, Refusal> {
    read_choosing(file, |_| true)
}

/// The table in a file; of a workbook, the first sheet that looks right by its first twenty rows, or else
/// the first that is shown and has anything in it.
pub fn read_choosing(file: &[u8], looks_right: impl Fn(&[Row]) -> bool) -> Result<Table, Refusal> {
    match checked(file)? {
        Container::Zip => Workbook::open(file)?.choose(&looks_right),
        Container::Text => csv_reading::read(file),
    }
}

/// Every sheet that is shown and has anything in it; of CSV, its only table.
pub fn read_sheets(file: &[u8]) -> Result<Vec<Table>, Refusal> {
    match checked(file)? {
        Container::Zip => Workbook::open(file)?.all(),
        Container::Text => csv_reading::read(file).map(|table| vec![table]),
    }
}

fn checked(file: &[u8]) -> Result<Container, Refusal> {
    match file.len() {
        0 => Err(Refusal::Empty),
        1..=limits::FILE => container(file),
        _ => Err(Refusal::TooLarge { limit: limits::FILE }),
    }
}
