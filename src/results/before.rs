//! Which earlier round a round is compared with. Decided here alone, so that a page, its heading, the report, its
//! files and what is published mean the same one.
//!
//! Is given rounds of one questionnaire, and knows neither how they were found nor who may see them.

use jiff::civil::Date;

use super::{Occasion, Round};
use crate::language::FiscalYear;

/// The last round before this one of which a score is told. One that was closed on too few is passed over.
pub fn round_before<'it>(round: &Round, rounds: impl IntoIterator<Item = &'it Round>) -> Option<&'it Round> {
    let here = place(&round.occasion);
    let earlier = rounds.into_iter().filter(|other| place(&other.occasion) < here);
    earlier.filter(|other| other.released.figures.overall.is_shown()).max_by_key(|other| place(&other.occasion))
}

/// Rounds stand in the order of their year, and in it in that of their number.
pub fn place(occasion: &Occasion) -> (FiscalYear, i32, Date, String) {
    (occasion.year, occasion.round, occasion.closed, occasion.survey.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::{Language, plain},
        results::{
            disclose,
            figure::{Figure, Score},
            findings::{Finding, findings, heading_of_rounds},
            invented::of_five,
            pages::View,
            report::{Options, Telling},
        },
    };

    fn three() -> [Round; 3] {
        let mut rounds = [1, 2, 3].map(|number| of_five(number, [9_000 + i64::from(number) * 100; 5], None));
        // Of the second, nothing is told.
        rounds[1].released.figures = disclose::of_too_few(&rounds[1].released.paper, Some(50));
        rounds
    }

    #[test]
    fn the_round_before_is_the_last_one_of_which_a_score_is_told() {
        let [first, second, third] = three();
        let all = [third.clone(), first.clone(), second.clone()];
        let of = |round: &Round| round_before(round, &all).map(|it| it.occasion.round);
        assert_eq!([of(&first), of(&second), of(&third)], [None, Some(1), Some(1)]);
        // A range is told as well.
        let mut ranged = second;
        ranged.released.figures.overall = Figure::Within { least: Score::whole(80), most: Score::whole(100) };
        assert_eq!(round_before(&third, [&first, &ranged]).map(|it| it.occasion.round), Some(2));
    }

    #[test]
    fn pages_headings_reports_and_findings_compare_with_the_same_round() {
        let [first, second, third] = three();
        let earlier = vec![first, second];
        let options = Options::default();
        let telling = Telling::new(&third, &earlier, &options, Language::English);
        let view = View { round: third.clone(), earlier: earlier.clone(), declared: Vec::new(), may_plan: false };
        let since = findings(&third, &earlier).into_iter().find_map(|it| match it {
            Finding::Changed { since, .. } => Some(since),
            _ => None,
        });
        let places = [telling.before, view.before()].map(|it| it.unwrap().occasion.place());
        assert_eq!((places, since), (["1/2569", "1/2569"].map(str::to_owned), Some("1/2569".to_owned())));
        let heading = |language| plain(&heading_of_rounds(&view.rounds(), language));
        assert_eq!(heading(Language::English), "The overall score changed by +2.00 since round 1/2569, to 93.00");
        assert_eq!(heading(Language::Thai), "คะแนนรวมเปลี่ยน +2.00 จากรอบ 1/2569 เป็น 93.00");
    }
}
