//! Rows out of CSV.
//!
//! Every cell is text here: what a number or a day is, is for the reader of the table to say.

use super::{Cell, Kind, Refusal, Table, encodings, quotes, table::Rows};
use csv::{ErrorKind, ReaderBuilder, StringRecord};

pub(super) fn read(file: &[u8]) -> Result<Table, Refusal> {
    let (encoding, text) = encodings::decoded(file)?;
    let (delimiter, text) = quotes::declared(&text).unwrap_or_else(|| (quotes::delimiter(&text), &text));
    let rows = rows(text, delimiter)?.into_vec();
    if rows.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(Table { rows, kind: Kind::Csv { encoding, delimiter: delimiter.into() }, sheet: None, other_sheets: Vec::new() })
}

fn rows(text: &str, delimiter: u8) -> Result<Rows, Refusal> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(64 * 1024)
        .from_reader(text.as_bytes());
    let (mut rows, mut record) = (Rows::default(), StringRecord::new());
    let (mut number, mut from) = (0_u32, 0);
    loop {
        let begins = after(text, reader.position().byte());
        let is_there = reader.read_record(&mut record).map_err(|fault| match fault.kind() {
            ErrorKind::Utf8 { .. } => Refusal::Undecodable,
            _ => Refusal::Damaged,
        })?;
        if !is_there {
            break;
        }
        from = begins;
        number = number.saturating_add(1 + blank_lines(text, begins));
        let has_open_quotes = || quotes::are_left_open(after_text(text, begins), delimiter);
        put(&mut rows, number, &record).map_err(|refusal| match refusal {
            Refusal::CellTooLong { row } if has_open_quotes() => Refusal::UnclosedQuote { row },
            other => other,
        })?;
    }
    if quotes::are_left_open(after_text(text, from), delimiter) {
        return Err(Refusal::UnclosedQuote { row: number });
    }
    Ok(rows)
}

fn put(rows: &mut Rows, number: u32, record: &StringRecord) -> Result<(), Refusal> {
    rows.begin();
    for (column, cell) in record.iter().enumerate() {
        rows.put(number, column, Cell::Text(cell))?;
    }
    rows.end(number)
}

/// Where the next record begins: the reader stops between the two characters that end a line.
fn after(text: &str, byte: u64) -> usize {
    let at = usize::try_from(byte).unwrap_or(usize::MAX);
    let is_between = text.get(..at).is_some_and(|before| before.ends_with('\r')) && after_text(text, at).starts_with('\n');
    at + usize::from(is_between)
}

fn after_text(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// How many lines without anything the reader will pass over; spreadsheets number them.
fn blank_lines(text: &str, at: usize) -> u32 {
    let mut rest = after_text(text, at);
    let mut lines = 0;
    while let Some(after) = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])) {
        rest = after;
        lines += 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::{Encoding, Row, limits};

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        read(text.as_bytes()).unwrap().rows.iter().map(|row| (row.number, texts(row))).collect()
    }

    fn texts(row: &Row) -> Vec<String> {
        row.cells().map(|cell| cell.text().into_owned()).collect()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn rows_carry_the_number_that_a_spreadsheet_gives_them() {
        let expected = [row(1, &["a", "b"]), row(4, &["1", "2\nx"]), row(5, &["3", "4"]), row(7, &["5"])];
        for end in ["\n", "\r\n", "\r"] {
            let text = "a,b|||1,\"2\nx\"|3,4|,|5|".replace('|', end);
            assert_eq!(rows(&text), expected, "{end:?}");
        }
        assert_eq!(rows("\n\na\n"), [row(3, &["a"])]);
    }

    #[test]
    fn quotes_hold_delimiters_lines_and_quotes() {
        let text = "\"a,b\",\"x\r\ny\",\"say \"\"hi\"\"\",5\" pipe, c \n";
        assert_eq!(rows(text), [row(1, &["a,b", "x\r\ny", "say \"hi\"", "5\" pipe", " c "])]);
    }

    #[test]
    fn rows_may_be_of_any_length() {
        assert_eq!(rows("a,b,c\n1\n1,2,3,4,,,\n"), [row(1, &["a", "b", "c"]), row(2, &["1"]), row(3, &["1", "2", "3", "4"])]);
    }

    #[test]
    fn the_table_says_how_it_was_read() {
        let kind = |bytes: &[u8]| read(bytes).unwrap().kind;
        assert_eq!(kind(b"a;b\n1;2"), Kind::Csv { encoding: Encoding::Utf8, delimiter: ';' });
        assert_eq!(kind(b"sep=|\r\na|b"), Kind::Csv { encoding: Encoding::Utf8, delimiter: '|' });
        let unicode_text: Vec<u8> = "\u{feff}ก\tข\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(kind(&unicode_text), Kind::Csv { encoding: Encoding::Utf16, delimiter: '\t' });
        assert_eq!(kind(b"\xa2\xe9\xd2,\xc3\xd2\xaa"), Kind::Csv { encoding: Encoding::Windows874, delimiter: ',' });
    }

    #[test]
    fn the_line_that_declares_the_delimiter_is_not_counted_as_excel_does_not_show_it() {
        assert_eq!(rows("sep=;\r\na;b,c\r\n"), [row(1, &["a", "b,c"])]);
    }

    #[test]
    fn a_quote_that_is_never_closed_does_not_eat_the_file() {
        assert_eq!(read(b"a,b\n1,2\n\n3,\"4\n5,6\n").unwrap_err(), Refusal::UnclosedQuote { row: 4 });
        let long = format!("a\n\"{}", "1,2\n".repeat(100_000));
        assert_eq!(read(long.as_bytes()).unwrap_err(), Refusal::UnclosedQuote { row: 2 });
        let long = format!("a\n\"{}\"", "1,2\n".repeat(100_000));
        assert_eq!(read(long.as_bytes()).unwrap_err(), Refusal::CellTooLong { row: 2 });
    }

    #[test]
    fn tables_end_somewhere() {
        let high = "1\n".repeat(limits::ROWS);
        assert_eq!(read(high.as_bytes()).unwrap().rows.len(), limits::ROWS);
        assert_eq!(read((high + "1").as_bytes()).unwrap_err(), Refusal::TooManyRows { limit: limits::ROWS });
        let wide = ",".repeat(limits::COLUMNS - 1) + "1";
        assert_eq!(read(wide.as_bytes()).unwrap().rows[0].len(), limits::COLUMNS);
        assert_eq!(read((",".to_owned() + &wide).as_bytes()).unwrap_err(), Refusal::TooManyColumns { limit: limits::COLUMNS });
        let wide_rows = (",".repeat(limits::COLUMNS - 1) + "1\n").repeat(90_000);
        assert_eq!(read(wide_rows.as_bytes()).unwrap_err(), Refusal::Bomb { limit: limits::KEPT as u64 });
    }

    #[test]
    fn nothing_is_no_table() {
        for text in ["", "\u{feff}", "\r\n\r\n", ",,\n,,\n", " \n", "sep=;\n"] {
            assert_eq!(read(text.as_bytes()).unwrap_err(), Refusal::Empty, "{text:?}");
        }
    }
}
