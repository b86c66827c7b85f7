//! Rows as CSV, which Excel and LibreOffice open with Thai letters whole and nothing calculated.

use super::guard::neutral;

/// UTF-8 with its mark, commas, lines as Windows ends them, every cell [`neutral`].
pub fn csv(rows: impl Iterator<Item = impl IntoIterator<Item = impl AsRef<str>>>) -> Vec<u8> {
    csv_with_figures(rows, &[])
}

/// In these columns stand numbers of our own, which go in as they are: a spreadsheet may take one below nothing
/// for what it is. Whatever is no number is [`neutral`] there too.
pub fn csv_with_figures(rows: impl Iterator<Item = impl IntoIterator<Item = impl AsRef<str>>>, figures: &[usize]) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            let cell = cell.as_ref();
            let is_figure = figures.contains(&column) && is_number(cell);
            write(&mut text, &if is_figure { cell.into() } else { neutral(cell) });
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// A minus, digits and one point at the most: nothing that could be calculated.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, behind) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, behind].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
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

    #[test]
    fn numbers_of_our_own_below_nothing_stay_numbers() {
        let rows = [["-1.50", "-1.50"], ["-1", "-"], ["", "-1+1"], ["", "-1.2.3"], ["", "=1"]];
        let text = "\u{feff}'-1.50,-1.50\r\n'-1,'-\r\n,'-1+1\r\n,'-1.2.3\r\n,'=1\r\n";
        assert_eq!(String::from_utf8(csv_with_figures(rows.iter(), &[1])).unwrap(), text);
    }
}
