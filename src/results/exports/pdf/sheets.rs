//! Sheets of A4, and what a pen can do on them; the origin is the left upper corner.
//!
//! Knows no report: where things stand, whoever draws decides.

use pdf_writer::{Content, Name, Str};

use super::{
    lengths::{HEIGHT, Length, POINT, points},
    lines::Line,
    style::{BOTTOM, Colour, LEFT, Style, TOP},
};

pub struct Sheets {
    /// Never empty.
    done: Vec<Content>,
    last: Content,
    /// How far down the last one is filled.
    pub y: Length,
}

/// Left, top, width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub x: Length,
    pub y: Length,
    pub width: Length,
    pub height: Length,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Dot,
    Ring,
    /// Points downwards.
    Triangle,
}

/// So much of a radius, from the end of a quarter of a circle, do its handles stand off.
const HANDLE: f32 = 0.552_285;

impl Sheets {
    pub fn new() -> Self {
        Self { done: Vec::new(), last: Content::new(), y: TOP }
    }

    pub fn finish(mut self) -> Vec<Content> {
        self.done.push(self.last);
        self.done
    }

    pub fn count(&self) -> usize {
        self.done.len() + 1
    }

    /// What is left of the last sheet.
    pub fn room(&self) -> Length {
        HEIGHT - BOTTOM - self.y
    }

    pub fn is_at_top(&self) -> bool {
        self.y <= TOP
    }

    pub fn turn(&mut self) {
        self.done.push(std::mem::replace(&mut self.last, Content::new()));
        self.y = TOP;
    }

    /// Begins a new sheet unless so much is left.
    pub fn need(&mut self, height: Length) {
        if height > self.room() && !self.is_at_top() {
            self.turn();
        }
    }

    pub fn down(&mut self, by: Length) {
        self.y += by;
    }

    /// A line of text with its top at `y`.
    pub fn text(&mut self, line: &Line, style: Style, x: Length, y: Length) {
        write(&mut self.last, line, style, x, y);
    }

    pub fn fill(&mut self, area: Area, colour: Colour) {
        let [red, green, blue] = colour.shares();
        self.last.set_fill_rgb(red, green, blue);
        self.rectangle(area).fill_nonzero();
    }

    pub fn stripes(&mut self, area: Area, colour: Colour) {
        let [red, green, blue] = colour.shares();
        self.last.save_state();
        self.rectangle(area).clip_nonzero().end_path();
        self.last.set_stroke_rgb(red, green, blue).set_line_width(1.0);
        let mut x = area.x;
        while x < area.x + area.width + area.height {
            let (top, bottom) = (place(area.y), place(area.y + area.height));
            self.last.move_to(points(x), top).line_to(points(x - area.height), bottom);
            x += 4 * POINT;
        }
        self.last.stroke().restore_state();
    }

    pub fn rule(&mut self, from: (Length, Length), to: (Length, Length), width: Length, colour: Colour) {
        let [red, green, blue] = colour.shares();
        self.last.set_stroke_rgb(red, green, blue).set_line_width(points(width));
        self.last.move_to(points(from.0), place(from.1)).line_to(points(to.0), place(to.1)).stroke();
    }

    /// Of dashes so long; down or across.
    pub fn dashes(&mut self, from: (Length, Length), to: (Length, Length), dash: Length, colour: Colour) {
        self.last.save_state().set_dash_pattern([points(dash)], 0.0);
        self.rule(from, to, POINT * 5 / 4, colour);
        self.last.restore_state();
    }

    /// Around a place.
    pub fn mark(&mut self, mark: Mark, (x, y): (Length, Length), radius: Length, colour: Colour) {
        let [red, green, blue] = colour.shares();
        let (centre, middle, radius) = (points(x), place(y), points(radius));
        self.last.set_fill_rgb(red, green, blue).set_stroke_rgb(red, green, blue).set_line_width(1.25);
        if mark == Mark::Triangle {
            self.last.move_to(centre - radius, middle + radius * 0.8).line_to(centre + radius, middle + radius * 0.8);
            self.last.line_to(centre, middle - radius).close_path().fill_nonzero();
            return;
        }
        let handle = radius * HANDLE;
        self.last.move_to(centre + radius, middle);
        for (along, across) in
            [((1.0, 0.0), (0.0, 1.0)), ((0.0, 1.0), (-1.0, 0.0)), ((-1.0, 0.0), (0.0, -1.0)), ((0.0, -1.0), (1.0, 0.0))]
        {
            let ((ax, ay), (bx, by)): ((f32, f32), (f32, f32)) = (along, across);
            let first = (centre + ax * radius + bx * handle, middle + ay * radius + by * handle);
            let second = (centre + bx * radius + ax * handle, middle + by * radius + ay * handle);
            self.last.cubic_to(first.0, first.1, second.0, second.1, centre + bx * radius, middle + by * radius);
        }
        if mark == Mark::Ring {
            self.last.set_fill_rgb(1.0, 1.0, 1.0).fill_nonzero_and_stroke();
        } else {
            self.last.fill_nonzero();
        }
    }

    fn rectangle(&mut self, area: Area) -> &mut Content {
        self.last.rect(points(area.x), place(area.y + area.height), points(area.width), points(area.height))
    }
}

/// A line of text on any sheet.
pub fn write(sheet: &mut Content, line: &Line, style: Style, x: Length, y: Length) {
    if line.pieces.is_empty() {
        return;
    }
    let [red, green, blue] = style.colour.shares();
    sheet.begin_text().set_fill_rgb(red, green, blue).set_font(Name(style.weight.tag()), points(style.size));
    sheet.next_line(points(x), place(y + style.baseline()));
    let mut shown = sheet.show_positioned();
    let mut items = shown.items();
    let mut run = Vec::with_capacity(line.pieces.len() * 2);
    for piece in &line.pieces {
        run.extend_from_slice(&piece.number.to_be_bytes());
        if piece.kern != 0 {
            items.show(Str(&run)).adjust(-i16::try_from(piece.kern).map(f32::from).unwrap_or_default());
            run.clear();
        }
    }
    if !run.is_empty() {
        items.show(Str(&run));
    }
    drop(items);
    drop(shown);
    sheet.end_text();
}

/// In a PDF, up is up.
fn place(y: Length) -> f32 {
    points(HEIGHT - y)
}

/// Where the text of a page begins and how wide it is.
pub const fn column() -> (Length, Length) {
    (LEFT, super::lengths::WIDTH - LEFT - super::style::RIGHT)
}
