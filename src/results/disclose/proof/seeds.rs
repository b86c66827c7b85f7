//! The figures of real papers, out of ballots that were made to give them.

use super::world::*;
use crate::{
    instruments::{Answers, Code, Polarity},
    results::{figure::Figure, figures::Share},
};

/// So many people with each of these levels at one question.
fn of(counts: &[(u16, usize)]) -> Vec<u16> {
    counts.iter().flat_map(|(level, count)| vec![*level; *count]).collect()
}

/// People who answer each question by the level in its column.
fn people(questions: &[(&str, Vec<u16>)]) -> Vec<Person> {
    let count = questions[0].1.len();
    assert!(questions.iter().all(|(_, levels)| levels.len() == count));
    let one = |at: usize| levels(&questions.iter().map(|(code, levels)| (*code, levels[at])).collect::<Vec<_>>());
    (0..count).map(|at| (0, one(at))).collect()
}

fn shown(figure: &Figure) -> String {
    figure.exact().unwrap_or_else(|| panic!("{figure:?}")).shown(2)
}

#[test]
fn eleven_people_on_four_levels_of_whom_two_chose_the_wrong_end_give_81_82() {
    let form = instrument(vec![vec![straight("i1", 4), rated("i2", 4, Polarity::Reversed), straight("i3", 4)]]);
    let best = [of(&[(4, 9), (3, 2)]), of(&[(3, 2), (4, 9)])];
    let ballots = people(&[("i1", best[0].clone()), ("i2", of(&[(1, 9), (4, 2)])), ("i3", best[1].clone())]);
    let told = told(&paper(5, 1, form), &ballots);
    let item = told.item(&Code::from("i2")).unwrap();
    assert_eq!(shown(item.figure.as_ref().unwrap()), "81.82");
    assert_eq!(item.questions[0].spread.as_deref(), Some(&[9, 0, 0, 2][..]), "in the order of the page");
    assert_eq!(told.habits.contrary[0].share, Share::Few);
    // No other number of people gives this figure on four levels.
    for people in 1_i64..=100 {
        let sums = (0..=people * 3).map(|thirds| {
            crate::results::figure::Score::from_hundredths(0).minus(&crate::results::figure::Score::new(
                crate::instruments::Fraction::new((-100 * thirds).into(), (3 * people).into()),
            ))
        });
        assert_eq!(sums.into_iter().any(|score| score.shown(2) == "81.82"), people % 11 == 0, "{people}");
    }
}

#[test]
fn twelve_people_outside_on_six_levels_give_93_33_and_88_33_and_86_67() {
    let sixes = |lost: usize| of(&[(6, 12 - lost), (5, lost)]);
    let form = instrument(vec![
        vec![straight("e1", 6), straight("e2", 6), straight("e3", 6)],
        vec![straight("e7", 6), straight("e8", 6)],
    ]);
    let ballots =
        people(&[("e1", sixes(4)), ("e2", sixes(3)), ("e3", sixes(5)), ("e7", sixes(8)), ("e8", of(&[(6, 7), (5, 4), (4, 1)]))]);
    let told = told(&paper(5, 1, form), &ballots);
    assert_eq!(shown(&told.parts[0].figure), "93.33");
    assert_eq!(shown(told.item(&Code::from("e7")).unwrap().figure.as_ref().unwrap()), "86.67");
    assert_eq!(shown(&told.parts[1].figure), "88.33");
}

#[test]
fn five_indicators_of_a_finance_division_give_91_61_out_of_ballots() {
    // 10,000 people on eleven levels, so that each indicator is exactly what was reported.
    let indicators = [9_711, 9_008, 9_104, 8_799, 9_181];
    let codes = ["i1", "i2", "i3", "i4", "i5"];
    let form = instrument(codes.iter().map(|code| vec![straight(code, 11)]).collect());
    let columns: Vec<_> = codes
        .iter()
        .zip(indicators)
        .map(|(code, hundredths)| (*code, of(&[(11, hundredths), (1, 10_000 - hundredths)])))
        .collect();
    let told = told(&paper(5, 1, form), &people(&columns));
    assert_eq!(
        told.parts.iter().map(|part| shown(&part.figure)).collect::<Vec<_>>(),
        ["97.11", "90.08", "91.04", "87.99", "91.81"]
    );
    assert_eq!(shown(&told.overall), "91.61");
    let without_lowest = told.parts.iter().map(|part| &part.figure).filter(|figure| shown(figure) != "87.99");
    assert_eq!(shown(&Figure::mean(without_lowest)), "92.51", "which is what was reported");
}

#[test]
fn a_survey_that_nobody_answered_has_no_score_and_not_zero() {
    let form = instrument(vec![vec![straight("i1", 4), of_subs("i2", 4, &[("a", Polarity::Straight)])]]);
    let none = told(&paper(5, 2, form.clone()), &[]);
    assert_eq!((none.counted, &none.overall), (0, &Figure::NoData));
    assert!(none.items().all(|item| item.figure == Some(Figure::NoData)));
    // Four did: then it is not known that nobody did.
    let four: Vec<Person> = vec![(0, levels(&[("i1", 4)])); 4];
    let few = told(&paper(5, 2, form), &four);
    assert_eq!((few.counted, &few.overall), (0, &Figure::TooFew));
    assert!(few.items().all(|item| item.figure == Some(Figure::TooFew) && item.questions.iter().all(|it| it.answers.is_none())));
    assert!(few.groups.shown.is_empty() && few.habits.straight.is_none());
}

#[test]
fn forty_six_usual_answers_are_exact_and_eleven_have_a_band_only_where_all_but_one_agree() {
    let form = || instrument(vec![vec![straight("i1", 6), straight("i2", 6)], vec![straight("i3", 6)]]);
    let usual = |at: usize| -> Answers {
        let level = |shift: usize| u16::try_from(3 + (at / 4 + at + shift) % 4).unwrap();
        levels(&[("i1", level(0)), ("i2", 6), ("i3", level(2))])
    };
    let many: Vec<Person> = (0..46).map(|at| (at % 4, usual(at))).collect();
    let many = told(&paper(5, 4, form()), &many);
    assert!(many.items().all(|item| matches!(item.figure, Some(Figure::Exact(_))) && item.questions[0].spread.is_some()));
    assert_eq!((many.groups.shown.len(), many.groups.hidden.len()), (4, 0), "{:?}", many.groups);
    let eleven: Vec<Person> = (0..11).map(|at| (0, usual(at))).collect();
    let eleven = told(&paper(5, 1, form()), &eleven);
    let figures: Vec<_> = eleven.items().map(|item| matches!(item.figure, Some(Figure::Exact(_)))).collect();
    assert_eq!(figures, [true, false, true]);
    let (least, most) = eleven.item(&Code::from("i2")).unwrap().figure.as_ref().unwrap().bounds().unwrap();
    assert_eq!([least.shown(0), most.shown(0)], ["70", "100"]);
}
