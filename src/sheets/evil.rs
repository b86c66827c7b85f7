//! Workbooks built by hand: as other programs write them, and as nobody should.

use super::{Cell, Found, Kind, Refusal, Row, limits, read, read_choosing, read_sheets};
use jiff::civil::date;
use proptest::{collection::vec, prelude::*, sample::Index};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const LINKS: &str =
    r#"<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="รายชื่อ" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const BOOK_LINKS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="r2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="r3" Type="x/chartsheet" Target="c.xml"/>
    <Relationship Id="r8" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r9" Type="x/styles" Target="styles.xml"/></Relationships>"#;

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with these parts, and the usual ones where they are not among them.
fn book(parts: &[(&str, &str)]) -> Vec<u8> {
    let usual = [("_rels/.rels", LINKS), ("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", BOOK_LINKS)];
    let missing = usual.iter().filter(|(name, _)| parts.iter().all(|(other, _)| other != name));
    let all: Vec<_> = missing.chain(parts).map(|(name, text)| (*name, text.as_bytes())).collect();
    packed(&all)
}

fn sheet(rows: &str) -> String {
    format!(r#"<?xml version="1.0"?><worksheet><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>"#)
}

fn book_of(rows: &str) -> Vec<u8> {
    book(&[("xl/worksheets/sheet1.xml", &sheet(rows))])
}

fn rows(file: &[u8]) -> Vec<Row> {
    read(file).unwrap().rows
}

fn refused(file: &[u8]) -> Refusal {
    read(file).unwrap_err()
}

fn cells(row: &Row) -> Vec<Cell<'_>> {
    row.cells().collect()
}

#[test]
fn texts_are_shared_inline_rich_or_calculated() {
    let strings = r#"<sst uniqueCount="99999999999999999"><si><t>ก</t></si><si><r><t>ข</t></r><rPh><t>hint</t></rPh><r><t xml:space="preserve"> ค</t></r></si><si/><si><t>a_x000D_&amp;&#x0E07;<![CDATA[<]]></t></si></sst>"#;
    let cells_of_row = r#"<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="s"><v>3</v></c>
        <c r="F3" t="inlineStr"><is><t>in</t><t>line</t></is></c><c r="G3" t="str"><f>A1&amp;"x"</f><v>c&lt;d</v></c><c r="H3" s="1"/></row>"#;
    let file = book(&[("xl/sharedStrings.xml", strings), ("xl/worksheets/sheet1.xml", &sheet(cells_of_row))]);
    let table = read(&file).unwrap();
    assert_eq!((table.kind, table.sheet.as_deref()), (Kind::Xlsx, Some("รายชื่อ")));
    let text = Cell::Text;
    let expected = [text("ก"), text("ข ค"), Cell::Empty, text("a\r&ง<"), Cell::Empty, text("inline"), text("c<d")];
    assert_eq!((table.rows[0].number, cells(&table.rows[0])), (3, expected.to_vec()));
}

#[test]
fn numbers_days_truths_and_faults_are_told_apart() {
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-107041E]d mmm bbbb"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"><alignment/></xf><xf numFmtId="71"/></cellXfs></styleSheet>"#;
    let row = r#"<row><c><v>1001.0</v></c><c s="0"><v>43009.5</v></c><c s="1"><v>43009.5</v></c><c s="2"><v>241336</v></c><c s="3"><v>43009</v></c>
        <c t="d"><v>2017-10-01T08:30:00</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f></c><c><f>1+1</f><v></v></c><c t="str"><f>""</f><v></v></c><c><f>1+1</f><v>2</v></c></row>"#;
    let file = book(&[("xl/styles.xml", styles), ("xl/worksheets/sheet1.xml", &sheet(row))]);
    let day = Cell::Day(date(2017, 10, 1));
    let faults = [Cell::Fault("#N/A"), Cell::Fault("="), Cell::Fault("="), Cell::Empty, Cell::Number("2")];
    let expected =
        [&[Cell::Number("1001"), Cell::Number("43009.5"), day, day, day, day, Cell::Text("TRUE")], faults.as_slice()].concat();
    assert_eq!(cells(&rows(&file)[0]), expected);
    let macintosh = BOOK.replace("<sheets>", r#"<workbookPr date1904="1"/><sheets>"#);
    let row = r#"<row><c s="1"><v>41547</v></c></row>"#;
    let file = book(&[("xl/workbook.xml", &macintosh), ("xl/styles.xml", styles), ("xl/worksheets/sheet1.xml", &sheet(row))]);
    assert_eq!(cells(&rows(&file)[0]), [day]);
}

#[test]
fn rows_and_cells_without_a_place_follow_each_other_and_blank_rows_are_left_out() {
    let file = book_of(
        r#"<row><c><v>1</v></c></row><row/><row r="9"><c r="B9"><v>2</v></c><c><v>3</v></c></row><row><c r="A10"><v>4</v></c></row>"#,
    );
    let rows = rows(&file);
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 9, 10]);
    assert_eq!(cells(&rows[1]), [Cell::Empty, Cell::Number("2"), Cell::Number("3")]);
}

#[test]
fn names_of_elements_and_parts_may_be_written_as_other_programs_do() {
    let sheet = r#"<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"#;
    let file = packed(&[
        ("_rels/.rels", LINKS.as_bytes()),
        (r"XL\Workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_LINKS.as_bytes()),
        ("xl/Worksheets/Sheet1.xml", ["\u{feff}", sheet].concat().as_bytes()),
    ]);
    assert_eq!(cells(&rows(&file)[0]), [Cell::Number("7")]);
}

fn book_of_sheets() -> Vec<u8> {
    let main = r#"<workbook><sheets><sheet name="chart" r:id="r3"/><sheet name="one" r:id="r1"/><sheet name="two" r:id="r2"/></sheets></workbook>"#;
    let one = sheet(r"<row><c><v>1</v></c></row>");
    let two = sheet(&r"<row><c><v>2</v></c></row>".repeat(30));
    book(&[("xl/workbook.xml", main), ("xl/worksheets/sheet1.xml", &one), ("xl/worksheets/sheet2.xml", &two)])
}

#[test]
fn the_sheet_that_looks_right_is_read_or_else_the_first() {
    let chosen = |looks_right: fn(&[Row]) -> bool| read_choosing(&book_of_sheets(), looks_right).unwrap();
    let right = chosen(|rows| rows[0].cell(0) == Cell::Number("2") && rows.len() == 20);
    assert_eq!((right.sheet.as_deref(), right.rows.len()), (Some("two"), 30));
    assert_eq!(chosen(|_| false).sheet.as_deref(), Some("one"));
    let names: Vec<_> = read_sheets(&book_of_sheets()).unwrap().into_iter().filter_map(|table| table.sheet).collect();
    assert_eq!(names, ["one", "two"]);
}

#[test]
fn a_sheet_too_wide_is_no_reason_not_to_read_the_next() {
    let main = r#"<workbook><sheets><sheet name="wide" r:id="r1"/><sheet name="two" r:id="r2"/></sheets></workbook>"#;
    let (wide, two) = (sheet(r#"<row><c r="XFD1"><v>1</v></c></row>"#), sheet("<row><c><v>2</v></c></row>"));
    let file = book(&[("xl/workbook.xml", main), ("xl/worksheets/sheet1.xml", &wide), ("xl/worksheets/sheet2.xml", &two)]);
    assert_eq!(read(&file).unwrap().sheet.as_deref(), Some("two"));
    assert_eq!(read_choosing(&file, |_| false).unwrap_err(), Refusal::TooManyColumns { limit: limits::COLUMNS });
}

#[test]
fn hidden_and_empty_sheets_are_passed_over() {
    let main = r#"<workbook><sheets><sheet name="hidden" state="veryHidden" r:id="r1"/><sheet name="shown" r:id="r2"/></sheets></workbook>"#;
    let one = sheet(r"<row><c><v>1</v></c></row>");
    let with =
        |two: &str| book(&[("xl/workbook.xml", main), ("xl/worksheets/sheet1.xml", &one), ("xl/worksheets/sheet2.xml", two)]);
    assert_eq!(cells(&rows(&with(&sheet(r"<row><c><v>2</v></c></row>")))[0]), [Cell::Number("2")]);
    assert_eq!(refused(&with(&sheet("<row/>"))), Refusal::Empty);
    assert_eq!(read_sheets(&with(&sheet(""))).unwrap_err(), Refusal::Empty);
}

#[test]
fn a_lone_cell_in_the_last_corner_takes_no_memory() {
    let corner = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    assert_eq!(refused(&book_of(corner)), Refusal::TooManyColumns { limit: limits::COLUMNS });
    let styled_only =
        r#"<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>"#;
    assert_eq!(
        rows(&book_of(styled_only)).iter().map(|row| (row.number, row.len())).collect::<Vec<_>>(),
        [(1, 1), (1_048_576, 1)]
    );
}

#[test]
fn places_that_no_sheet_has_are_damage() {
    for row in [
        r#"<row r="1048577"/>"#,
        r#"<row r="0"/>"#,
        r#"<row r="x"/>"#,
        r#"<row r="99999999999999999999"/>"#,
        r#"<row><c r="ZZZZZZZZZZZZ1"><v>1</v></c></row>"#,
        r#"<row><c t="s"><v>0</v></c></row>"#,
        r#"<row><c t="s"><v>-1</v></c></row>"#,
        "<row><c><v>&unknown;</v></c></row>",
        "<row><c><v>&#xD800;</v></c></row>",
        "<row><c r=A1><v>1</v></c></row>",
    ] {
        assert_eq!(refused(&book_of(row)), Refusal::Damaged, "{row}");
    }
}

#[test]
fn a_billion_laughs_are_not_laughed() {
    let tenfold = |n: u8| ["<!ENTITY l", &n.to_string(), " \"", &format!("&l{};", n - 1).repeat(10), "\">"].concat();
    let entities = (1..10).map(tenfold).collect::<Vec<_>>().concat();
    let strings = format!(r#"<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "ha">{entities}]><sst><si><t>&l9;</t></si></sst>"#);
    let row = sheet(r#"<row><c t="s"><v>0</v></c></row>"#);
    assert_eq!(refused(&book(&[("xl/sharedStrings.xml", &strings), ("xl/worksheets/sheet1.xml", &row)])), Refusal::Damaged);
    let entity = format!(r#"<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>{}"#, sheet("<row><c><v>&x;</v></c></row>"));
    assert_eq!(refused(&book(&[("xl/worksheets/sheet1.xml", &entity)])), Refusal::Damaged);
}

/// A part of very many equal bytes, packed small.
fn swollen(name: &str, begins: &str, again: &str, times: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (part, text) in [("_rels/.rels", LINKS), ("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", BOOK_LINKS)] {
        zip.start_file(part, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.start_file(name, SimpleFileOptions::default().compression_level(Some(6))).unwrap();
    zip.write_all(begins.as_bytes()).unwrap();
    let piece = again.repeat((1024 * 1024 / again.len()).max(1));
    (0..times).for_each(|_| zip.write_all(piece.as_bytes()).unwrap());
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_bomb_is_refused_before_it_unpacks() {
    let unpacked = Refusal::Bomb { limit: limits::UNPACKED };
    let kept = Refusal::Bomb { limit: limits::KEPT as u64 };
    let in_sheet = |begins: &str, again: &str, times| refused(&swollen("xl/worksheets/sheet1.xml", begins, again, times));
    // One tag, one text, one comment without an end.
    assert_eq!(in_sheet("", "\0", 4), unpacked);
    assert_eq!(in_sheet("<worksheet ", " ", 4), unpacked);
    assert_eq!(in_sheet("<!--", "x", 4), unpacked);
    assert_eq!(in_sheet("<worksheet><sheetData><row><c><v>", "1", 4), unpacked);
    // Small tags without end, or small texts.
    let padded = |tag: &str| format!("<{tag}>{}</{tag}>", " ".repeat(500_000));
    assert_eq!(in_sheet("<worksheet>", &padded("cols"), 210), unpacked);
    assert_eq!(in_sheet("<worksheet><sheetData><row>", "<c><v>1</v></c>", 2), Refusal::TooManyColumns { limit: limits::COLUMNS });
    assert_eq!(
        in_sheet("<worksheet><sheetData>", "<row><c><v>1</v></c></row>", 10),
        Refusal::TooManyRows { limit: limits::ROWS }
    );
    assert_eq!(in_sheet("<worksheet><sheetData>", r#"<row><c r="GR1"><v>1</v></c></row>"#, 4), kept);
    assert_eq!(refused(&swollen("xl/sharedStrings.xml", "<sst><si>", &padded("t"), 170)), kept);
}

#[test]
fn a_gigabyte_of_noughts_is_refused_in_no_time() {
    let file = swollen("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "\n", 1024);
    assert!(file.len() < 2_000_000);
    assert_eq!(refused(&file), Refusal::Bomb { limit: limits::UNPACKED });
}

#[test]
fn long_strings_pointed_at_by_many_cells_do_not_fill_the_memory() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "ก".repeat(limits::CHARACTERS));
    let row = sheet(&r#"<row><c t="s"><v>0</v></c></row>"#.repeat(10_000));
    let file = book(&[("xl/sharedStrings.xml", &strings), ("xl/worksheets/sheet1.xml", &row)]);
    assert_eq!(refused(&file), Refusal::Bomb { limit: limits::KEPT as u64 });
    let strings = format!("<sst><si><t>{}</t></si></sst>", "ก".repeat(limits::CHARACTERS + 1));
    let row = sheet(r#"<row r="5"><c t="s"><v>0</v></c></row>"#);
    let file = book(&[("xl/sharedStrings.xml", &strings), ("xl/worksheets/sheet1.xml", &row)]);
    assert_eq!(refused(&file), Refusal::CellTooLong { row: 5 });
}

#[test]
fn sizes_that_lie_change_nothing() {
    let text = sheet(&r"<row><c><v>1</v></c></row>".repeat(100));
    let file = book(&[("xl/worksheets/sheet1.xml", &text)]);
    let size = u32::try_from(text.len()).unwrap().to_le_bytes();
    for lie in [0_u32, 1, 5_000_000, u32::MAX - 1] {
        let mut lying = file.clone();
        let places: Vec<_> = (0..file.len() - 4).filter(|at| file[*at..*at + 4] == size).collect();
        assert!(!places.is_empty());
        for at in places {
            lying[at..at + 4].copy_from_slice(&lie.to_le_bytes());
        }
        match read(&lying) {
            Ok(table) => assert_eq!(table.rows.len(), 100),
            Err(refusal) => assert_eq!(refusal, Refusal::Damaged),
        }
    }
}

#[test]
fn more_parts_than_any_workbook_has_are_refused() {
    let names: Vec<_> = (0..=limits::PARTS).map(|part| format!("xl/media/{part}.png")).collect();
    let parts: Vec<_> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(refused(&book(&parts)), Refusal::Bomb { limit: limits::PARTS as u64 });
    let listed_only = [b"PK\x03\x04".as_slice(), &b"PK\x01\x02".repeat(3 * limits::PARTS)].concat();
    assert_eq!(refused(&listed_only), Refusal::Bomb { limit: limits::PARTS as u64 });
}

#[test]
fn other_archives_are_told_by_their_parts() {
    let word = LINKS.replace("xl/workbook.xml", "word/document.xml");
    let docx = packed(&[("_rels/.rels", word.as_bytes()), ("word/document.xml", b"<w:document/>")]);
    assert_eq!(refused(&docx), Refusal::NotATable(Found::Document));
    let ods = packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<x/>")]);
    assert_eq!(refused(&ods), Refusal::NotATable(Found::OpenDocument));
    assert_eq!(refused(&packed(&[("photo.jpg", b"")])), Refusal::NotATable(Found::Archive));
    assert_eq!(refused(&packed(&[])), Refusal::NotATable(Found::Archive));
    assert_eq!(refused(&packed(&[("xl/workbook.bin", b"\x83\x01")])), Refusal::OldExcel);
}

#[test]
fn an_entry_with_a_password_is_named_as_such() {
    let mut file = book_of("<row><c><v>1</v></c></row>");
    let listed: Vec<_> = (0..file.len() - 4).filter(|at| file[*at..*at + 4] == *b"PK\x01\x02").collect();
    for at in listed {
        file[at + 8] |= 1;
    }
    assert_eq!(refused(&file), Refusal::PasswordProtected);
}

#[test]
fn a_workbook_cut_short_or_changed_is_damaged() {
    let file = book_of(&r"<row><c><v>1</v></c></row>".repeat(100));
    for length in 4..file.len() {
        assert_eq!(refused(&file[..length]), Refusal::Damaged, "{length}");
    }
    for text in
        ["<worksheet><sheetData><row><c><v>1</v></c></row>", "<worksheet/>", "<worksheet><sheetData><row><c><v>", "no xml", ""]
    {
        assert_eq!(refused(&book(&[("xl/worksheets/sheet1.xml", text)])), Refusal::Damaged, "{text}");
    }
    assert_eq!(refused(&book(&[])), Refusal::Damaged);
    assert_eq!(refused(&book(&[("xl/workbook.xml", "<workbook><sheets>")])), Refusal::Damaged);
}

proptest! {
    #[test]
    fn no_change_inside_a_workbook_makes_a_reader_panic(changes in vec((0_usize..6, any::<Index>(), "[<>/&;:\"= a-z0-9ก\\x00-\\x7f]{0,6}"), 1..6)) {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d\" x\"[h]"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>"#;
        let strings = r"<sst><si><t>_x000D_a</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>";
        let row = sheet(r#"<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="0"><v>43009</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c></row>"#);
        let mut parts = [LINKS, BOOK, BOOK_LINKS, styles, strings, &row].map(String::from);
        for (part, place, text) in changes {
            let part = &mut parts[part];
            let starts: Vec<_> = part.char_indices().map(|(at, _)| at).chain([part.len()]).collect();
            let from = place.index(starts.len());
            let to = (from + text.len() / 2).min(starts.len() - 1);
            part.replace_range(starts[from]..starts[to], &text);
        }
        let names = ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"];
        let all: Vec<_> = names.into_iter().zip(parts.iter().map(String::as_bytes)).collect();
        let _ = read_sheets(&packed(&all));
    }
}

#[test]
fn a_file_too_large_is_not_looked_at() {
    let limit = limits::FILE;
    assert_eq!(refused(&vec![b'a'; limit + 1]), Refusal::TooLarge { limit });
    assert_eq!(refused(b""), Refusal::Empty);
}
