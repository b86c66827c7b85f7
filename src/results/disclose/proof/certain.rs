//! Every small survey there can be: what it lets out fits others as well, so that it tells of nobody what they
//! said; not even to one of them, who knows one answer.

use std::collections::{BTreeSet, HashMap};

use super::world::*;
use crate::{
    instruments::{Answer, Answers, Asks, Code, Comparison, Condition, Decimal, Item, Polarity, Text},
    papers::Paper,
};

const K: u32 = 3;

/// What is let out, as whoever attacks it reads it.
type Publisher = fn(&Paper, &[Person]) -> String;

/// Who is asked, by what they said to two questions.
type IsAsked = fn(bool, bool) -> bool;

fn let_out(paper: &Paper, people: &[Person]) -> String {
    serde_json::to_string(&told(paper, people)).unwrap()
}

/// Every way in which so many may be spread over these kinds of people.
fn all_of(kinds: usize, people: u32) -> Vec<Vec<u32>> {
    if kinds == 1 {
        return vec![vec![people]];
    }
    let with = |first: u32| all_of(kinds - 1, people - first).into_iter().map(move |rest| [vec![first], rest].concat());
    (0..=people).flat_map(with).collect()
}

/// What may be known of somebody, in words.
fn facts(answers: &Answers) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    for (question, answer) in answers.iter() {
        let name = format!("{question:?}");
        match answer {
            Answer::Choices(chosen) => facts.extend(chosen.iter().map(|code| format!("{name} has {code:?}"))),
            Answer::Votes(chosen) if chosen.is_empty() => {
                facts.insert(format!("{name} for nobody"));
            }
            Answer::Votes(chosen) => facts.extend(chosen.iter().map(|code| format!("{name} for {code:?}"))),
            Answer::Ranking(ranked) => {
                facts.extend([format!("{name} first {:?}", ranked.first()), format!("{name} last {:?}", ranked.last())]);
            }
            answer => {
                facts.insert(format!("{name} is {answer:?}"));
            }
        }
    }
    facts
}

/// What is certain of everybody in some group, to nobody in particular or to one of a kind who took part.
fn certain(paper: &Paper, kinds: &[Person], sizes: &[Vec<u32>], publish: Publisher) -> Option<String> {
    let of_kinds: Vec<_> = kinds.iter().map(|(_, answers)| facts(answers)).collect();
    let mut has_told = false;
    for wanted in sizes {
        let mut alike: HashMap<String, Vec<Vec<u32>>> = HashMap::new();
        for survey in all_of(kinds.len(), wanted.iter().sum()) {
            let in_group =
                |group: usize| kinds.iter().zip(&survey).filter(|((it, _), _)| *it == group).map(|(_, count)| count).sum::<u32>();
            if (0..wanted.len()).any(|group| wanted[group] != in_group(group)) {
                continue;
            }
            let each = kinds.iter().zip(&survey).flat_map(|(kind, count)| vec![kind.clone(); usize::try_from(*count).unwrap()]);
            let people: Vec<Person> = each.collect();
            alike.entry(publish(paper, &people)).or_default().push(survey);
        }
        has_told |= alike.len() > 1;
        for (told, surveys) in &alike {
            let insiders = [None].into_iter().chain((0..kinds.len()).map(Some));
            for insider in insiders {
                if let Some(what) = known_of_all(wanted.len(), kinds, &of_kinds, surveys, insider) {
                    return Some(format!("{what}\nto {insider:?} of {kinds:?}\nby {told}"));
                }
            }
        }
    }
    assert!(has_told, "a door that tells nothing proves nothing");
    None
}

fn known_of_all(
    groups: usize,
    kinds: &[Person],
    facts: &[BTreeSet<String>],
    surveys: &[Vec<u32>],
    insider: Option<usize>,
) -> Option<String> {
    let others = surveys.iter().filter(|survey| insider.is_none_or(|kind| survey[kind] > 0));
    let others = others.map(|survey| {
        let mut rest = survey.clone();
        if let Some(kind) = insider {
            rest[kind] -= 1;
        }
        rest
    });
    let others: Vec<Vec<u32>> = others.collect();
    for group in 0..groups {
        let present: BTreeSet<usize> =
            others.iter().flat_map(|rest| (0..kinds.len()).filter(|kind| rest[*kind] > 0 && kinds[*kind].0 == group)).collect();
        let mut of_all = present.iter().map(|kind| facts[*kind].clone());
        let first = of_all.next().unwrap_or_default();
        let common = of_all.fold(first, |common, one| common.intersection(&one).cloned().collect());
        if let Some(what) = common.into_iter().next() {
            return Some(what);
        }
    }
    None
}

fn in_one_group(answers: Vec<Answers>) -> Vec<Person> {
    answers.into_iter().map(|answers| (0, answers)).collect()
}

/// From k to one less than 3k people, where unanimity is not told.
fn few() -> Vec<Vec<u32>> {
    (K..K * 3).map(|people| vec![people]).collect()
}

#[track_caller]
fn nothing_is_certain(items: Vec<Item>, kinds: Vec<Answers>) {
    let paper = paper(K, 1, instrument(vec![items]));
    assert_eq!(certain(&paper, &in_one_group(kinds), &few(), let_out), None);
}

fn one(answers: impl IntoIterator<Item = Answer>) -> Vec<Answers> {
    answers.into_iter().map(|answer| said(&[("i1", answer)])).collect()
}

#[test]
fn on_no_scale_is_it_certain_what_anybody_said() {
    for of_levels in 2..=6 {
        for polarity in [Polarity::Straight, Polarity::Reversed] {
            let answers = (1..=of_levels).map(Answer::Level).chain([Answer::Declined]);
            nothing_is_certain(vec![rated("i1", of_levels.into(), polarity)], one(answers));
        }
    }
}

#[test]
fn nor_where_figures_of_several_questions_stand_side_by_side() {
    let kinds = (0..9).map(|at| levels(&[("i1", at % 3 + 1), ("i2.a", at / 3 + 1)])).collect();
    let paper = paper(K, 1, instrument(vec![vec![straight("i1", 3), of_subs("i2", 3, &[("a", Polarity::Reversed)])]]));
    assert_eq!(certain(&paper, &in_one_group(kinds), &[vec![3], vec![5]], let_out), None);
}

#[test]
fn nor_by_how_many_were_asked_something_that_depends_on_it() {
    let on = |is| Item { show_if: Some(Condition::answer("i1", is)), ..straight("i2", 2) };
    let yes = Comparison::Equal(Code::from("2"));
    let kinds =
        || [(1, 0), (2, 0), (2, 1), (2, 2), (0, 0)].map(|(first, second)| levels(&[("i1", first), ("i2", second)])).to_vec();
    nothing_is_certain(vec![straight("i1", 2), on(yes.clone())], kinds());
    // Of the others: whoever says no is asked.
    let not = Item { show_if: Some(Condition::Not(Box::new(Condition::answer("i1", yes.clone())))), ..straight("i2", 2) };
    let kinds = || [(2, 0), (1, 0), (1, 1), (1, 2)].map(|(first, second)| levels(&[("i1", first), ("i2", second)])).to_vec();
    nothing_is_certain(vec![straight("i1", 2), not], kinds());
    // A question that depends on one that depends on another.
    let third = Item { show_if: Some(Condition::answer("i2", yes.clone())), ..straight("i3", 2) };
    let kinds = [(1, 0, 0), (2, 1, 0), (2, 2, 1), (2, 2, 2)].map(|(a, b, c)| levels(&[("i1", a), ("i2", b), ("i3", c)]));
    nothing_is_certain(vec![straight("i1", 2), on(yes), third], kinds.to_vec());
}

#[test]
fn nor_where_a_condition_is_put_together_of_two_questions_or_stands_before_a_part() {
    let yes = |code: &str| Condition::answer(code, Comparison::Equal(Code::from("2")));
    let both = || Condition::All(vec![yes("i1"), yes("i2")]);
    let either = || Condition::Any(vec![yes("i1"), yes("i2")]);
    let not = |condition: Condition| Condition::Not(Box::new(condition));
    let forms: [(Option<Condition>, Option<Condition>, IsAsked); 5] = [
        (None, Some(both()), |one, two| one && two),
        (Some(not(both())), None, |one, two| !(one && two)),
        (None, Some(either()), |one, two| one || two),
        (Some(yes("i1")), Some(not(yes("i2"))), |one, two| one && !two),
        (Some(yes("i2")), None, |_, two| two),
    ];
    for (part, item, is_asked) in forms {
        let third = Item { show_if: item, ..straight("i3", 2) };
        let mut form = instrument(vec![vec![straight("i1", 2), straight("i2", 2)], vec![third]]);
        form.parts[1].show_if = part;
        let kinds = (0..4).flat_map(|at| {
            let answers = if is_asked(at % 2 == 1, at / 2 == 1) { 1..3 } else { 0..1 };
            answers.map(move |third| levels(&[("i1", at % 2 + 1), ("i2", at / 2 + 1), ("i3", third)]))
        });
        let kinds = in_one_group(kinds.collect());
        assert_eq!(certain(&paper(K, 1, form), &kinds, &[vec![4], vec![6], vec![7]], let_out), None);
    }
}

#[test]
fn nor_by_choices_votes_and_rankings() {
    let codes = ["a", "b", "c"];
    let code = |at: usize| Code::from(codes[at]);
    let asks = |asks: Asks| vec![Item::new("i1", Text::default(), asks)];
    let declined = [Answer::Declined];
    nothing_is_certain(
        asks(Asks::SingleChoice { choices: choices(&codes) }),
        one((0..3).map(|at| Answer::Choice(code(at))).chain(declined.clone())),
    );
    let sets = |least: usize| {
        let set = |bits: usize| (0..3).filter(|at| bits >> at & 1 == 1).map(code).collect::<BTreeSet<_>>();
        (least..8).map(set).filter(|set| set.len() < 3).collect::<Vec<_>>()
    };
    nothing_is_certain(
        asks(Asks::MultipleChoice { choices: choices(&codes), least: None, most: None }),
        one(sets(1).into_iter().map(Answer::Choices)),
    );
    nothing_is_certain(
        asks(Asks::Ballot { candidates: choices(&codes), most: 2, blank: true, election: None }),
        one(sets(0).into_iter().map(Answer::Votes)),
    );
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    nothing_is_certain(
        asks(Asks::Ranking { choices: choices(&codes), top: None }),
        one(orders.map(|order| Answer::Ranking(order.map(code).to_vec()))),
    );
}

#[test]
fn nor_by_the_mean_of_numbers() {
    for numbers in [[0, 1, 2, 3], [0, 1, 2, 50], [0, 7, 8, 9]] {
        let item = Item::new("i1", Text::default(), Asks::Number { least: None, most: None, decimals: 0, unit: Text::default() });
        nothing_is_certain(vec![item], one(numbers.map(|number| Answer::Number(Decimal::whole(number)))));
    }
}

#[test]
fn nor_in_a_group_by_its_figure_or_by_the_whole_less_the_others() {
    let sizes = [[3, 3], [3, 4], [4, 4], [3, 5]].map(|sizes| sizes.to_vec());
    for of_levels in [2, 3, 4] {
        let paper = paper(K, 2, instrument(vec![vec![straight("i1", of_levels.into())]]));
        let kinds = (0..2).flat_map(|group| (1..=of_levels).map(move |level| (group, levels(&[("i1", level)]))));
        let kinds: Vec<Person> = kinds.collect();
        let sizes = if of_levels == 4 { &sizes[..2] } else { &sizes[..] };
        assert_eq!(certain(&paper, &kinds, sizes, let_out), None, "{of_levels} levels");
    }
    let paper = paper(K, 2, instrument(vec![vec![straight("i1", 2), straight("i2", 2)]]));
    let kinds = (0..8).map(|at| (usize::from(at > 3), levels(&[("i1", at % 2 + 1), ("i2", at / 2 % 2 + 1)])));
    assert_eq!(certain(&paper, &kinds.collect::<Vec<_>>(), &sizes[..2], let_out), None);
}

#[test]
fn a_door_that_lets_everything_out_is_found_out() {
    let kinds = in_one_group(one((1..=3).map(Answer::Level)));
    let paper = paper(K, 1, instrument(vec![vec![straight("i1", 3)]]));
    let everything: Publisher = |paper, people| format!("{:?}", counted(paper, people)[0].tally.counts[0].by_answer);
    assert!(certain(&paper, &kinds, &few(), everything).is_some());
    // Unanimity kept back, and all but one not: one who knows their own answer knows the others'.
    let all_but_one: Publisher = |paper, people| {
        let counts = counted(paper, people)[0].tally.counts[0].by_answer.clone();
        if counts.contains(&u32::try_from(people.len()).unwrap()) { people.len().to_string() } else { format!("{counts:?}") }
    };
    assert!(certain(&paper, &kinds, &few(), all_but_one).unwrap().contains("to Some"));
}
