//! Distributions: how many of a hundred gave each answer, around a line in the middle of the scale or from the
//! left. The right is always the good side.

use super::{
    draw::Undrawable,
    lengths::{Length, POINT, share},
    press::{Press, Side, height, label_beside},
    sheets::{Area, column},
    style::{BORDER, CAPTION, CELL, Colour, HAIRLINE, HEADING, INK, SMALL, STRONG_CELL, WHITE},
};
use crate::results::{
    figure::Score,
    report::{Segment, Spread, SpreadRow},
};

const SPACE: Length = 4 * POINT;
const BAR: Length = 15 * POINT;

/// A segment narrower than that says its figure in the table only.
const LEAST_LABELLED: i64 = 700;

/// Where the bars stand, and the line they stand around; one hundred is so wide.
struct Field {
    x: Length,
    width: Length,
    zero: Length,
    hundred: Length,
}

pub fn draw(press: &mut Press, chart: &Spread) -> Result<(), Undrawable> {
    let (left, full) = column();
    let (x, width) = (left + full * 36 / 100, full * 44 / 100);
    let left_share = if chart.is_stacked { 0 } else { left_share(&chart.rows) };
    let hundred = width * 100 / (100 + left_share);
    let field = Field { x, width, zero: x + hundred * left_share / 100, hundred };
    press.sheets.need(HEADING.leading * 2 + CAPTION.leading * 3 + (BAR + 4 * SPACE) * 2);
    press.run(&chart.heading, HEADING)?;
    if !chart.caption.is_empty() {
        press.run(&chart.caption, CAPTION)?;
    }
    legend(press, &chart.legend)?;
    for row in &chart.rows {
        draw_row(press, row, chart, &field)?;
    }
    Ok(())
}

fn legend(press: &mut Press, legend: &[String]) -> Result<(), Undrawable> {
    let (left, full) = column();
    let (mut x, mut tall, side) = (left, 0, 8 * POINT);
    for (level, label) in legend.iter().enumerate() {
        let width = side + SPACE + press.width(label, CAPTION)?;
        if x > left && x + width > left + full {
            press.sheets.down(tall);
            (x, tall) = (left, 0);
        }
        let y = press.sheets.y;
        let square = Area { x, y: y + (CAPTION.leading - side) / 2, width: side, height: side };
        segment(press, square, level, legend.len());
        let lines = press.lines(label, CAPTION, full - side - SPACE)?;
        press.block(&lines, CAPTION, Side::Left, (x + side + SPACE, y, full));
        x += width + 12 * POINT;
        tall = tall.max(height(&lines, CAPTION));
    }
    press.sheets.down(tall + SPACE);
    Ok(())
}

fn draw_row(press: &mut Press, row: &SpreadRow, chart: &Spread, field: &Field) -> Result<(), Undrawable> {
    let (left, full) = column();
    let end = field.x + field.width;
    let (before, behind) = (field.x - left - 3 * SPACE, left + full - end - 3 * SPACE);
    let label = label_beside(press, &row.label, before)?;
    let value = press.lines(&row.value, STRONG_CELL, behind)?;
    let remark = if row.remark.is_empty() { Vec::new() } else { press.lines(&row.remark, SMALL, behind)? };
    let beside = height(&value, STRONG_CELL) + height(&remark, SMALL);
    let tall = height(&label, CELL).max(beside).max(BAR) + 2 * SPACE;
    press.sheets.need(tall);
    let (top, bottom) = (press.sheets.y, press.sheets.y + tall);
    press.block(&label, CELL, Side::Left, (left, top + (tall - height(&label, CELL)) / 2, before));
    bar(press, row, chart, field, top + (tall - BAR) / 2)?;
    if !chart.is_stacked {
        press.sheets.rule((field.zero, top), (field.zero, bottom), POINT * 3 / 2, INK);
    }
    let y = top + (tall - beside) / 2;
    press.block(&value, STRONG_CELL, Side::Right, (end + 3 * SPACE, y, behind));
    press.block(&remark, SMALL, Side::Right, (end + 3 * SPACE, y + height(&value, STRONG_CELL), behind));
    press.sheets.rule((left, bottom), (left + full, bottom), POINT / 2, HAIRLINE);
    press.sheets.down(tall);
    Ok(())
}

fn bar(press: &mut Press, row: &SpreadRow, chart: &Spread, field: &Field, y: Length) -> Result<(), Undrawable> {
    if row.segments.is_empty() {
        press.sheets.stripes(Area { x: field.x, y, width: field.width, height: BAR }, BORDER);
        return Ok(());
    }
    let low = share(field.hundred, &low_share(&row.segments));
    let mut x = if chart.is_stacked { field.x } else { field.zero - low };
    for (level, part) in row.segments.iter().enumerate() {
        let area = Area { x, y, width: share(field.hundred, &part.per_cent), height: BAR };
        segment(press, area, level, row.segments.len());
        if part.per_cent.hundredths() >= LEAST_LABELLED {
            let colour = if Colour::of_level(level, row.segments.len()).is_dark() { WHITE } else { INK };
            let style = SMALL.strong().in_colour(colour);
            let lines = press.lines(&part.per_cent.shown(0), style, Length::MAX)?;
            press.block(&lines, style, Side::Middle, (area.x, y + (BAR - style.leading) / 2, area.width));
        }
        x += area.width;
    }
    Ok(())
}

/// With a white edge, so that neighbours can be told apart on black and white paper.
fn segment(press: &mut Press, area: Area, level: usize, levels: usize) {
    press.sheets.fill(area, Colour::of_level(level, levels));
    let (end, bottom) = (area.x + area.width, area.y + area.height);
    press.sheets.rule((end, area.y), (end, bottom), POINT / 2, WHITE);
}

/// What stands on the left of the line: the lower half of the scale, and half of what is in its middle.
fn low_share(segments: &[Segment]) -> Score {
    let half = segments.len() / 2;
    let lower: i64 = segments.iter().take(half).map(|part| part.per_cent.hundredths()).sum();
    let middle =
        if segments.len().is_multiple_of(2) { 0 } else { segments.get(half).map_or(0, |part| part.per_cent.hundredths()) };
    Score::from_hundredths(lower + middle / 2)
}

/// So much room as the left needs, in steps, so that charts can be compared.
fn left_share(rows: &[SpreadRow]) -> Length {
    let most = rows.iter().map(|row| low_share(&row.segments).hundredths()).max().unwrap_or_default();
    [25, 50].into_iter().find(|share| most <= i64::from(*share) * 100).unwrap_or(100)
}
