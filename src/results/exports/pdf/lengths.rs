//! Lengths on paper, in whole thirty-seconds of a point: finer than anybody sees, and the same on every machine.
//!
//! Does not know what is measured.

use crate::results::figure::Score;

/// Of paper.
pub type Length = i32;

pub const POINT: Length = 32;

/// A4.
pub const WIDTH: Length = millimetres(210);
pub const HEIGHT: Length = millimetres(297);

/// Of a font: a thousand of them are as long as the font is high.
pub const EM: i32 = 1_000;

pub const fn millimetres(count: i32) -> Length {
    (count * POINT * 7_200 + 1_270) / 2_540
}

/// As the file wants it.
pub fn points(length: Length) -> f32 {
    const FINE: f32 = 1.0 / 32.0;
    f32::from(i16::try_from(length).unwrap_or(i16::MAX)) * FINE
}

/// So much of a length as a score is of one hundred.
pub fn share(length: Length, per_cent: &Score) -> Length {
    let share = i64::from(length) * per_cent.hundredths().clamp(0, 10_000) / 10_000;
    Length::try_from(share).unwrap_or_default()
}

/// How wide something of the font is at a size.
pub fn at_size(units: i32, size: Length) -> Length {
    let width = i64::from(units) * i64::from(size) / i64::from(EM);
    Length::try_from(width).unwrap_or(Length::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_as_large_as_a4_and_an_inch_has_72_points() {
        assert_eq!(millimetres(254), 720 * POINT);
        assert!((points(WIDTH) - 595.276).abs() < 0.03 && (points(HEIGHT) - 841.89).abs() < 0.03);
    }

    #[test]
    fn shares_stay_within_what_they_are_shares_of() {
        assert_eq!(share(1_000, &Score::whole(25)), 250);
        assert_eq!((share(1_000, &Score::whole(-5)), share(1_000, &Score::whole(105))), (0, 1_000));
        assert_eq!(at_size(500, 12 * POINT), 6 * POINT);
    }
}
