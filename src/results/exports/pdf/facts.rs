//! The figures at the top, beside each other in a frame.

use super::{
    draw::Undrawable,
    lengths::{Length, POINT},
    press::{Press, Side, height},
    sheets::column,
    style::{CAPTION, HAIRLINE, HEADING, KEY, SMALL, Style},
};
use crate::results::report::Fact;

const BESIDE: usize = 4;
const SPACE: Length = 7 * POINT;

/// On the same line as the others.
const SMALLER_KEY: Style = Style { leading: KEY.leading, ..HEADING };

pub fn draw(press: &mut Press, facts: &[Fact]) -> Result<(), Undrawable> {
    let (left, full) = column();
    let beside = facts.len().clamp(1, BESIDE);
    let each = full / i32::try_from(beside).unwrap_or(1);
    let inner = each - 2 * SPACE;
    for row in facts.chunks(beside) {
        let mut cells = Vec::new();
        for fact in row {
            let value = if press.width(&fact.value, KEY)? > inner { SMALLER_KEY } else { KEY };
            cells.push([
                (press.lines(&fact.label, CAPTION, inner)?, CAPTION),
                (press.lines(&fact.value, value, inner)?, value),
                (press.lines(&fact.remark, SMALL, inner)?, SMALL),
            ]);
        }
        let tallest =
            |part: usize| cells.iter().filter_map(|cell| cell.get(part)).map(|(lines, style)| height(lines, *style)).max();
        let [label, value, remark] = [0, 1, 2].map(|part| tallest(part).unwrap_or_default());
        let all = label + value + remark + 2 * SPACE;
        press.sheets.need(all);
        let (top, bottom) = (press.sheets.y, press.sheets.y + all);
        for y in [top, bottom] {
            press.sheets.rule((left, y), (left + full, y), POINT, HAIRLINE);
        }
        for (place, cell) in (0..).zip(&cells) {
            let x = left + place * each;
            if place > 0 {
                press.sheets.rule((x, top + SPACE), (x, bottom - SPACE), POINT / 2, HAIRLINE);
            }
            let starts = [top + SPACE, top + SPACE + label, top + SPACE + label + value];
            for ((lines, style), y) in cell.iter().zip(starts) {
                press.block(lines, *style, Side::Left, (x + SPACE, y, inner));
            }
        }
        press.sheets.down(all);
    }
    Ok(())
}
