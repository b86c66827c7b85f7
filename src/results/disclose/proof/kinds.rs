//! What is counted of each kind of question, and what of it is let out.

use super::world::*;
use crate::{
    instruments::{Answer, Asks, Code, Comparison, Condition, Decimal, Item, Polarity, Text},
    results::{
        figure::Figure,
        figures::{Answered, QuestionFigures},
    },
};

fn first(items: Vec<Item>, people: Vec<crate::instruments::Answers>) -> Vec<QuestionFigures> {
    let people: Vec<Person> = people.into_iter().map(|answers| (0, answers)).collect();
    let told = told(&paper(3, 1, instrument(vec![items])), &people);
    told.items().flat_map(|item| item.questions.clone()).collect()
}

fn asks(asks: Asks) -> Vec<Item> {
    vec![Item::new("i1", Text::default(), asks)]
}

fn exact(figure: Option<&Figure>) -> String {
    figure.and_then(Figure::exact).unwrap_or_else(|| panic!("{figure:?}")).shown(2)
}

fn set(codes: &[&str]) -> std::collections::BTreeSet<Code> {
    codes.iter().map(|code| Code::from(*code)).collect()
}

#[test]
fn sub_questions_count_in_their_own_direction_and_an_item_is_their_mean() {
    let item = of_subs("i1", 4, &[("a", Polarity::Straight), ("b", Polarity::Reversed)]);
    let ballots = [(4, 1), (4, 1), (3, 2), (1, 4), (2, 1), (3, 3)].map(|(a, b)| levels(&[("i1.a", a), ("i1.b", b)]));
    let paper = paper(3, 1, instrument(vec![vec![item]]));
    let told = told(&paper, &ballots.map(|answers| (0, answers)));
    let item = told.item(&Code::from("i1")).unwrap();
    // 11 of 18 thirds above the lowest; 6 of 18 above the best.
    assert_eq!([0, 1].map(|at| exact(item.questions[at].figure.as_ref())), ["61.11", "66.67"]);
    assert_eq!(exact(item.figure.as_ref()), "63.89");
    assert_eq!(item.questions[1].spread.as_deref(), Some(&[3, 1, 1, 1][..]));
}

#[test]
fn who_declines_or_says_nothing_is_counted_and_leaves_the_denominator() {
    let mut ballots = [1, 2, 2, 3, 3, 3, 4].map(|level| levels(&[("i1", level)])).to_vec();
    ballots.extend([said(&[("i1", Answer::Declined)]), said(&[])]);
    let told = first(vec![straight("i1", 4)], ballots);
    assert_eq!(told[0].answers, Some(Answered { given: 7, silent: 2 }));
    assert_eq!(exact(told[0].figure.as_ref()), "52.38");
}

#[test]
fn a_question_that_was_not_put_before_somebody_is_neither_answered_nor_passed_over() {
    let second = Item { show_if: Some(Condition::answer("i1", Comparison::AtLeast(Decimal::whole(3)))), ..straight("i2", 4) };
    let ballots = [(1, 4), (1, 0), (2, 0), (3, 2), (3, 4), (3, 0), (4, 1), (4, 3), (4, 3)];
    let told = first(vec![straight("i1", 4), second], ballots.map(|(a, b)| levels(&[("i1", a), ("i2", b)])).to_vec());
    assert_eq!(told[1].answers, Some(Answered { given: 5, silent: 1 }), "an answer behind a closed door does not count");
    assert_eq!(exact(told[1].figure.as_ref()), "53.33");
}

#[test]
fn choices_are_counted_at_each_that_was_chosen_and_votes_for_nobody_are_votes() {
    let ballots = |kind: fn(std::collections::BTreeSet<Code>) -> Answer| {
        [&["a"][..], &["a", "b"], &["b"], &[], &["a"], &["c", "b"]].map(|codes| said(&[("i1", kind(set(codes)))])).to_vec()
    };
    let several = asks(Asks::MultipleChoice { choices: choices(&["a", "b", "c"]), least: None, most: None });
    let told = first(several, ballots(Answer::Choices));
    assert_eq!((told[0].spread.clone(), told[0].answers), (Some(vec![3, 3, 1]), Some(Answered { given: 6, silent: 0 })));
    let election = asks(Asks::Ballot { candidates: choices(&["a", "b", "c"]), most: 2, blank: true, election: None });
    let told = first(election, ballots(Answer::Votes));
    assert_eq!((told[0].spread.clone(), told[0].answers), (Some(vec![3, 3, 1]), Some(Answered { given: 6, silent: 0 })));
    assert_eq!(told[0].figure, None, "what is not rated has no score");
    let single = asks(Asks::SingleChoice { choices: choices(&["a", "b"]) });
    let one = |code: &str| said(&[("i1", Answer::Choice(Code::from(code)))]);
    assert_eq!(first(single, ["a", "a", "a", "a", "b", "b"].map(one).to_vec())[0].spread, Some(vec![4, 2]));
}

#[test]
fn the_first_of_three_has_three_points_and_what_was_not_ranked_none() {
    let ranked = |codes: &[&str]| said(&[("i1", Answer::Ranking(codes.iter().map(|code| Code::from(*code)).collect()))]);
    let ballots = [&["a", "b", "c"][..], &["b", "a"], &["b"], &["c", "a", "b"], &["a", "c"], &["c", "b"]].map(ranked);
    let told = first(asks(Asks::Ranking { choices: choices(&["a", "b", "c"]), top: None }), ballots.to_vec());
    assert_eq!(told[0].spread, Some(vec![3 + 2 + 2 + 3, 2 + 3 + 3 + 1 + 2, 1 + 3 + 2 + 3]));
}

#[test]
fn numbers_have_an_exact_mean_unless_it_is_about_one_of_them() {
    let number = || asks(Asks::Number { least: None, most: None, decimals: 2, unit: Text::default() });
    let mean = |numbers: &[&str]| {
        let ballots = numbers.iter().map(|number| said(&[("i1", Answer::Number(number.parse().unwrap()))]));
        first(number(), ballots.collect())[0].mean.clone()
    };
    assert_eq!(exact(mean(&["1", "2.5", "4", "0.01"]).as_ref()), "1.88");
    assert_eq!(mean(&["1", "2"]), Some(Figure::TooFew));
    assert_eq!(mean(&[]), Some(Figure::NoData));
    assert_eq!(mean(&["7", "7", "7", "7"]), None, "everybody the same");
    assert_eq!(mean(&["7", "7", "7", "1"]), None, "all but one");
    let mut salaries = vec!["1"; 40];
    salaries.extend(["2", "3", "90000"]);
    assert_eq!(mean(&salaries), None, "one among many, and far from all");
}
