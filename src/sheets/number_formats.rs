//! Which of the formats of a workbook show a number as a day.

use super::{
    Refusal,
    xml::{Xml, attribute},
};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// Of each style that a cell may have: whether it shows days.
#[derive(Default)]
pub(super) struct Formats(Vec<bool>);

impl Formats {
    pub(super) fn show_days(&self, style: Option<usize>) -> bool {
        style.and_then(|style| self.0.get(style)).copied().unwrap_or_default()
    }

    pub(super) fn read(mut xml: Xml<'_>) -> Result<Self, Refusal> {
        let (mut own, mut formats, mut is_inside) = (HashMap::new(), Vec::new(), false);
        loop {
            match xml.next()? {
                Event::Start(tag) => match tag.local_name().into_inner() {
                    "numFmt" => {
                        let id = number(&tag, "numFmtId")?;
                        let code = attribute(&tag, "formatCode")?.unwrap_or_default();
                        own.insert(id, shows_days(&code));
                    }
                    "cellXfs" => is_inside = true,
                    "xf" if is_inside => {
                        let id = number(&tag, "numFmtId")?;
                        formats.push(own.get(&id).copied().unwrap_or_else(|| is_built_in_day(id)));
                    }
                    _ => {}
                },
                Event::End(tag) if tag.local_name().into_inner() == "cellXfs" => is_inside = false,
                Event::Eof => return Ok(Self(formats)),
                _ => {}
            }
        }
    }
}

/// The number in an attribute; nought, the plain format, where there is none.
fn number(tag: &BytesStart<'_>, name: &str) -> Result<u32, Refusal> {
    Ok(attribute(tag, name)?.and_then(|id| id.parse().ok()).unwrap_or_default())
}

/// The formats that every Excel knows by number; 27 to 58 are East Asian, 71 to 81 are Thai.
fn is_built_in_day(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45 | 47 | 50..=58 | 71..=78 | 80 | 81)
}

/// Whether a format names a day, month, year, hour or second outside quotes; `[h]` counts hours instead.
fn shows_days(code: &str) -> bool {
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | '_' | '*' => drop(letters.next()),
            '"' => drop(letters.by_ref().find(|letter| *letter == '"')),
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                if !inside.is_empty() && inside.chars().all(|letter| matches!(letter.to_ascii_lowercase(), 'h' | 'm' | 's')) {
                    return false;
                }
            }
            ';' => return false,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'b' | 'B' | 'h' | 'H' | 's' | 'S' | 'ว' | 'ด' | 'ป' => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_are_told_from_formats_of_numbers() {
        let days = [
            "d/m/yyyy",
            "[$-41E]d mmmm bbbb",
            "[$-107041E]d mmm yy;@",
            "\"วันที่ \"d",
            "yyyy\\-mm\\-dd",
            "bbbb",
            "h:mm",
            "ว/ด/ปปปป",
        ];
        for code in days {
            assert!(shows_days(code), "{code}");
        }
        let numbers = [
            "General",
            "0.00",
            "#,##0",
            "0.00E+00",
            "[h]:mm:ss",
            "\"days\" 0",
            "0\\d",
            "#,##0_d",
            "[Red]0",
            "@",
            "",
            "[",
            "\"",
            "t0.00",
            "0;d",
        ];
        for code in numbers {
            assert!(!shows_days(code), "{code}");
        }
    }

    #[test]
    fn the_thai_formats_of_excel_are_known_by_number() {
        for id in [14, 15, 17, 22, 71, 72, 74, 81] {
            assert!(is_built_in_day(id), "{id}");
        }
        for id in [0, 1, 4, 9, 11, 46, 49, 59, 61, 70, 79, 164] {
            assert!(!is_built_in_day(id), "{id}");
        }
    }
}
