//! When a part or an item is shown: a condition on answers given before it.

use serde::{Deserialize, Serialize};

use super::{Answer, Answers, Code, Decimal, Question};

/// `All` of nothing holds; `Any` of nothing does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Answer {
        of: Code,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sub: Option<Code>,
        is: Comparison,
    },
}

/// Where nothing was answered, or the answer was declined, none of these holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    Given,
    /// The level by its number from 1, the choice by its code, or the number; among several choices, one of them.
    Equal(Code),
    AtLeast(Decimal),
    AtMost(Decimal),
    Over(Decimal),
    Under(Decimal),
}

impl Condition {
    pub fn answer(of: impl Into<Code>, is: Comparison) -> Self {
        Self::Answer { of: of.into(), sub: None, is }
    }

    pub fn holds(&self, answers: &Answers) -> bool {
        match self {
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(answers)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(answers)),
            Self::Not(condition) => !condition.holds(answers),
            Self::Answer { of, sub, is } => {
                let question = Question { item: of.clone(), sub: sub.clone() };
                answers.get(&question).is_some_and(|answer| is.holds(answer))
            }
        }
    }

    /// Every question it looks at.
    pub fn looks_at(&self) -> Vec<(&Code, Option<&Code>)> {
        match self {
            Self::All(conditions) | Self::Any(conditions) => conditions.iter().flat_map(Self::looks_at).collect(),
            Self::Not(condition) => condition.looks_at(),
            Self::Answer { of, sub, .. } => vec![(of, sub.as_ref())],
        }
    }

    pub fn rename(&mut self, from: &Code, to: &Code) {
        match self {
            Self::All(conditions) | Self::Any(conditions) => conditions.iter_mut().for_each(|one| one.rename(from, to)),
            Self::Not(condition) => condition.rename(from, to),
            Self::Answer { of, .. } if of == from => *of = to.clone(),
            Self::Answer { .. } => {}
        }
    }

    /// How many conditions stand inside it.
    pub fn size(&self) -> usize {
        match self {
            Self::All(conditions) | Self::Any(conditions) => conditions.iter().map(|one| 1 + one.size()).sum(),
            Self::Not(condition) => 1 + condition.size(),
            Self::Answer { .. } => 0,
        }
    }

    /// Every code in it: of items, of sub-questions, and what answers are compared with.
    pub fn codes(&self) -> Vec<&Code> {
        match self {
            Self::All(conditions) | Self::Any(conditions) => conditions.iter().flat_map(Self::codes).collect(),
            Self::Not(condition) => condition.codes(),
            Self::Answer { of, sub, is } => {
                let value = if let Comparison::Equal(value) = is { Some(value) } else { None };
                std::iter::once(of).chain(sub).chain(value).collect()
            }
        }
    }

    /// How deep conditions stand inside conditions.
    pub fn depth(&self) -> usize {
        match self {
            Self::All(conditions) | Self::Any(conditions) => 1 + conditions.iter().map(Self::depth).max().unwrap_or(0),
            Self::Not(condition) => 1 + condition.depth(),
            Self::Answer { .. } => 1,
        }
    }
}

impl Comparison {
    fn holds(&self, answer: &Answer) -> bool {
        if matches!(answer, Answer::Declined) {
            return false;
        }
        let number = match answer {
            Answer::Level(level) => Some(Decimal::whole(i32::from(*level))),
            Answer::Number(number) => Some(*number),
            _ => None,
        };
        let compare = |holds: fn(&Decimal, &Decimal) -> bool, with: &Decimal| number.is_some_and(|number| holds(&number, with));
        match self {
            Self::Given => true,
            Self::Equal(code) => match answer {
                Answer::Choice(chosen) => chosen == code,
                Answer::Choices(chosen) | Answer::Votes(chosen) => chosen.contains(code),
                Answer::Ranking(ranked) => ranked.first() == Some(code),
                Answer::Text(text) => text == code.as_str(),
                _ => number.is_some_and(|number| code.as_str().parse() == Ok(number)),
            },
            Self::AtLeast(with) => compare(Decimal::ge, with),
            Self::AtMost(with) => compare(Decimal::le, with),
            Self::Over(with) => compare(Decimal::gt, with),
            Self::Under(with) => compare(Decimal::lt, with),
        }
    }
}
