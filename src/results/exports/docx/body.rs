//! The report itself: headings, paragraphs, and tables whose headings stand on every page.

use super::xml::escaped;
use crate::results::report::{
    Block, Column, Document, Fact, Signature, Table,
    words::{PageWords, page},
};

/// Between the margins of A4, in twentieths of a point; and where it is turned on its side.
const WIDTH: usize = 9_865;
const WIDTH_ACROSS: usize = 14_797;
/// A column is as wide as its longest cell, but neither narrower nor wider than so many letters.
const NARROWEST: usize = 7;
const WIDEST: usize = 60;
/// Beside so many others, what a row is about keeps room.
const MANY: usize = 4;
const A_FEW_WORDS: usize = 14;
const DOTS: &str = "............................";

const BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#;
const END: &str = r#"<w:sectPr><w:headerReference w:type="default" r:id="r3"/><w:footerReference w:type="default" r:id="r4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="907" w:bottom="1021" w:left="1134" w:header="567" w:footer="454" w:gutter="0"/></w:sectPr></w:body></w:document>"#;
const UPRIGHT: &str = r#"<w:pgSz w:w="11906" w:h="16838"/>"#;
const ACROSS: &str = r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#;
const BORDERS: &str = r#"<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>"#;
const HEAD: &str = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
const CENTRED: &str = r#"<w:jc w:val="center"/>"#;
/// A cell that goes down over those below it, and one of these.
const FROM_HERE: &str = r#"<w:vMerge w:val="restart"/>"#;
const BELOW: &str = "<w:vMerge/>";
const ROOM: &str = r#"<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>"#;

pub fn document(document: &Document) -> String {
    let mut xml = BEGIN.to_owned();
    xml += &paragraph("Title", &document.running(&document.title));
    for line in &document.lines {
        xml += &paragraph("Subtitle", &document.running(line));
    }
    for block in &document.blocks {
        xml += &block_of(document, block);
    }
    xml += &signatures(&document.signatures, page(document.language));
    if document.is_landscape { xml + &END.replace(UPRIGHT, ACROSS) } else { xml + END }
}

fn block_of(document: &Document, block: &Block) -> String {
    match block {
        Block::Heading(text) => paragraph("Heading1", &document.running(text)),
        Block::Paragraph(text) | Block::Note(text) => paragraphs("Normal", "", "", &document.running(text)),
        Block::List(lines) => lines.iter().map(|line| paragraph("ListParagraph", &document.running(line))).collect(),
        Block::Facts(facts) => facts_of(facts),
        Block::Table(table) => table_of(table, if document.is_landscape { WIDTH_ACROSS } else { WIDTH }),
        // A picture is no text to go on with: what it states, and the table beside it.
        Block::Against(against) => paragraph("Normal", &against.heading),
        Block::Spread(spread) => paragraph("Normal", &spread.heading),
        Block::PageBreak => r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#.to_owned(),
    }
}

fn paragraph(style: &str, text: &str) -> String {
    written(style, "", "", text)
}

fn written(style: &str, paragraph: &str, letters: &str, text: &str) -> String {
    let text = escaped(text);
    format!(
        r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{paragraph}</w:pPr><w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#
    )
}

/// One for each line.
fn paragraphs(style: &str, paragraph: &str, letters: &str, text: &str) -> String {
    text.split('\n').map(|line| written(style, paragraph, letters, line)).collect()
}

fn cell(width: usize, content: &str) -> String {
    spanning(width, "", content)
}

fn spanning(width: usize, over: &str, content: &str) -> String {
    format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}</w:tcPr>{content}</w:tc>"#)
}

fn begin(widths: &[usize], borders: &str) -> String {
    let column = |width: &usize| format!(r#"<w:gridCol w:w="{width}"/>"#);
    let columns = widths.iter().map(column).collect::<Vec<_>>().concat();
    let all: usize = widths.iter().sum();
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="{all}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>{ROOM}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"#
    )
}

fn table_of(table: &Table, width: usize) -> String {
    let widths = widths(table, width);
    let mut xml = if table.caption.is_empty() { String::new() } else { paragraph("Caption", &table.caption) };
    xml += &begin(&widths, BORDERS);
    xml += &groups(table, &widths);
    let is_alone = |place: usize| table.groups().iter().any(|group| group.first == place && group.heading.is_empty());
    xml += HEAD;
    for (place, (column, width)) in table.columns.iter().zip(&widths).enumerate() {
        if is_alone(place) {
            xml += &spanning(*width, BELOW, &paragraph("Cell", ""));
            continue;
        }
        xml += &cell(*width, &paragraphs("Cell", aligned(column.is_figure), "<w:b/><w:bCs/>", &column.heading));
    }
    xml += "</w:tr>";
    for (number, row) in table.rows.iter().enumerate() {
        let letters = if row.is_strong { "<w:b/><w:bCs/>" } else { "" };
        xml += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (place, ((text, column), width)) in row.cells.iter().zip(&table.columns).zip(&widths).enumerate() {
            let text = paragraphs("Cell", aligned(column.is_figure), letters, text);
            xml += &match table.rows_of(number, place) {
                None => spanning(*width, BELOW, &paragraph("Cell", "")),
                Some(1) => cell(*width, &text),
                Some(_) => spanning(*width, FROM_HERE, &text),
            };
        }
        xml += "</w:tr>";
    }
    // A paragraph must part it from a table that follows.
    xml + "</w:tbl>" + &paragraph("Small", &table.note)
}

/// The row over the headings, where columns stand in groups.
fn groups(table: &Table, widths: &[usize]) -> String {
    let groups = table.groups();
    if groups.is_empty() {
        return String::new();
    }
    let mut xml = HEAD.to_owned();
    for group in groups {
        let width = widths.iter().skip(group.first).take(group.columns).sum();
        let heading = table.columns.get(group.first).filter(|_| group.heading.is_empty());
        xml += &if let Some(column) = heading {
            let text = paragraphs("Cell", aligned(column.is_figure), "<w:b/><w:bCs/>", &column.heading);
            spanning(width, FROM_HERE, &text)
        } else {
            let over = format!(r#"<w:gridSpan w:val="{}"/>"#, group.columns);
            spanning(width, &over, &written("Cell", CENTRED, "<w:b/><w:bCs/>", group.heading))
        };
    }
    xml + "</w:tr>"
}

const fn aligned(is_figure: bool) -> &'static str {
    if is_figure { r#"<w:jc w:val="right"/>"# } else { "" }
}

/// As they want to be; or in proportion to the longest text of each column.
fn widths(table: &Table, width: usize) -> Vec<usize> {
    let of_column = |(place, column): (usize, &Column)| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(place)).flat_map(|cell| cell.split('\n')).map(letters);
        // A heading may take several lines.
        let narrowest = if place == 0 && table.columns.len() > MANY { A_FEW_WORDS } else { NARROWEST };
        cells.chain([letters(&column.heading).div_ceil(2)]).max().unwrap_or_default().clamp(narrowest, WIDEST)
    };
    let weights: Vec<usize> = table.shares().unwrap_or_else(|| table.columns.iter().enumerate().map(of_column).collect());
    let all = weights.iter().sum::<usize>().max(1);
    weights.iter().map(|weight| weight * width / all).collect()
}

/// Those that take room: vowels and tones above and below do not.
fn letters(text: &str) -> usize {
    text.chars()
        .filter(|letter| !matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{200b}' | '\u{2060}'))
        .count()
}

/// Labels above, values below.
fn facts_of(facts: &[Fact]) -> String {
    if facts.is_empty() {
        return String::new();
    }
    let widths = vec![WIDTH / facts.len(); facts.len()];
    let mut xml = begin(&widths, BORDERS) + "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (fact, width) in facts.iter().zip(&widths) {
        let value = written("Cell", "", r#"<w:b/><w:bCs/><w:sz w:val="44"/><w:szCs w:val="44"/>"#, &fact.value);
        xml += &cell(*width, &(paragraph("Cell", &fact.label) + &value + &paragraph("Cell", &fact.remark)));
    }
    xml + "</w:tr></w:tbl>" + &paragraph("Small", "")
}

/// Beside each other, without lines between them, and all on one page.
fn signatures(signatures: &[Signature], say: &PageWords) -> String {
    if signatures.is_empty() {
        return String::new();
    }
    let widths = vec![WIDTH / signatures.len(); signatures.len()];
    let mut xml = paragraph("Normal", "") + &begin(&widths, "") + "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (signature, width) in signatures.iter().zip(&widths) {
        let lines = [
            format!("{}{DOTS}", say.sign),
            format!("({DOTS})"),
            signature.role.clone(),
            format!("{}{DOTS}", say.position),
            format!("{}{DOTS}", say.date),
        ];
        xml += &cell(*width, &lines.iter().map(|line| paragraph("Sign", line)).collect::<String>());
    }
    xml + "</w:tr></w:tbl>" + &paragraph("Small", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::Language,
        results::report::{Merged, Row},
    };

    fn paper(is_landscape: bool, table: Table) -> String {
        document(&Document {
            language: Language::Thai,
            title: "แผน".to_owned(),
            lines: Vec::new(),
            running: String::new(),
            thai_digits: false,
            is_landscape,
            blocks: vec![Block::Table(table)],
            signatures: Vec::new(),
        })
    }

    #[test]
    fn lines_of_a_cell_are_paragraphs_and_a_cell_may_go_down_over_others() {
        let columns =
            vec![Column::wide("มาตรการ", 30), Column::wide("ต.ค.", 3).under("2568"), Column::wide("พ.ย.", 3).under("2568")];
        let row = |first: &str| Row { cells: vec![first.to_owned(), "✓".to_owned(), String::new()], is_strong: false };
        let table = Table {
            columns,
            rows: vec![row("ก\nข < ค"), row("ไม่เห็น")],
            merged: vec![Merged { row: 0, column: 0, rows: 2 }],
            ..Table::default()
        };
        let xml = paper(true, table);
        assert!(xml.contains("ก</w:t></w:r></w:p><w:p>") && xml.contains("ข &lt; ค</w:t>"), "{xml}");
        assert_eq!((xml.matches(FROM_HERE).count(), xml.matches(BELOW).count()), (2, 2), "{xml}");
        assert!(xml.contains(r#"<w:gridSpan w:val="2"/>"#) && !xml.contains("ไม่เห็น"), "{xml}");
        assert!(xml.contains(ACROSS) && !xml.contains(UPRIGHT), "{xml}");
        assert!(xml.contains(r#"<w:gridCol w:w="12330"/><w:gridCol w:w="1233"/>"#), "{xml}");
    }

    #[test]
    fn a_table_without_any_of_that_has_nothing_of_it() {
        let rows = vec![Row { cells: vec!["ก".to_owned()], is_strong: false }];
        let xml = paper(false, Table { columns: vec![Column::new("หัว", false)], rows, ..Table::default() });
        assert!(!xml.contains("vMerge") && !xml.contains("gridSpan") && xml.contains(UPRIGHT), "{xml}");
    }
}
