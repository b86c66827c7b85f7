//! Tables on a terminal, with Thai in their cells.

use std::{
    fmt::Write as _,
    io::{self, ErrorKind, Write as _},
};

use super::Complaint;

/// Columns as wide as they need to be; those without a heading are left out.
pub fn print<const N: usize>(headings: [&str; N], rows: Vec<[String; N]>) -> Result<(), Complaint> {
    let mut widths = headings.map(width);
    for row in &rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = width(cell).max(*widest);
        }
    }
    let mut text = String::new();
    for row in std::iter::once(headings.map(str::to_owned)).chain(rows) {
        let mut line = String::new();
        for ((cell, widest), _) in row.iter().zip(widths).zip(headings).filter(|(_, heading)| !heading.is_empty()) {
            write!(line, "{cell}{:gap$}", "", gap = widest - width(cell) + 2)?;
        }
        writeln!(text, "{}", line.trim_end())?;
    }
    match io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads it, `head` or a pager, has seen enough.
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => Ok(done?),
    }
}

/// How many places a text takes on a terminal: Thai marks above and below take none.
fn width(text: &str) -> usize {
    let is_mark = |letter: &char| matches!(letter, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}');
    text.chars().filter(|letter| !is_mark(letter)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_above_and_below_take_no_place() {
        assert_eq!(width("ก่อตั้ง"), 4);
        assert_eq!(width("ใจดี"), 3);
        assert_eq!(width("PS-1"), 4);
    }
}
