//! The rows of one sheet of a workbook.

use super::{
    Cell, Refusal, Row,
    escapes::unescaped,
    serial_days::{self, Shown},
    table::Rows,
    workbook::Shared,
    xml::{Xml, add, attribute},
};
use jiff::civil::Date;
use quick_xml::events::{BytesStart, Event};

/// What is shown for a formula that no program has calculated yet.
const NOT_CALCULATED: &str = "=";
/// The last row that a sheet has.
const LAST_ROW: u32 = 1_048_576;

/// Reads the rows; only the first so many, for a glimpse.
pub(super) fn rows(mut xml: Xml<'_>, shared: &Shared, most: Option<usize>) -> Result<Vec<Row>, Refusal> {
    let mut rows = Rows::default();
    let (mut number, mut column) = (0_u32, 0_usize);
    let (mut value, mut digits) = (Value::default(), String::new());
    rows.begin();
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().into_inner() {
                "row" => {
                    number = row_number(&tag)?.unwrap_or(number.saturating_add(1));
                    column = 0;
                    rows.begin();
                }
                "c" => {
                    value.begin(&tag)?;
                    column = value.column.unwrap_or(column);
                    value.read(&mut xml)?;
                    rows.put(number, column, value.cell(shared, &mut digits)?)?;
                    column += 1;
                }
                _ => {}
            },
            Event::End(tag) => match tag.local_name().into_inner() {
                "row" => {
                    rows.end(number)?;
                    if most.is_some_and(|most| rows.len() >= most) {
                        return Ok(rows.into_vec());
                    }
                }
                "sheetData" => break,
                _ => {}
            },
            Event::Eof => return Err(Refusal::Damaged),
            _ => {}
        }
    }
    xml.finish()?;
    Ok(rows.into_vec())
}

fn row_number(tag: &BytesStart<'_>) -> Result<Option<u32>, Refusal> {
    let Some(number) = attribute(tag, "r")? else {
        return Ok(None);
    };
    let number = number.parse().ok().filter(|number| (1..=LAST_ROW).contains(number));
    number.map(Some).ok_or(Refusal::Damaged)
}

/// The column out of `B7`, from 0.
fn column(place: &str) -> Result<usize, Refusal> {
    let letters = place.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if !matches!(letters.len(), 1..=3) || !letters.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return Err(Refusal::Damaged);
    }
    let digit = |letter: u8| usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    Ok(letters.bytes().fold(0, |column, letter| column * 26 + digit(letter)) - 1)
}

/// What a cell says that its value is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Inline,
    Calculated,
    Truth,
    Fault,
    Day,
}

impl Kind {
    fn of(name: &str) -> Self {
        match name {
            "s" => Self::Shared,
            "inlineStr" => Self::Inline,
            "str" => Self::Calculated,
            "b" => Self::Truth,
            "e" => Self::Fault,
            "d" => Self::Day,
            _ => Self::Number,
        }
    }
}

/// A cell as it stands in the file, used again for the next.
#[derive(Default)]
struct Value {
    column: Option<usize>,
    style: Option<usize>,
    kind: Kind,
    has_formula: bool,
    is_given: bool,
    text: String,
}

impl Value {
    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), Refusal> {
        (self.column, self.style, self.kind) = (None, None, Kind::Number);
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Refusal::Damaged)?;
            match attribute.key.local_name().into_inner() {
                "r" => self.column = Some(column(&attribute.value)?),
                "s" => self.style = attribute.value.parse().ok(),
                "t" => self.kind = Kind::of(&attribute.value),
                _ => {}
            }
        }
        self.has_formula = false;
        self.is_given = false;
        self.text.clear();
        Ok(())
    }

    fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Refusal> {
        let mut is_value = false;
        loop {
            let mut is_inline = false;
            match xml.next()? {
                Event::Start(tag) => match tag.local_name().into_inner() {
                    "v" => (is_value, self.is_given) = (true, true),
                    "f" => self.has_formula = true,
                    "is" => is_inline = true,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().into_inner() {
                    "v" => is_value = false,
                    "c" => return Ok(()),
                    _ => {}
                },
                Event::Eof => return Err(Refusal::Damaged),
                event if is_value => add(&event, &mut self.text)?,
                _ => {}
            }
            if is_inline {
                self.text.clear();
                xml.text_until("is", &mut self.text)?;
            }
            if self.text.len() > super::limits::KEPT {
                return Err(Refusal::Bomb { limit: super::limits::KEPT as u64 });
            }
        }
    }

    /// What the cell shows; `digits` is where a number is written.
    fn cell<'value>(&'value mut self, shared: &'value Shared, digits: &'value mut String) -> Result<Cell<'value>, Refusal> {
        if self.text.is_empty() {
            let is_calculated = !self.has_formula || (self.is_given && self.kind == Kind::Calculated);
            return Ok(if is_calculated { Cell::Empty } else { Cell::Fault(NOT_CALCULATED) });
        }
        Ok(match self.kind {
            Kind::Shared => {
                let number = self.text.trim().parse().ok();
                Cell::Text(number.and_then(|number| shared.strings.get(number)).ok_or(Refusal::Damaged)?)
            }
            Kind::Inline => Cell::Text(&self.text),
            Kind::Calculated => {
                if self.text.contains("_x") {
                    self.text = unescaped(&self.text).into_owned();
                }
                Cell::Text(&self.text)
            }
            Kind::Truth => Cell::Text(if matches!(self.text.trim(), "1" | "true") { "TRUE" } else { "FALSE" }),
            Kind::Fault => Cell::Fault(&self.text),
            Kind::Day => iso_day(&self.text, digits),
            Kind::Number => number(&self.text, shared, self.style, digits),
        })
    }
}

fn number<'value>(text: &'value str, shared: &Shared, style: Option<usize>, digits: &'value mut String) -> Cell<'value> {
    let Some(number) = text.trim().parse::<f64>().ok().filter(|number| number.is_finite()) else {
        return Cell::Text(text);
    };
    if shared.formats.show_days(style) {
        match serial_days::shown(number, shared.from_1904) {
            Shown::Day(day) => return Cell::Day(day),
            Shown::Text(text) => {
                *digits = text;
                return Cell::Text(digits);
            }
            Shown::Number => {}
        }
    }
    *digits = in_digits(number);
    Cell::Number(digits)
}

fn iso_day<'value>(text: &'value str, digits: &'value mut String) -> Cell<'value> {
    match text.get(..10).and_then(|day| day.parse::<Date>().ok()).map(serial_days::in_common_era) {
        Some(Shown::Day(day)) => Cell::Day(day),
        Some(Shown::Text(text)) => {
            *digits = text;
            Cell::Text(digits)
        }
        _ => Cell::Text(text),
    }
}

/// As Excel shows it: a fraction to fifteen digits, so that a sum is 0.3 and not 0.30000000000000004.
fn in_digits(number: f64) -> String {
    let rounded = if number.fract() == 0.0 { number } else { format!("{number:.14e}").parse().unwrap_or(number) };
    // Adding nought turns -0 into 0.
    (rounded + 0.0).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_letters() {
        for (place, expected) in [("A1", 0), ("b7", 1), ("Z1", 25), ("AA10", 26), ("GR1", 199), ("XFD1048576", 16_383)] {
            assert_eq!(column(place), Ok(expected), "{place}");
        }
        for place in ["", "1", "1A", "AAAA1", "ก1", "A-1", "A1B"] {
            assert_eq!(column(place), Err(Refusal::Damaged), "{place}");
        }
    }

    #[test]
    fn numbers_are_written_as_people_read_them() {
        let numbers = [
            (1001.0, "1001"),
            (43009.5, "43009.5"),
            (0.1 + 0.2, "0.3"),
            (-0.0, "0"),
            (-0.25, "-0.25"),
            (1_234_567_890_123.0, "1234567890123"),
            (1e20, "100000000000000000000"),
        ];
        for (number, digits) in numbers {
            assert_eq!(in_digits(number), digits);
        }
    }
}
