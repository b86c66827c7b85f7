//! Questions under conditions: how many were asked is told only where what is told of one question says it
//! anyway, so that of two surveys which are told alike in all else none is known by who was asked.

use std::collections::{BTreeMap, BTreeSet};

use super::world::*;
use crate::instruments::{Answer, Answers, Asks, Code, Comparison, Condition, Decimal, Instrument, Item, Polarity, Text};

const K: u32 = 3;
const MANY: usize = 16;

fn is(item: &str, code: &str) -> Condition {
    Condition::answer(item, Comparison::Equal(Code::from(code)))
}

fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

fn asks(code: &str, asks: Asks) -> Item {
    Item::new(code, Text::default(), asks)
}

/// These questions, and five ratings, all of them under both conditions: enough for a habit to show.
fn form(first: Vec<Item>, part: Option<Condition>, item: Option<&Condition>) -> Instrument {
    let mut rated = ["r1", "r2", "r3", "r4"].map(|code| straight(code, 4)).to_vec();
    rated.push(super::world::rated("r5", 4, Polarity::Reversed));
    for one in &mut rated {
        one.show_if = item.cloned();
    }
    let mut form = instrument(vec![first, rated]);
    form.parts[1].show_if = part;
    form
}

/// Whoever is asked says the same of everything.
fn and_rated(mut answers: Answers) -> Person {
    for code in ["r1", "r2", "r3", "r4", "r5"] {
        answers.put(question(code), Answer::Level(2));
    }
    (0, answers)
}

fn let_out(form: &Instrument, people: &[Person]) -> String {
    serde_json::to_string(&told(&paper(K, 1, form.clone()), people)).unwrap()
}

/// However these people are, the same is let out.
#[track_caller]
fn no_difference(form: &Instrument, surveys: impl IntoIterator<Item = Vec<Answers>>) {
    let told = surveys.into_iter().map(|people| let_out(form, &people.into_iter().map(and_rated).collect::<Vec<_>>()));
    let told: BTreeSet<String> = told.collect();
    assert_eq!(told.len(), 1, "{told:#?}");
}

#[test]
fn who_said_both_of_two_things_is_not_told_however_conditions_are_put_together() {
    let (driver, yes) = (|| is("i1", "a"), || is("i2", "a"));
    let both = || Condition::All(vec![driver(), yes()]);
    let either = || Condition::Any(vec![driver(), yes()]);
    let forms = [
        (None, Some(both())),
        (None, Some(not(both()))),
        (Some(not(both())), None),
        (Some(either()), None),
        (None, Some(not(either()))),
        (None, Some(not(Condition::Any(vec![Condition::All(vec![yes()]), not(driver())])))),
        (Some(driver()), Some(yes())),
        (Some(not(driver())), Some(not(yes()))),
    ];
    for (part, item) in forms {
        let single = |code| asks(code, Asks::SingleChoice { choices: choices(&["a", "b"]) });
        let form = form(vec![single("i1"), single("i2")], part, item.as_ref());
        for people in [8_u32, 12] {
            let mut alike: BTreeMap<[u32; 2], BTreeSet<String>> = BTreeMap::new();
            let tables = (0..=people).flat_map(|one| (0..=people - one).map(move |two| (one, two)));
            let tables = tables.flat_map(|(one, two)| (0..=people - one - two).map(move |three| [one, two, three]));
            for [aa, ab, ba] in tables {
                let numbers = [("a", "a", aa), ("a", "b", ab), ("b", "a", ba), ("b", "b", people - aa - ab - ba)];
                let each = numbers.into_iter().flat_map(|(one, two, number)| (0..number).map(move |_| (one, two)));
                let choice = |code| Answer::Choice(Code::from(code));
                let each = each.map(|(one, two)| and_rated(said(&[("i1", choice(one)), ("i2", choice(two))])));
                alike.entry([aa + ab, aa + ba]).or_default().insert(let_out(&form, &each.collect::<Vec<_>>()));
            }
            assert!(alike.values().any(|told| told.iter().any(|it| it.contains("\"spread\":["))), "nothing at all was told");
            for (margins, told) in alike {
                assert_eq!(told.len(), 1, "{margins:?} of {people}: {told:#?}");
            }
        }
    }
}

#[test]
fn nor_how_many_numbers_are_above_one_that_was_asked_about() {
    let number = || asks("i1", Asks::Number { least: None, most: None, decimals: 0, unit: Text::default() });
    let over = Condition::answer("i1", Comparison::Over(Decimal::whole(5)));
    for condition in [over.clone(), not(over)] {
        let form = form(vec![number()], None, Some(&condition));
        let one = |number: i32| said(&[("i1", Answer::Number(Decimal::whole(number)))]);
        // As high and as low at the ends, and with one mean.
        let survey = |pairs: usize| {
            let mut numbers = vec![0, 0, 10, 10];
            numbers.extend([4, 6].repeat(pairs));
            numbers.resize(MANY, 5);
            numbers.into_iter().map(one).collect()
        };
        no_difference(&form, (0..=6).map(survey));
    }
    // Whether there was anybody at all: the one far from all others would be known.
    let form = form(vec![number()], None, Some(&Condition::answer("i1", Comparison::Over(Decimal::whole(1_000)))));
    let survey = |far: usize| {
        let number = |at| if at < far { 9_000 + i32::try_from(at).unwrap() } else { 10 };
        (0..40).map(|at| said(&[("i1", Answer::Number(Decimal::whole(number(at))))])).collect()
    };
    no_difference(&form, (0..3).map(survey));
}

#[test]
fn nor_how_many_wrote_something() {
    for condition in [Condition::answer("i1", Comparison::Given), not(Condition::answer("i1", Comparison::Given))] {
        let form = form(vec![asks("i1", Asks::LongText { longest: 100 })], Some(condition), None);
        let survey = |wrote: usize| {
            let one = |at| if at < wrote { said(&[("i1", Answer::Text("ดี".to_owned()))]) } else { said(&[]) };
            (0..MANY).map(one).collect()
        };
        no_difference(&form, (0..=MANY).map(survey));
    }
}

#[test]
fn nor_who_put_what_first_nor_which_votes_came_together() {
    let ranking = asks("i1", Asks::Ranking { choices: choices(&["a", "b", "c"]), top: None });
    let ranked = |of: [&str; 3]| said(&[("i1", Answer::Ranking(of.map(Code::from).to_vec()))]);
    let survey = |pairs: usize| {
        let pair = |at: usize| if at < pairs { [["b", "a", "c"], ["c", "a", "b"]] } else { [["a", "b", "c"], ["c", "b", "a"]] };
        (0..MANY / 2).flat_map(pair).map(ranked).collect()
    };
    no_difference(&form(vec![ranking], None, Some(&is("i1", "b"))), (0..=MANY / 2).map(survey));
    let election = asks("i1", Asks::Ballot { candidates: choices(&["a", "b"]), most: 2, blank: true, election: None });
    let votes = |of: &[&str]| said(&[("i1", Answer::Votes(of.iter().map(|code| Code::from(*code)).collect()))]);
    let survey = |pairs: usize| {
        let pair = |at: usize| if at < pairs { [&["a"][..], &["b"]] } else { [&["a", "b"][..], &[]] };
        (0..MANY / 2).flat_map(pair).map(votes).collect()
    };
    let either = Condition::Any(vec![is("i1", "a"), is("i1", "b")]);
    no_difference(&form(vec![election], None, Some(&either)), (0..=MANY / 2).map(survey));
}

#[test]
fn of_one_scale_or_choice_that_is_told_it_is_told_unless_few_were_asked_or_few_were_not() {
    let conditions = [
        is("i1", "a"),
        Condition::All(vec![is("i1", "a"), Condition::answer("i1", Comparison::Given)]),
        not(Condition::Any(vec![not(is("i1", "a"))])),
    ];
    for condition in conditions {
        let single = || vec![asks("i1", Asks::SingleChoice { choices: choices(&["a", "b"]) })];
        for form in [form(single(), Some(condition.clone()), None), form(single(), None, Some(&condition))] {
            for asked in 0..=MANY {
                let code = |at: usize| Code::from(if at < asked { "a" } else { "b" });
                let people = (0..MANY).map(|at| and_rated(said(&[("i1", Answer::Choice(code(at)))])));
                let told = told(&paper(K, 1, form.clone()), &people.collect::<Vec<_>>());
                let answers = told.item(&Code::from("r1")).unwrap().questions[0].answers;
                let is_few = [asked, MANY - asked].iter().any(|number| (1..3).contains(number));
                let number = u32::try_from(asked).unwrap();
                assert_eq!(answers.map(|it| it.given), (!is_few).then_some(number), "{asked}");
            }
        }
    }
    // Everybody is asked what is asked under no condition at all, though it is written as one.
    let form = form(Vec::new(), Some(Condition::All(Vec::new())), None);
    let told = told(&paper(K, 1, form), &vec![and_rated(said(&[])); MANY]);
    assert!(told.items().all(|item| item.questions[0].answers.is_some()));
}
