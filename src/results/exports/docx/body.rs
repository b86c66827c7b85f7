//! The report itself: headings, paragraphs, and tables whose headings stand on every page.

use super::xml::escaped;
use crate::results::report::{
    Block, Column, Document, Fact, Signature, Table,
    words::{PageWords, page},
};

/// Between the margins of A4, in twentieths of a point.
const WIDTH: usize = 9_865;
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
const BORDERS: &str = r#"<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>"#;
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
    xml + END
}

fn block_of(document: &Document, block: &Block) -> String {
    match block {
        Block::Heading(text) => paragraph("Heading1", &document.running(text)),
        Block::Paragraph(text) | Block::Note(text) => paragraph("Normal", &document.running(text)),
        Block::List(lines) => lines.iter().map(|line| paragraph("ListParagraph", &document.running(line))).collect(),
        Block::Facts(facts) => facts_of(facts),
        Block::Table(table) => table_of(table),
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

fn cell(width: usize, content: &str) -> String {
    format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>"#)
}

fn begin(widths: &[usize], borders: &str) -> String {
    let column = |width: &usize| format!(r#"<w:gridCol w:w="{width}"/>"#);
    let columns = widths.iter().map(column).collect::<Vec<_>>().concat();
    let all: usize = widths.iter().sum();
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="{all}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>{ROOM}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"#
    )
}

fn table_of(table: &Table) -> String {
    let widths = widths(table);
    let mut xml = if table.caption.is_empty() { String::new() } else { paragraph("Caption", &table.caption) };
    xml += &begin(&widths, BORDERS);
    xml += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (column, width) in table.columns.iter().zip(&widths) {
        xml += &cell(*width, &written("Cell", aligned(column.is_figure), "<w:b/><w:bCs/>", &column.heading));
    }
    xml += "</w:tr>";
    for row in &table.rows {
        let letters = if row.is_strong { "<w:b/><w:bCs/>" } else { "" };
        xml += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for ((text, column), width) in row.cells.iter().zip(&table.columns).zip(&widths) {
            xml += &cell(*width, &written("Cell", aligned(column.is_figure), letters, text));
        }
        xml += "</w:tr>";
    }
    // A paragraph must part it from a table that follows.
    xml + "</w:tbl>" + &paragraph("Small", &table.note)
}

const fn aligned(is_figure: bool) -> &'static str {
    if is_figure { r#"<w:jc w:val="right"/>"# } else { "" }
}

/// In proportion to the longest text of each column.
fn widths(table: &Table) -> Vec<usize> {
    let of_column = |(place, column): (usize, &Column)| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(place)).map(|cell| letters(cell));
        // A heading may take several lines.
        let narrowest = if place == 0 && table.columns.len() > MANY { A_FEW_WORDS } else { NARROWEST };
        cells.chain([letters(&column.heading).div_ceil(2)]).max().unwrap_or_default().clamp(narrowest, WIDEST)
    };
    let weights: Vec<usize> = table.columns.iter().enumerate().map(of_column).collect();
    let all = weights.iter().sum::<usize>().max(1);
    weights.iter().map(|weight| weight * WIDTH / all).collect()
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
