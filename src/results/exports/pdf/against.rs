//! Figures on one line against a target. The axis is cut, so dots and never bars; triangles below the target;
//! stripes where a figure is not shown.

use super::{
    draw::Undrawable,
    lengths::{Length, POINT, share},
    press::{Press, Side, height, label_beside},
    sheets::{Area, Mark, column},
    style::{BORDER, BRAND, CAPTION, CELL, HAIRLINE, HEADING, INK, PALE_INK, SMALL, STRONG_CELL, WARNING},
};
use crate::results::{
    figure::{Figure, Score},
    report::{Against, AgainstRow},
};

const SPACE: Length = 4 * POINT;
const DOT: Length = 4 * POINT;
const RING: Length = 3 * POINT;

/// Where the axis stands.
struct Axis {
    x: Length,
    width: Length,
    lowest: i64,
    highest: i64,
}

impl Axis {
    fn at(&self, score: &Score) -> Length {
        self.x + share(self.width, &score.along(self.lowest, self.highest))
    }

    /// Every ten, or every five where that is not many.
    fn ticks(&self) -> Vec<i64> {
        let step = if self.highest - self.lowest > 30 { 10 } else { 5 };
        let step = if self.highest - self.lowest > 100 { (self.highest - self.lowest) / 5 } else { step };
        std::iter::successors(Some(self.lowest), |tick| Some(tick + step)).take_while(|tick| *tick <= self.highest).collect()
    }
}

pub fn draw(press: &mut Press, chart: &Against) -> Result<(), Undrawable> {
    let (left, full) = column();
    let axis = Axis { x: left + full * 36 / 100, width: full * 40 / 100, lowest: chart.lowest, highest: chart.highest };
    press.sheets.need(HEADING.leading * 2 + CAPTION.leading * 4 + (CELL.leading + SMALL.leading + 2 * SPACE) * 2);
    press.run(&chart.heading, HEADING)?;
    if !chart.caption.is_empty() {
        press.run(&chart.caption, CAPTION)?;
    }
    legend(press, chart)?;
    head(press, chart, &axis)?;
    for row in &chart.rows {
        draw_row(press, chart, row, &axis)?;
    }
    Ok(())
}

fn legend(press: &mut Press, chart: &Against) -> Result<(), Undrawable> {
    let ((mut x, _), y) = (column(), press.sheets.y);
    let middle = y + CAPTION.leading / 2;
    let before = chart.before.iter().map(|before| (Mark::Ring, BORDER, before.label.as_str()));
    for (mark, colour, label) in before.chain([(Mark::Dot, BRAND, chart.now.as_str())]) {
        if label.is_empty() {
            continue;
        }
        press.sheets.mark(mark, (x + DOT, middle), if mark == Mark::Ring { RING } else { DOT }, colour);
        let lines = press.lines(label, CAPTION, Length::MAX)?;
        press.block(&lines, CAPTION, Side::Left, (x + 3 * DOT, y, 0));
        x += 3 * DOT + press.width(label, CAPTION)? + 16 * POINT;
    }
    press.sheets.down(CAPTION.leading);
    Ok(())
}

/// The target over the numbers of the axis.
fn head(press: &mut Press, chart: &Against, axis: &Axis) -> Result<(), Undrawable> {
    if let Some(target) = &chart.target {
        number(press, &target.shown(2), axis.at(target), true)?;
        press.sheets.down(SMALL.leading);
    }
    for tick in axis.ticks() {
        number(press, &tick.to_string(), axis.at(&Score::whole(tick)), false)?;
    }
    press.sheets.down(SMALL.leading);
    let y = press.sheets.y;
    press.sheets.rule((axis.x, y), (axis.x + axis.width, y), POINT / 2, BORDER);
    Ok(())
}

fn number(press: &mut Press, text: &str, x: Length, is_strong: bool) -> Result<(), Undrawable> {
    let style = if is_strong { SMALL.strong().in_colour(INK) } else { SMALL };
    let (lines, y) = (press.lines(text, style, Length::MAX)?, press.sheets.y);
    press.block(&lines, style, Side::Middle, (x, y, 0));
    Ok(())
}

fn draw_row(press: &mut Press, chart: &Against, row: &AgainstRow, axis: &Axis) -> Result<(), Undrawable> {
    let (left, full) = column();
    let end = axis.x + axis.width;
    let (before_axis, behind) = (axis.x - left - 3 * SPACE, left + full - end - 3 * SPACE);
    let label = label_beside(press, &row.label, before_axis)?;
    let value = match row.change.as_str() {
        "" | "–" => row.value.clone(),
        change => format!("{} {change}", row.value),
    };
    let value = press.lines(&value, STRONG_CELL, behind)?;
    let remark = if row.remark.is_empty() { Vec::new() } else { press.lines(&row.remark, SMALL, behind)? };
    let beside = height(&value, STRONG_CELL) + height(&remark, SMALL);
    let tall = height(&label, CELL).max(beside) + 2 * SPACE;
    if tall > press.sheets.room() && !press.sheets.is_at_top() {
        press.sheets.turn();
        head(press, chart, axis)?;
    }
    let (top, bottom) = (press.sheets.y, press.sheets.y + tall);
    for tick in axis.ticks() {
        let x = axis.at(&Score::whole(tick));
        press.sheets.rule((x, top), (x, bottom), POINT / 2, HAIRLINE);
    }
    if let Some(target) = &chart.target {
        press.sheets.dashes((axis.at(target), top), (axis.at(target), bottom), 2 * POINT, INK);
    }
    figure(press, row, axis, top + tall / 2);
    press.block(&label, CELL, Side::Left, (left, top + (tall - height(&label, CELL)) / 2, before_axis));
    let beside = top + (tall - beside) / 2;
    press.block(&value, STRONG_CELL, Side::Right, (end + 3 * SPACE, beside, behind));
    let colour = if row.is_met == Some(false) { WARNING } else { PALE_INK };
    let under = beside + height(&value, STRONG_CELL);
    press.block(&remark, SMALL.in_colour(colour), Side::Right, (end + 3 * SPACE, under, behind));
    press.sheets.rule((left, bottom), (left + full, bottom), POINT / 2, HAIRLINE);
    press.sheets.down(tall);
    Ok(())
}

fn figure(press: &mut Press, row: &AgainstRow, axis: &Axis, y: Length) {
    let colour = if row.is_met == Some(false) { WARNING } else { BRAND };
    let band = |from: Length, to: Length| Area { x: from, y: y - DOT, width: to - from, height: 2 * DOT };
    match (&row.figure, row.figure.bounds()) {
        (Figure::Exact(score), _) => {
            if let Some(before) = &row.before {
                press.sheets.rule((axis.at(before), y), (axis.at(score), y), POINT * 3 / 2, BORDER);
                press.sheets.mark(Mark::Ring, (axis.at(before), y), RING, BORDER);
            }
            let mark = if row.is_met == Some(false) { Mark::Triangle } else { Mark::Dot };
            press.sheets.mark(mark, (axis.at(score), y), DOT, colour);
        }
        (_, Some((least, most))) => press.sheets.fill(band(axis.at(least), axis.at(most).max(axis.at(least) + POINT)), colour),
        (_, None) => press.sheets.stripes(band(axis.x, axis.x + axis.width), BORDER),
    }
}
