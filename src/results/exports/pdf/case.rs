//! The case of one weight: every cluster that was set so far, each with its number, its width and its text.
//!
//! Promises that a number stands for one drawing and one text, so that what is copied out of the PDF is what
//! was written, whoever reads it. Whatever the font lacks is an empty box with its text.

use std::collections::HashMap;

use harfrust::{Buffer, BufferFlags, Direction, Font, Script, ShapeOptions, ShapePlan, ShaperFont, shape};

use super::{
    draw::Undrawable,
    faces::Weight,
    outlines::{Glyph, Part},
};

/// More marks than that on one letter are nobody's language; the text keeps them all but the last.
const MOST_PARTS: usize = 16;
const MOST_LETTERS: usize = 64;

/// One drawing with its text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cluster {
    pub parts: Vec<Part>,
    pub text: String,
}

/// A cluster in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    pub number: u16,
    /// Where it begins in the text, in bytes.
    pub at: usize,
    pub width: i32,
    /// What is added to its own width here, to stand well beside the next.
    pub kern: i32,
    pub is_space: bool,
}

pub struct Case {
    pub weight: Weight,
    font: Font,
    plan: ShapePlan,
    /// The first has number 1.
    clusters: Vec<(Cluster, i32)>,
    numbers: HashMap<Cluster, u16>,
}

impl Case {
    pub fn new(weight: Weight) -> Result<Self, Undrawable> {
        let font = Font::new(weight.file(), 0).ok_or(Undrawable::NoFont)?;
        // Thai throughout: Latin is the same under it, and Thai behind a Latin word is still put together.
        let plan = ShapePlan::new(&font, Direction::LeftToRight, Some(Script::THAI), None, &[]);
        Ok(Self { weight, font, plan, clusters: Vec::new(), numbers: HashMap::new() })
    }

    /// What was set so far, in the order of its numbers, with its widths.
    pub fn clusters(&self) -> &[(Cluster, i32)] {
        &self.clusters
    }

    /// A text as pieces, from left to right.
    pub fn set(&mut self, text: &str) -> Result<Vec<Piece>, Undrawable> {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::THAI));
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        let font = self.font.clone();
        let font = ShaperFont::new(&font);
        shape(&font, &mut buffer, ShapeOptions::new().plan(Some(&self.plan))).map_err(|_| Undrawable::NoFont)?;
        let glyphs: Vec<_> = buffer.glyph_infos().iter().zip(buffer.glyph_positions()).collect();
        let mut pieces = Vec::with_capacity(glyphs.len());
        let mut groups = glyphs.chunk_by(|(one, _), (next, _)| one.cluster == next.cluster).peekable();
        while let Some(group) = groups.next() {
            let starts =
                |group: &[(&harfrust::GlyphInfo, _)]| group.first().and_then(|(glyph, _)| usize::try_from(glyph.cluster).ok());
            let at = starts(group).unwrap_or_default();
            let end = groups.peek().and_then(|next| starts(next)).unwrap_or(text.len());
            let (mut parts, mut pen, mut width) = (Vec::new(), 0, 0);
            for (number, (glyph, place)) in (1..).zip(group) {
                let glyph = Glyph::try_from(glyph.glyph_id).unwrap_or_default();
                let offset = |from: i32| i16::try_from(from).unwrap_or_default();
                if parts.len() < MOST_PARTS {
                    parts.push(Part { glyph, right: offset(pen + place.x_offset), up: offset(place.y_offset) });
                }
                // The last may have been moved nearer to what follows: that is not its own width.
                let own = if place.x_advance == 0 { 0 } else { font.glyph_h_advance(glyph.into()) };
                width = pen + if number == group.len() { own } else { place.x_advance };
                pen += place.x_advance;
            }
            let text = readable(text.get(at..end).unwrap_or_default());
            let is_space = text == " ";
            let number = self.number(Cluster { parts, text }, width)?;
            pieces.push(Piece { number, at, width: pen, kern: pen - width, is_space });
        }
        Ok(pieces)
    }

    fn number(&mut self, cluster: Cluster, width: i32) -> Result<u16, Undrawable> {
        if let Some(number) = self.numbers.get(&cluster) {
            return Ok(*number);
        }
        let number = u16::try_from(self.clusters.len() + 1).map_err(|_| Undrawable::TooMuch)?;
        self.clusters.push((cluster.clone(), width));
        self.numbers.insert(cluster, number);
        Ok(number)
    }
}

/// Without what only steers lines.
fn readable(text: &str) -> String {
    crate::language::plain(text).chars().take(MOST_LETTERS).collect()
}
