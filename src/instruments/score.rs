//! What one answer on a scale is worth: an exact fraction, never 33 or 0.67.

use num_rational::BigRational;

use super::Polarity;

/// Exact, however many means are taken of means.
pub type Fraction = BigRational;

/// Level `level` (from 1) of `levels` is worth `100·(level − 1)/(levels − 1)`, or what is missing
/// to 100 where the scale runs the other way. `None` where there is no such level, no scale, or
/// nobody has said which way it runs.
pub fn score(level: u16, levels: usize, polarity: Polarity) -> Option<Fraction> {
    let steps = levels.checked_sub(1).filter(|steps| *steps > 0)?;
    let above_first = usize::from(level).checked_sub(1).filter(|step| *step <= steps)?;
    let counted = match polarity {
        Polarity::Straight => above_first,
        Polarity::Reversed => steps - above_first,
        Polarity::Unset => return None,
    };
    Some(Fraction::new((100 * counted).into(), steps.into()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fraction(of: i64, by: i64) -> Fraction {
        Fraction::new(of.into(), by.into())
    }

    #[test]
    fn thirds_are_thirds() {
        let four: Vec<_> = (1..=4).map(|level| score(level, 4, Polarity::Straight).unwrap()).collect();
        assert_eq!(four, [fraction(0, 1), fraction(100, 3), fraction(200, 3), fraction(100, 1)]);
        assert_eq!(score(2, 6, Polarity::Straight), Some(fraction(20, 1)));
        assert_eq!(score(2, 2, Polarity::Reversed), Some(fraction(0, 1)));
    }

    #[test]
    fn what_is_no_level_of_a_scale_has_no_score() {
        for (level, levels) in [(0, 4), (5, 4), (1, 1), (1, 0)] {
            assert_eq!(score(level, levels, Polarity::Straight), None, "{level} of {levels}");
        }
        assert_eq!(score(1, 4, Polarity::Unset), None);
    }

    proptest! {
        #[test]
        fn both_directions_add_up_to_a_hundred(levels in 2_usize..=11, level in 1_u16..=11) {
            let (straight, reversed) = (score(level, levels, Polarity::Straight), score(level, levels, Polarity::Reversed));
            prop_assert_eq!(straight.is_some(), usize::from(level) <= levels);
            if let (Some(straight), Some(reversed)) = (straight, reversed) {
                prop_assert!(fraction(0, 1) <= straight && straight <= fraction(100, 1));
                prop_assert_eq!(straight + reversed, fraction(100, 1));
            }
        }

        #[test]
        fn a_higher_level_is_worth_more_by_the_same_step(levels in 2_usize..=11) {
            let step = fraction(100, i64::try_from(levels).unwrap() - 1);
            for level in 1..u16::try_from(levels).unwrap() {
                let two = [level, level + 1].map(|level| score(level, levels, Polarity::Straight).unwrap());
                prop_assert_eq!(&two[1] - &two[0], step.clone());
            }
        }
    }
}
