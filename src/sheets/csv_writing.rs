//! Rows as CSV, which Excel and LibreOffice open with Thai letters whole and nothing calculated.

use super::guard::neutral;

/// UTF-8 with its mark, commas, lines as Windows ends them, every cell [`neutral`].
pub fn csv(rows: impl Iterator<Item = impl IntoIterator<Item = impl AsRef<str>>>) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            write(&mut text, &neutral(cell.as_ref()));
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn write(text: &mut String, cell: &str) {
    if needs_quotes(cell) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

/// Also where a reader might take the cell for another delimiter, a web page, or spare blanks.
fn needs_quotes(cell: &str) -> bool {
    cell.contains([',', ';', '\t', '"', '\r', '\n', '|'])
        || cell.starts_with('<')
        || cell.starts_with(char::is_whitespace)
        || cell.ends_with(char::is_whitespace)
        || cell.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("sep="))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_when_needed_and_never_formulas() {
        let rows = [vec!["รหัส", "ชื่อ"], vec!["=1+1", "a,b"], vec!["\"x\"", "-"], vec!["", " "]];
        let text = "\u{feff}รหัส,ชื่อ\r\n'=1+1,\"a,b\"\r\n\"\"\"x\"\"\",'-\r\n,\" \"\r\n";
        assert_eq!(String::from_utf8(csv(rows.iter())).unwrap(), text);
    }
}
