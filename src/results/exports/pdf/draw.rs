//! A report as a PDF: its parts in order, over as many sheets of A4 as they need.
//!
//! Promises that the same report gives the same bytes, whenever and wherever it is drawn, and that nothing in
//! it is read as a command: text goes in as glyphs. Reads no file and asks nobody.

use thiserror::Error;

use super::{against, signatures, table};
use super::{
    facts, file,
    lengths::{self, Length, POINT, WIDTH, at_size},
    press::{Press, Side, height},
    sheets::{Area, column, write},
    spread,
    style::{self, BODY, CAPTION, HEADING, SMALL, TITLE, WARNING_TINT},
};
use crate::results::report::{Block, Document};

#[derive(Debug, Error)]
pub enum Undrawable {
    /// The font in the program cannot be read: somebody built it wrongly.
    #[error("the font of the PDF cannot be read")]
    NoFont,
    #[error("more different letters than a PDF can hold")]
    TooMuch,
}

const GAP: Length = 8 * POINT;
const HALF_A_SHEET: Length = lengths::HEIGHT / 2;

pub fn pdf(document: &Document) -> Result<Vec<u8>, Undrawable> {
    let mut press = Press::new()?;
    let running = |text: &str| document.running(text).into_owned();
    press.run(&running(&document.title), TITLE)?;
    for line in document.lines.iter().filter(|line| !line.is_empty()) {
        press.run(&running(line), CAPTION)?;
    }
    press.sheets.down(GAP);
    for block in &document.blocks {
        draw(&mut press, block, &running)?;
    }
    signatures::draw(&mut press, &document.signatures)?;
    bind(press, document, &running)
}

fn draw(press: &mut Press, block: &Block, running: &dyn Fn(&str) -> String) -> Result<(), Undrawable> {
    match block {
        Block::Heading(text) => {
            // Never at the foot of a sheet, without what it heads.
            press.sheets.need(GAP + HEADING.leading * 2 + BODY.leading * 3);
            if !press.sheets.is_at_top() {
                press.sheets.down(GAP);
            }
            press.run(&running(text), HEADING)?;
            press.sheets.down(GAP / 4);
            return Ok(());
        }
        Block::Paragraph(text) => press.run(&running(text), BODY)?,
        Block::List(sentences) => list(press, sentences, running)?,
        Block::Note(text) => note(press, &running(text))?,
        Block::Facts(all) => facts::draw(press, all)?,
        Block::Table(table) => table::draw(press, table)?,
        Block::Against(chart) => against::draw(press, chart)?,
        Block::Spread(chart) => spread::draw(press, chart)?,
        Block::PageBreak => {
            if !press.sheets.is_at_top() {
                press.sheets.turn();
            }
            return Ok(());
        }
    }
    press.sheets.down(GAP);
    Ok(())
}

fn list(press: &mut Press, sentences: &[String], running: &dyn Fn(&str) -> String) -> Result<(), Undrawable> {
    let (x, width) = column();
    let indent = 14 * POINT;
    for sentence in sentences {
        press.sheets.need(BODY.leading * 2);
        let dot = press.lines("•", BODY, width)?;
        let at = (x + indent / 4, press.sheets.y, indent);
        press.block(&dot, BODY, Side::Left, at);
        press.run_at(&running(sentence), BODY, x + indent, width - indent)?;
    }
    Ok(())
}

/// On a tint, with a bar before it; a very long one does without.
fn note(press: &mut Press, text: &str) -> Result<(), Undrawable> {
    let ((x, width), space) = (column(), 6 * POINT);
    let lines = press.lines(text, BODY, width - 3 * space)?;
    let tall = height(&lines, BODY) + 2 * space;
    if tall > HALF_A_SHEET {
        return press.run(text, BODY);
    }
    press.sheets.need(tall);
    let y = press.sheets.y;
    press.sheets.fill(Area { x, y, width, height: tall }, WARNING_TINT);
    press.sheets.fill(Area { x, y, width: space / 2, height: tall }, style::WARNING);
    press.block(&lines, BODY, Side::Left, (x + 2 * space, y + space, width));
    press.sheets.down(tall);
    Ok(())
}

/// Puts the first line over the first sheet and numbers under all, and makes the file.
fn bind(mut press: Press, document: &Document, running: &dyn Fn(&str) -> String) -> Result<Vec<u8>, Undrawable> {
    let (x, width) = column();
    let over = press.lines(&running(&document.running), SMALL, width)?;
    let count = press.sheets.count();
    let mut numbers = Vec::with_capacity(count);
    for number in 1..=count {
        numbers.push(press.lines(&running(&format!("{number} / {count}")), SMALL, width)?);
    }
    let (cases, sheets) = press.finish();
    let mut pages = sheets.finish();
    for (page, number) in pages.iter_mut().zip(&numbers) {
        for line in over.iter().take(1) {
            write(page, line, SMALL, x, style::TOP / 2 - SMALL.leading / 2);
        }
        for line in number {
            let x = WIDTH - style::RIGHT - at_size(line.width, SMALL.size);
            write(page, line, SMALL, x, lengths::HEIGHT - style::BOTTOM / 2 - SMALL.leading / 2);
        }
    }
    let title = crate::language::plain(&document.title);
    file::file(&title, document.language.code(), &cases, pages).ok_or(Undrawable::TooMuch)
}
