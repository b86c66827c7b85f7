//! Type, lines and sheets together: what every part of a report is set with.

use super::{
    case::Case,
    draw::Undrawable,
    faces::Weight,
    lengths::{Length, at_size},
    lines::{Breaker, Line},
    sheets::{Sheets, column},
    style::{CELL, Style},
};

pub struct Press {
    regular: Case,
    strong: Case,
    breaker: Breaker,
    pub sheets: Sheets,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Middle,
    Right,
}

impl Press {
    pub fn new() -> Result<Self, Undrawable> {
        let (regular, strong) = (Case::new(Weight::Regular)?, Case::new(Weight::Strong)?);
        Ok(Self { regular, strong, breaker: Breaker::new(), sheets: Sheets::new() })
    }

    /// What was set, in both weights, and the sheets.
    pub fn finish(self) -> ([Case; 2], Sheets) {
        ([self.regular, self.strong], self.sheets)
    }

    pub fn lines(&mut self, text: &str, style: Style, width: Length) -> Result<Vec<Line>, Undrawable> {
        let case = match style.weight {
            Weight::Regular => &mut self.regular,
            Weight::Strong => &mut self.strong,
        };
        self.breaker.lines(case, text, style.size, width)
    }

    /// How wide a text is that is not broken.
    pub fn width(&mut self, text: &str, style: Style) -> Result<Length, Undrawable> {
        let lines = self.lines(text, style, Length::MAX)?;
        Ok(lines.iter().map(|line| at_size(line.width, style.size)).max().unwrap_or_default())
    }

    /// Running text over the width of the page, from sheet to sheet; no line stands alone if it need not.
    pub fn run(&mut self, text: &str, style: Style) -> Result<(), Undrawable> {
        let (x, width) = column();
        self.run_at(text, style, x, width)
    }

    pub fn run_at(&mut self, text: &str, style: Style, x: Length, width: Length) -> Result<(), Undrawable> {
        let lines = self.lines(text, style, width)?;
        let count = lines.len();
        for (number, line) in lines.iter().enumerate() {
            let kept = if number == 0 || number + 2 == count { 2.min(count - number) } else { 1 };
            self.sheets.need(style.leading * i32::try_from(kept).unwrap_or(1));
            let y = self.sheets.y;
            self.sheets.text(line, style, x, y);
            self.sheets.down(style.leading);
        }
        Ok(())
    }

    /// Lines that were measured before, below each other from `y`.
    pub fn block(&mut self, lines: &[Line], style: Style, side: Side, (x, y, width): (Length, Length, Length)) {
        for (down, line) in (0..).zip(lines) {
            let free = width - at_size(line.width, style.size);
            let x = match side {
                Side::Left => x,
                Side::Middle => x + free / 2,
                Side::Right => x + free,
            };
            self.sheets.text(line, style, x, y + down * style.leading);
        }
    }
}

/// How high so many lines are.
pub fn height(lines: &[Line], style: Style) -> Length {
    i32::try_from(lines.len()).unwrap_or(i32::MAX).saturating_mul(style.leading)
}

/// The label of a row of a chart; a long one is written over the whole width, above its row.
pub fn label_beside(press: &mut Press, label: &str, width: Length) -> Result<Vec<Line>, Undrawable> {
    const MOST_LINES: usize = 8;
    let lines = press.lines(label, CELL, width)?;
    if lines.len() <= MOST_LINES {
        return Ok(lines);
    }
    press.run(label, CELL)?;
    Ok(Vec::new())
}
