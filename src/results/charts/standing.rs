//! How a figure stands to its target, where that can be told.

use crate::{
    language::{Language, fill},
    results::{
        Target,
        figure::{Figure, Score},
        words::charts::words,
    },
};

/// How far it is from the target, as shown.
pub fn gap(figure: &Figure, target: Option<&Target>) -> Option<Score> {
    Some(figure.exact()?.apart_from(&target?.score))
}

/// `ถึงเป้า`, `ต่ำกว่าเป้า 3.12`; empty where there is no telling.
pub fn in_words(figure: &Figure, target: Option<&Target>, language: Language) -> String {
    let say = words(language);
    match (target.and_then(|target| target.is_met_by(figure)), gap(figure, target)) {
        (Some(true), _) => say.met.to_owned(),
        // Reached, where it had to be passed.
        (Some(false), Some(gap)) if gap.hundredths() == 0 => say.not_passed.to_owned(),
        (Some(false), Some(gap)) => fill(say.below, &[&Score::whole(0).minus(&gap).shown(2)]),
        (Some(false), None) => say.is_below.to_owned(),
        (None, _) if target.is_some() && figure.is_shown() => say.no_telling.to_owned(),
        (None, _) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::plain;

    fn target(hundredths: i64, is_to_be_passed: bool) -> Target {
        Target { score: Score::from_hundredths(hundredths), is_to_be_passed }
    }

    fn within(least: i64, most: i64) -> Figure {
        Figure::Within { least: Score::whole(least), most: Score::whole(most) }
    }

    #[test]
    fn a_range_that_holds_the_target_is_neither_above_nor_below_it() {
        let target = target(8_500, false);
        assert_eq!(target.is_met_by(&within(80, 100)), None);
        assert_eq!(target.is_met_by(&within(90, 100)), Some(true));
        assert_eq!(target.is_met_by(&within(60, 80)), Some(false));
        assert_eq!(target.is_met_by(&Figure::NoData), None);
    }

    #[test]
    fn what_is_said_fits_what_is_shown() {
        let said = |hundredths: i64, target: &Target| {
            let figure = Figure::Exact(Score::from_hundredths(hundredths));
            plain(&in_words(&figure, Some(target), Language::Thai))
        };
        assert_eq!(said(8_938, &target(9_250, false)), "ต่ำกว่าเป้า 3.12");
        assert_eq!(said(9_250, &target(9_250, false)), "ถึงเป้า");
        assert_eq!(said(9_250, &target(9_250, true)), "ยังไม่เกินเป้า");
        let figure = Figure::Exact(Score::new(crate::instruments::Fraction::new(92_495.into(), 1_000.into())));
        assert_eq!(plain(&in_words(&figure, Some(&target(9_250, false)), Language::Thai)), "ถึงเป้า");
    }
}
