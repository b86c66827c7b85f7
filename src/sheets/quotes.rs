//! Which character parts the cells of a CSV file, and whether a quotation mark is left open.
//!
//! Walks through the text as a reader of CSV does, where only a quotation mark at the beginning of a cell
//! opens quotes.

/// The delimiters that spreadsheets write, the likelier first where counts are equal.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];
const DEFAULT: u8 = b',';

/// How many rows are looked at, and how far at most.
const ROWS: usize = 20;
const BYTES: usize = 256 * 1024;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    CellBegins,
    Plain,
    Quoted,
    /// After a quotation mark inside quotes: closed, unless another follows.
    PerhapsClosed,
}

impl Place {
    fn after(self, byte: u8, parts_cells: bool) -> Self {
        match (self, byte) {
            (Self::Quoted, b'"') => Self::PerhapsClosed,
            (Self::CellBegins | Self::PerhapsClosed, b'"') | (Self::Quoted, _) => Self::Quoted,
            _ if parts_cells || matches!(byte, b'\n' | b'\r') => Self::CellBegins,
            _ => Self::Plain,
        }
    }
}

/// Splits off the first line `sep=;`, in which Excel says which delimiter to take.
pub(super) fn declared(text: &str) -> Option<(u8, &str)> {
    let head = text.get(..4)?;
    let mut rest = text.get(4..)?.bytes();
    let delimiter = rest.next().filter(|byte| byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n'))?;
    let rest = text.get(5..)?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).or(rest.is_empty().then_some(rest))?;
    head.eq_ignore_ascii_case("sep=").then_some((delimiter, rest))
}

/// The delimiter that most of the first rows hold equally often; a comma if there is none.
pub(super) fn delimiter(text: &str) -> u8 {
    let counts = first_counts(text);
    let mut best = (0, 0, DEFAULT);
    for (which, delimiter) in DELIMITERS.into_iter().enumerate().rev() {
        let in_row = |row: &[u32; 3]| row.get(which).copied().unwrap_or_default();
        for times in counts.iter().map(in_row).filter(|times| *times > 0) {
            let rows = counts.iter().filter(|row| in_row(row) == times).count();
            if (rows, times) >= (best.0, best.1) {
                best = (rows, times, delimiter);
            }
        }
    }
    let (rows, _, delimiter) = best;
    if rows * 2 >= counts.len() { delimiter } else { DEFAULT }
}

/// How often each delimiter stands outside quotes in each of the first rows that are not blank.
fn first_counts(text: &str) -> Vec<[u32; 3]> {
    let (mut rows, mut row, mut is_blank) = (Vec::new(), [0; 3], true);
    let mut place = Place::CellBegins;
    for byte in text.bytes().take(BYTES) {
        let which = DELIMITERS.iter().position(|delimiter| *delimiter == byte);
        if place != Place::Quoted {
            if let Some(count) = which.and_then(|which| row.get_mut(which)) {
                *count += 1;
            }
            if matches!(byte, b'\n' | b'\r') && !is_blank {
                rows.push(row);
                (row, is_blank) = ([0; 3], true);
            }
        }
        is_blank &= byte.is_ascii_whitespace();
        place = place.after(byte, which.is_some());
        if rows.len() == ROWS {
            return rows;
        }
    }
    if !is_blank {
        rows.push(row);
    }
    rows
}

/// Whether quotes are open where the text ends.
pub(super) fn are_left_open(text: &str, delimiter: u8) -> bool {
    let walked = text.bytes().fold(Place::CellBegins, |place, byte| place.after(byte, byte == delimiter));
    walked == Place::Quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> char {
        delimiter(text).into()
    }

    #[test]
    fn the_delimiter_is_the_one_that_every_row_holds() {
        assert_eq!(found("a,b,c\n1,2,3\n"), ',');
        assert_eq!(found("a;b;c\n1;2;3\n"), ';');
        assert_eq!(found("a\tb\n1\t2\n"), '\t');
        assert_eq!(found("รายชื่อบุคลากร, ปี 2568\n\nรหัส;ชื่อ;หน่วยงาน\n1;ก;ข\n2;ค;ง\n3;จ;ฉ"), ';');
    }

    #[test]
    fn decimal_commas_and_remarks_do_not_lead_astray() {
        assert_eq!(found("ชื่อ;เงินเดือน;อายุงาน\nก;100,5;1,5\nข;200,5;2,5\n"), ';');
        assert_eq!(found("ชื่อ,หมายเหตุ\nก,\"x;y;z\"\nข,\"x;y;z\"\n"), ',');
        assert_eq!(found("a,note\n1,x;y\n2,z\n"), ',');
    }

    #[test]
    fn a_single_column_is_fine() {
        assert_eq!(found("รหัส\n1\n2\n3"), ',');
        assert_eq!(found("ชื่อ\nก\nข; ค\nง\nจ"), ',');
        assert_eq!(found(""), ',');
    }

    #[test]
    fn excel_may_declare_it() {
        assert_eq!(declared("sep=;\r\na;b"), Some((b';', "a;b")));
        assert_eq!(declared("SEP=|\na|b"), Some((b'|', "a|b")));
        assert_eq!(declared("sep=\t\ra\tb"), Some((b'\t', "a\tb")));
        for not in ["sep=", "sep=;;\na", "separate;a\nb;c", "sep=ก\n", "กขค", "sep=\n\n"] {
            assert_eq!(declared(not), None, "{not}");
        }
    }

    #[test]
    fn open_quotes_are_noticed() {
        assert!(are_left_open("a,\"b\nc,d\n", b','));
        assert!(are_left_open("\"", b','));
        for closed in ["a,\"b\"\n", "a,5\" pipe\n", "\"a\"\"b\"", "", "\"a\nb\",c"] {
            assert!(!are_left_open(closed, b','), "{closed}");
        }
    }
}
