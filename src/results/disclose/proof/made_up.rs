//! Surveys made up at random: questions of every kind, some of them under conditions, and people who answer them
//! more or less alike.

use super::world::*;
use crate::{
    dice::Dice,
    instruments::{Answer, Answers, Asks, Code, Comparison, Condition, Decimal, Item, Polarity, Question, Text},
    papers::Paper,
    results::{
        figures::Figures,
        questions::{Asked, Kind},
    },
};

/// A survey with everybody who handed in.
#[derive(Debug)]
pub struct World {
    pub paper: Paper,
    pub people: Vec<Person>,
}

impl World {
    /// Groups as the urn makes them at the close or block by block: each has k ballots.
    pub fn made_up(seed: u64, k: u32, groups: usize) -> Self {
        let dice = &mut Dice::loaded(seed);
        let count = 1 + dice.below(3);
        let parts = (0..count).map(|part| (0..=dice.below(3)).map(|at| item(&format!("i{part}{at}"), dice)).collect()).collect();
        let mut form = instrument(parts);
        let mut before: Vec<Code> = Vec::new();
        for part in &mut form.parts {
            part.show_if = condition(&before, 6, dice);
            for item in &mut part.items {
                item.show_if = condition(&before, 4, dice);
                if item.rated().is_none_or(|rated| rated.subs.is_empty()) {
                    before.push(item.code.clone());
                }
            }
        }
        let paper = paper(k, groups, form);
        // How often people pass over a question, and how much they are of one mind.
        let (silence, mind) = (dice.below(7), 1 + dice.below(4));
        let mut people = Vec::new();
        for group in 0..groups {
            let turnout = u64::from(k) + if dice.below(3) == 0 { 0 } else { dice.below(u64::from(k) * 4) };
            people.extend((0..turnout).map(|_| (group, answers(&paper, (silence, mind), dice))));
        }
        Self { paper, people }
    }

    pub fn asked(&self) -> Vec<Asked> {
        Asked::all(&self.paper.instrument)
    }

    pub fn told(&self) -> Figures {
        told(&self.paper, &self.people)
    }

    /// The answers of everybody to a question that was put before them.
    pub fn said(&self, question: &Question) -> Vec<Option<Answer>> {
        let shown = |answers: &Answers| {
            answers.shown(&self.paper.instrument).iter().any(|(_, items)| items.iter().any(|item| item.code == question.item))
        };
        let one = |(_, answers): &Person| {
            answers.get(question).filter(|_| shown(answers)).filter(|it| **it != Answer::Declined).cloned()
        };
        self.people.iter().map(one).collect()
    }
}

/// One time in so many, of what is asked before: of one question or of two, in all ways in which they go together.
fn condition(before: &[Code], one_in: u64, dice: &mut Dice) -> Option<Condition> {
    if before.is_empty() || dice.below(one_in) > 0 {
        return None;
    }
    let mut one = || {
        let of = before[usize::try_from(dice.below(before.len() as u64)).unwrap()].clone();
        let at_least = Comparison::AtLeast(Decimal::whole(1 + i32::try_from(dice.below(3)).unwrap()));
        let is = [at_least, Comparison::Given, Comparison::Equal(Code::from("a"))];
        let one = Condition::answer(of, is[usize::try_from(dice.below(3)).unwrap()].clone());
        if dice.below(3) == 0 { Condition::Not(Box::new(one)) } else { one }
    };
    let (first, second) = (one(), one());
    Some(match dice.below(5) {
        0 => Condition::All(vec![first, second]),
        1 => Condition::Not(Box::new(Condition::All(vec![first, second]))),
        2 => Condition::Any(vec![second, first]),
        _ => first,
    })
}

fn item(code: &str, dice: &mut Dice) -> Item {
    let polarity = if dice.below(3) == 0 { Polarity::Reversed } else { Polarity::Straight };
    let levels = 2 + usize::try_from(dice.below(5)).unwrap();
    let of = |asks: Asks| Item::new(code, Text::default(), asks);
    match dice.below(8) {
        0 => of(Asks::SingleChoice { choices: choices(&["a", "b", "c"]) }),
        1 => of(Asks::Number { least: None, most: None, decimals: 0, unit: Text::default() }),
        2 => of_subs(code, levels, &[("x", Polarity::Straight), ("y", polarity)]),
        _ => rated(code, levels, polarity),
    }
}

fn answers(paper: &Paper, (silence, mind): (u64, u64), dice: &mut Dice) -> Answers {
    let mut answers = Answers::default();
    for asked in Asked::all(&paper.instrument) {
        let chance = dice.below(10);
        if chance < silence {
            if chance == 0 {
                answers.put(asked.question, Answer::Declined);
            }
            continue;
        }
        let answer = match &asked.kind {
            Kind::Rated { levels, .. } => {
                Answer::Level(u16::try_from(*levels as u64 - dice.below(mind.min(*levels as u64))).unwrap())
            }
            Kind::Number => Answer::Number(Decimal::whole(i32::try_from(dice.below(mind * 20)).unwrap())),
            _ => Answer::Choice(Code::from(["a", "b", "c"][usize::try_from(dice.below(mind.min(3))).unwrap()])),
        };
        answers.put(asked.question, answer);
    }
    answers
}
