//! Any bytes as a file of staff: read as a table, guessed at, and every row understood.
//!
//! The first byte says what the others are: a whole file, or one part of a workbook that is
//! otherwise sound, since chance alone never finds the checksums of a zip.

#![no_main]

use std::io::{Cursor, Write as _};

use clearjai::{
    language::Era,
    people::import::{self, Field},
};
use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const TODAY: Date = date(2026, 11, 21);

const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const LINKS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43009</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>"#;
const STRINGS: &str = r#"<sst><si><t>ก</t></si></sst>"#;
const STYLES: &str = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    match kind % 5 {
        0 => take_in(rest),
        1 => take_in(&workbook("xl/worksheets/sheet1.xml", rest)),
        2 => take_in(&workbook("xl/sharedStrings.xml", rest)),
        3 => take_in(&workbook("xl/styles.xml", rest)),
        _ => take_in(&workbook("xl/workbook.xml", rest)),
    }
});

fn workbook(part: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, sound) in [
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/worksheets/sheet1.xml", SHEET),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
    ] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(if name == part { content } else { sound.as_bytes() }).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn take_in(file: &[u8]) {
    let Ok(table) = import::understand(file) else { return };
    let mut layout = import::guess(&table);
    let columns = import::columns(&table, &layout, 3);
    // A column for everything, so that every reader of cells has something to read.
    for (field, column) in Field::ALL.into_iter().zip(&columns) {
        layout.columns.entry(field).or_insert(column.place);
    }
    let _ = layout.faults(&table);
    let _ = import::two_digit_year(&table, &layout);
    for era in [None, Some(Era::Buddhist), Some(Era::Common)] {
        layout.era = era;
        for row in &table.rows {
            if let Err(faulty) = import::read_row(row, &layout, TODAY) {
                let _ = clearjai::people::words::reason_in_words(clearjai::language::Language::Thai, &faulty);
            }
        }
    }
    assert_eq!(import::Layout::from_json(&layout.to_json()), Some(layout));
}
