//! Tables: the heading again on every sheet, rows kept whole, figures at the right of their columns.

use std::borrow::Cow;

use super::{
    draw::Undrawable,
    lengths::{HEIGHT, Length, POINT},
    lines::Line,
    press::{Press, Side, height},
    sheets::{Area, column},
    style::{BORDER, BOTTOM, CAPTION, CELL, Colour, HAIRLINE, STRONG_CELL, SUNK, Style, TOP},
};
use crate::results::report::{Column, Table};

/// Around what stands in a cell.
const BESIDE: Length = 5 * POINT;
const ABOVE: Length = 3 * POINT;

/// Where a column stands.
struct Place {
    x: Length,
    width: Length,
    side: Side,
}

type Cells = Vec<Vec<Line>>;

const SHEET: Length = HEIGHT - TOP - BOTTOM;

pub fn draw(press: &mut Press, table: &Table) -> Result<(), Undrawable> {
    let places = places(press, table)?;
    let headings: Vec<Cow<str>> = table.columns.iter().map(heading).collect();
    let headings: Vec<&str> = headings.iter().map(Cow::as_ref).collect();
    let head = cells(press, &headings, &places, STRONG_CELL)?;
    // A heading that fills a sheet is written once.
    let repeated = (height_of(&head, STRONG_CELL) <= SHEET / 4).then_some(&head);
    let beginning = repeated.map_or(0, |head| height_of(head, STRONG_CELL)) + 2 * (CELL.leading + 2 * ABOVE);
    press.sheets.need(CAPTION.leading * 2 + beginning);
    if !table.caption.is_empty() {
        press.run(&table.caption, CAPTION.strong())?;
    }
    if repeated.is_some() {
        draw_head(press, &head, &places);
    } else {
        draw_over(press, head.clone(), STRONG_CELL, Some(SUNK), &places, None);
    }
    for (number, row) in table.rows.iter().enumerate() {
        let style = if row.is_strong { STRONG_CELL } else { CELL };
        let is_seen = |place| table.rows_of(number, place).is_some();
        let texts = row.cells.iter().enumerate().map(|(place, text)| if is_seen(place) { text.as_str() } else { "" });
        let texts: Vec<&str> = texts.collect();
        let cells = cells(press, &texts, &places, style)?;
        draw_over(press, cells, style, row.is_strong.then_some(SUNK), &places, repeated);
    }
    if !table.note.is_empty() {
        press.sheets.down(ABOVE);
        press.run(&table.note, CAPTION)?;
    }
    Ok(())
}

/// With what it has over it, on one line.
fn heading(column: &Column) -> Cow<'_, str> {
    if column.group.is_empty() {
        Cow::Borrowed(&column.heading)
    } else {
        Cow::Owned(format!("{} {}", column.group, column.heading))
    }
}

fn draw_head(press: &mut Press, head: &Cells, places: &[Place]) {
    let height = height_of(head, STRONG_CELL);
    draw_cells(press, head, places, STRONG_CELL, Some(SUNK));
    let ((x, width), y) = (column(), press.sheets.y);
    press.sheets.rule((x, y - height), (x + width, y - height), POINT, BORDER);
    press.sheets.rule((x, y), (x + width, y), POINT, BORDER);
}

/// What fits on a sheet is kept on one; a longer row goes on on the next, under the heading.
fn draw_over(press: &mut Press, mut rest: Cells, style: Style, ground: Option<Colour>, places: &[Place], head: Option<&Cells>) {
    let whole_sheet = SHEET - head.map_or(0, |head| height_of(head, STRONG_CELL));
    while height_of(&rest, style) > press.sheets.room() {
        let fits = usize::try_from((press.sheets.room() - 2 * ABOVE) / style.leading).unwrap_or_default();
        if height_of(&rest, style) > whole_sheet && fits > 2 {
            let first = rest.iter_mut().map(|cell| cell.drain(..fits.min(cell.len())).collect()).collect();
            draw_cells(press, &first, places, style, ground);
        }
        press.sheets.turn();
        if let Some(head) = head {
            draw_head(press, head, places);
        }
    }
    draw_cells(press, &rest, places, style, ground);
}

fn draw_cells(press: &mut Press, cells: &Cells, places: &[Place], style: Style, ground: Option<Colour>) {
    let ((x, width), y, height) = (column(), press.sheets.y, height_of(cells, style));
    if let Some(colour) = ground {
        press.sheets.fill(Area { x, y, width, height }, colour);
    }
    for (cell, place) in cells.iter().zip(places) {
        press.block(cell, style, place.side, (place.x + BESIDE, y + ABOVE, place.width - 2 * BESIDE));
    }
    press.sheets.down(height);
    let y = press.sheets.y;
    press.sheets.rule((x, y), (x + width, y), POINT / 2, HAIRLINE);
}

fn cells(press: &mut Press, texts: &[&str], places: &[Place], style: Style) -> Result<Cells, Undrawable> {
    places.iter().zip(texts).map(|(place, text)| press.lines(text, style, place.width - 2 * BESIDE)).collect()
}

fn height_of(cells: &Cells, style: Style) -> Length {
    cells.iter().map(|cell| height(cell, style)).max().unwrap_or_default() + 2 * ABOVE
}

/// As they want to be, where each column says so.
fn places(press: &mut Press, table: &Table) -> Result<Vec<Place>, Undrawable> {
    let Some(shares) = table.shares() else { return fitted(press, table) };
    let (mut x, full) = column();
    let all: usize = shares.iter().sum();
    let mut places = Vec::new();
    for (share, column) in shares.iter().zip(&table.columns) {
        let width = i64::from(full) * i64::try_from(*share).unwrap_or(1) / i64::try_from(all.max(1)).unwrap_or(i64::MAX);
        let width = Length::try_from(width).unwrap_or(full).max(2 * BESIDE + POINT);
        places.push(Place { x, width, side: if column.is_figure { Side::Right } else { Side::Left } });
        x += width;
    }
    Ok(places)
}

/// Figures get what they need, texts share what is left; where there is too little, all are narrower.
fn fitted(press: &mut Press, table: &Table) -> Result<Vec<Place>, Undrawable> {
    let (mut x, full) = column();
    let mut wanted = Vec::new();
    for (number, column) in table.columns.iter().enumerate() {
        let mut widest = 0;
        for row in &table.rows {
            let text = row.cells.get(number).map(String::as_str).unwrap_or_default();
            widest = widest.max(press.width(text, if row.is_strong { STRONG_CELL } else { CELL })?);
        }
        let heading = press.width(&heading(column), STRONG_CELL)?;
        // A heading may go over several lines, where its figures are short.
        let heading = if column.is_figure { heading.min(72 * POINT) } else { heading };
        wanted.push(widest.max(heading) + 2 * BESIDE);
    }
    let is_figure = |number: usize| table.columns.get(number).is_some_and(|column| column.is_figure);
    let sum =
        |figures: bool| wanted.iter().enumerate().filter(|(number, _)| is_figure(*number) == figures).map(|(_, it)| *it).sum();
    let (figures, texts): (Length, Length) = (sum(true), sum(false));
    // Texts want at least a third of the page.
    let for_figures = if texts == 0 { full } else { figures.min(full * 2 / 3).min(full - texts.min(full / 3)) };
    let for_texts = full - for_figures;
    let mut places = Vec::new();
    for (number, wanted) in wanted.iter().enumerate() {
        let (share, of) = if is_figure(number) { (for_figures, figures) } else { (for_texts, texts) };
        let width = i64::from(share) * i64::from(*wanted) / i64::from(of.max(1));
        let width = Length::try_from(width).unwrap_or(full).max(2 * BESIDE + POINT);
        let side = if is_figure(number) { Side::Right } else { Side::Left };
        places.push(Place { x, width, side });
        x += width;
    }
    Ok(places)
}
