//! Where a line of scores begins, where it is marked, and how far along it something stands.

use crate::results::figure::Score;

pub const HIGHEST: i64 = 100;

/// A line that begins higher would make small differences look large.
const NEVER_ABOVE: i64 = 80;

/// Nothing stands at the very edge.
const ROOM: i64 = 5;

/// The largest multiple of ten that is at least 5 below everything shown, and never above 80.
pub fn lowest<'it>(scores: impl IntoIterator<Item = &'it Score>) -> i64 {
    let begins = |score: &Score| (score.minus(&Score::whole(ROOM)).floor().max(0) / 10) * 10;
    scores.into_iter().map(begins).fold(NEVER_ABOVE, i64::min)
}

/// What is written above the line: its beginning, its end, and round numbers between.
pub fn ticks(lowest: i64) -> Vec<i64> {
    let step = match HIGHEST - lowest {
        ..=20 => 5,
        21..=50 => 10,
        _ => 20,
    };
    let mut ticks = vec![lowest];
    ticks.extend((lowest..=HIGHEST).filter(|tick| (HIGHEST - tick) % step == 0 && tick - lowest >= step));
    ticks
}

/// As a coordinate of a drawing: `62.50%`.
pub fn at(score: &Score, lowest: i64) -> String {
    percent(&score.along(lowest, HIGHEST))
}

pub fn percent(share: &Score) -> String {
    format!("{}%", share.shown(2))
}

/// Text at the edge stays within it.
pub fn anchor(along: &Score) -> &'static str {
    if *along < Score::whole(12) {
        "start"
    } else if *along > Score::whole(88) {
        "end"
    } else {
        "middle"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lowest_of(hundredths: &[i64]) -> i64 {
        lowest(&hundredths.iter().map(|one| Score::from_hundredths(*one)).collect::<Vec<_>>())
    }

    #[test]
    fn a_line_begins_well_below_the_lowest_and_never_above_80() {
        for (scores, begins) in [
            (&[8_760_i64, 9_640][..], 80),
            (&[8_500], 80),
            (&[8_499], 70),
            (&[9_900], 80),
            (&[7_500, 9_000], 70),
            (&[7_499], 60),
            (&[400], 0),
            (&[0], 0),
            (&[], 80),
        ] {
            assert_eq!(lowest_of(scores), begins, "{scores:?}");
        }
    }

    #[test]
    fn a_line_is_marked_at_both_ends_and_nowhere_twice() {
        assert_eq!(ticks(80), [80, 85, 90, 95, 100]);
        assert_eq!(ticks(70), [70, 80, 90, 100]);
        assert_eq!(ticks(50), [50, 60, 70, 80, 90, 100]);
        assert_eq!(ticks(30), [30, 60, 80, 100]);
        assert_eq!(ticks(0), [0, 20, 40, 60, 80, 100]);
    }

    #[test]
    fn positions_are_exact() {
        assert_eq!(at(&Score::from_hundredths(9_250), 80), "62.50%");
        assert_eq!(at(&Score::from_hundredths(8_938), 80), "46.90%");
        assert_eq!(at(&Score::whole(100), 70), "100.00%");
        assert_eq!(at(&Score::new(crate::instruments::Fraction::new(900.into(), 11.into())), 70), "39.39%");
    }
}
