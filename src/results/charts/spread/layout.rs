//! Where the segments of a distribution stand.
//!
//! Around a line: what is worth less than half to the left, what is worth more to the right, the worst and the best
//! outermost. On a scale of an odd number of levels the one in the middle is worth exactly half: it lies across the
//! line, half of it on either side, so that both sides stay comparable. Or all of it as parts of one hundred.

use crate::{
    instruments::Fraction,
    results::{figure::Score, report::Segment},
};

/// A label fits inside of what is at least this wide.
const ROOM_FOR_A_LABEL: i64 = 7;

/// How strong the colour of an end is next to the paler one at the line; those between lie evenly.
const PALEST: i64 = 80;

/// Where the line stands: so much to the left of it, and always 100 to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    left: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub from: Score,
    pub width: Score,
    pub shade: Shade,
    /// A whole per cent.
    pub label: Option<String>,
}

/// Which colour, and for levels between the end and the line how much of it in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    Worst(i64),
    Low,
    Middle,
    High,
    Best(i64),
}

impl Span {
    /// All of one hundred, without a line.
    pub const STACKED: Self = Self { left: 0 };

    /// The narrowest of three in which every row has room, so that charts of one round look alike.
    pub fn of<'it>(rows: impl IntoIterator<Item = &'it [Segment]>) -> Self {
        let widest = rows.into_iter().map(left_of_line).max().unwrap_or_else(|| Score::whole(0));
        let left = [25, 50].into_iter().find(|left| widest <= Score::whole(*left)).unwrap_or(100);
        Self { left }
    }

    /// In per cent of the drawing.
    pub fn line(self) -> Score {
        self.along(&Score::whole(0))
    }

    pub const fn has_line(self) -> bool {
        self.left > 0
    }

    fn along(self, from_line: &Score) -> Score {
        Score::new((from_line.fraction() + Fraction::from_integer(self.left.into())) * self.unit())
    }

    fn unit(self) -> Fraction {
        Fraction::new(100.into(), (self.left + 100).into())
    }
}

impl Bar {
    pub fn end(&self) -> Score {
        Score::new(self.from.fraction() + self.width.fraction())
    }
}

/// The bars of one row, left to right; what nobody chose has none.
pub fn bars(segments: &[Segment], span: Span) -> Vec<Bar> {
    let mut from = if span.has_line() { Score::whole(0).minus(&left_of_line(segments)) } else { Score::whole(0) };
    let mut bars = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        let width = segment.per_cent.fraction();
        if segment.people > 0 {
            bars.push(Bar {
                from: span.along(&from),
                width: Score::new(width * span.unit()),
                shade: shade(at, segments.len()),
                label: (segment.per_cent >= Score::whole(ROOM_FOR_A_LABEL)).then(|| segment.per_cent.shown(0)),
            });
        }
        from = Score::new(from.fraction() + width);
    }
    bars
}

fn left_of_line(segments: &[Segment]) -> Score {
    let half = segments.len() / 2;
    let mut left = segments.iter().take(half).fold(Fraction::from_integer(0.into()), |sum, it| sum + it.per_cent.fraction());
    if let Some(middle) = segments.get(half).filter(|_| segments.len() % 2 == 1) {
        left += middle.per_cent.fraction() / Fraction::from_integer(2.into());
    }
    Score::new(left)
}

pub fn shade(at: usize, levels: usize) -> Shade {
    let half = levels / 2;
    let mirrored = levels - 1 - at.min(levels.saturating_sub(1));
    if levels % 2 == 1 && at == half {
        return Shade::Middle;
    }
    let (outer, is_low) = if at < half { (at, true) } else { (mirrored, false) };
    let is_next_to_line = half > 1 && outer == half - 1;
    let strength = 100 - whole(outer) * (100 - PALEST) / whole(half.saturating_sub(2).max(1));
    match (is_low, is_next_to_line) {
        (true, true) => Shade::Low,
        (false, true) => Shade::High,
        (true, false) => Shade::Worst(strength),
        (false, false) => Shade::Best(strength),
    }
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segments(people: &[u32]) -> Vec<Segment> {
        let all: u32 = people.iter().sum();
        let segment = |people: &u32| Segment {
            per_cent: Score::new(Fraction::new((i64::from(*people) * 100).into(), all.into())),
            people: *people,
        };
        people.iter().map(segment).collect()
    }

    fn written(bars: &[Bar]) -> Vec<String> {
        bars.iter().map(|bar| format!("{}+{}", bar.from.shown(2), bar.width.shown(2))).collect()
    }

    #[test]
    fn four_levels_lie_around_the_line_with_the_ends_outermost() {
        let one = segments(&[5, 1, 5, 34]);
        let span = Span::of([&one[..]]);
        assert_eq!(span.line().shown(2), "20.00");
        // 11.11 and 2.22 to the left of 20.00, in a drawing of 125.
        assert_eq!(written(&bars(&one, span)), ["9.33+8.89", "18.22+1.78", "20.00+8.89", "28.89+60.44"]);
        let labels: Vec<_> = bars(&one, span).into_iter().map(|bar| bar.label).collect();
        assert_eq!(labels, [Some("11".to_owned()), None, Some("11".to_owned()), Some("76".to_owned())]);
    }

    #[test]
    fn six_levels_have_three_on_either_side() {
        let one = segments(&[1, 2, 3, 3, 6, 5]);
        let span = Span::of([&one[..]]);
        assert_eq!(span.line().shown(2), "33.33");
        assert_eq!(
            written(&bars(&one, span)),
            ["13.33+3.33", "16.67+6.67", "23.33+10.00", "33.33+10.00", "43.33+20.00", "63.33+16.67"]
        );
        let shades: Vec<_> = (0..6).map(|at| shade(at, 6)).collect();
        let wanted = [Shade::Worst(100), Shade::Worst(80), Shade::Low, Shade::High, Shade::Best(80), Shade::Best(100)];
        assert_eq!(shades, wanted);
    }

    #[test]
    fn the_middle_of_five_levels_lies_across_the_line() {
        let one = segments(&[1, 1, 4, 2, 2]);
        let span = Span::of([&one[..]]);
        assert_eq!(written(&bars(&one, span)), ["6.67+6.67", "13.33+6.67", "20.00+26.67", "46.67+13.33", "60.00+13.33"]);
        assert_eq!(shade(2, 5), Shade::Middle);
        assert_eq!(span.line().shown(2), "33.33", "13.33 of the 26.67 on either side of the line");
    }

    #[test]
    fn where_most_is_on_the_low_side_there_is_room_for_it() {
        let one = segments(&[10, 0]);
        let span = Span::of([&one[..]]);
        assert_eq!(span.line().shown(2), "50.00");
        assert_eq!(written(&bars(&one, span)), ["0.00+50.00"]);
        assert_eq!([shade(0, 2), shade(1, 2)], [Shade::Worst(100), Shade::Best(100)]);
    }

    #[test]
    fn as_parts_of_one_hundred_they_fill_the_line_from_its_beginning() {
        let one = segments(&[5, 1, 5, 34]);
        assert_eq!(written(&bars(&one, Span::STACKED)), ["0.00+11.11", "11.11+2.22", "13.33+11.11", "24.44+75.56"]);
    }

    #[test]
    fn every_scale_has_every_level_in_order_and_ends_that_mirror() {
        for levels in 2..=11 {
            let shades: Vec<_> = (0..levels).map(|at| shade(at, levels)).collect();
            assert_eq!(shades.first(), Some(&Shade::Worst(100)), "{levels}");
            assert_eq!(shades.last(), Some(&Shade::Best(100)), "{levels}");
            assert_eq!(shades.contains(&Shade::Middle), levels % 2 == 1, "{levels}");
            let one = segments(&vec![1; levels]);
            let bars = bars(&one, Span::of([&one[..]]));
            assert!(bars.is_sorted_by(|one, next| one.from < next.from) && bars.len() == levels, "{levels}");
        }
    }
}
