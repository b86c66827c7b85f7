//! Lines to sign on, two or three beside each other, on one sheet: the line, brackets for the name, and the role.

use super::{
    draw::Undrawable,
    lengths::{Length, POINT},
    press::{Press, Side, height},
    sheets::column,
    style::{BODY, BORDER},
};
use crate::results::report::Signature;

/// For a hand.
const ABOVE: Length = 42 * POINT;

pub fn draw(press: &mut Press, signatures: &[Signature]) -> Result<(), Undrawable> {
    let (left, width) = column();
    let beside = if signatures.len().is_multiple_of(3) { 3 } else { 2 };
    let (each, inset) = (width / beside, 40 / beside * POINT);
    let mut rows = Vec::new();
    for row in signatures.chunks(usize::try_from(beside).unwrap_or(2)) {
        let mut roles = Vec::new();
        for signature in row {
            roles.push(press.lines(&signature.role, BODY, each - 2 * inset)?);
        }
        let tallest = roles.iter().map(|role| height(role, BODY)).max().unwrap_or_default();
        rows.push((ABOVE + BODY.leading * 2 + tallest, roles));
    }
    press.sheets.need(rows.iter().map(|(needed, _)| *needed).sum());
    for (needed, roles) in rows {
        press.sheets.need(needed);
        let y = press.sheets.y + ABOVE;
        for (place, role) in (0..).zip(&roles) {
            let (x, line) = (left + place * each + inset, each - 2 * inset);
            press.sheets.dashes((x, y), (x + line, y), POINT, BORDER);
            for (bracket, side) in [("(", Side::Left), (")", Side::Right)] {
                let bracket = press.lines(bracket, BODY, line)?;
                press.block(&bracket, BODY, side, (x, y + BODY.leading / 2, line));
            }
            press.block(role, BODY, Side::Middle, (x, y + BODY.leading * 7 / 4, line));
        }
        press.sheets.down(needed);
    }
    Ok(())
}
