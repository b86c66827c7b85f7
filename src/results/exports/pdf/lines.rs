//! Text as lines of a width: between words where the language breaks, ragged at the right.
//!
//! Thai words are found by the dictionary that browsers use, and the signs of `language::breaks` are heeded. A
//! word that is longer than a line is cut.

use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed, options::LineBreakOptions};

use super::{
    case::{Case, Piece},
    draw::Undrawable,
    lengths::{Length, at_size},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub pieces: Vec<Piece>,
    /// In units of the font.
    pub width: i32,
}

pub struct Breaker(LineSegmenterBorrowed<'static>);

impl Breaker {
    pub fn new() -> Self {
        Self(LineSegmenter::new_dictionary(LineBreakOptions::default()))
    }

    /// At least one line, which may be empty.
    pub fn lines(&self, case: &mut Case, text: &str, size: Length, width: Length) -> Result<Vec<Line>, Undrawable> {
        let mut lines = Vec::new();
        for paragraph in drawable(text).split('\n') {
            let pieces = case.set(paragraph)?;
            let breaks: Vec<usize> = self.0.segment_str(paragraph).collect();
            fill(&pieces, &breaks, size, width, &mut lines);
        }
        Ok(lines)
    }
}

/// Without signs that nobody sees, but those that steer lines: a line of its own for each new line, and a space
/// for a tab.
fn drawable(text: &str) -> String {
    let mut drawable = text.replace("\r\n", "\n").replace('\t', " ");
    drawable.retain(|letter| letter == '\n' || !(letter.is_control() || is_unseen(letter)));
    drawable
}

/// Soft hyphens, joiners, and what turns the direction of writing.
const fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn fill(pieces: &[Piece], breaks: &[usize], size: Length, width: Length, lines: &mut Vec<Line>) {
    let mut rest = pieces;
    loop {
        let (line, after) = rest.split_at(length_of_line(rest, breaks, size, width));
        let spaces = line.iter().rev().take_while(|piece| piece.is_space).count();
        let line = line.get(..line.len() - spaces).unwrap_or_default();
        lines.push(Line { pieces: line.to_vec(), width: line.iter().map(|piece| piece.width).sum() });
        if after.is_empty() {
            return;
        }
        rest = after;
    }
}

/// How many pieces fit; at least one, where there is any.
fn length_of_line(pieces: &[Piece], breaks: &[usize], size: Length, width: Length) -> usize {
    let (mut used, mut last) = (0_i32, 0);
    for (count, piece) in pieces.iter().enumerate() {
        if count > 0 && breaks.binary_search(&piece.at).is_ok() {
            last = count;
        }
        used = used.saturating_add(piece.width);
        if at_size(used, size) > width && !piece.is_space && count > 0 {
            return if last > 0 { last } else { count };
        }
    }
    pieces.len()
}
