//! What somebody answered to an instrument, and which of its parts and items that shows.

use std::collections::{BTreeMap, BTreeSet};

use super::{Code, Decimal, Instrument, Item, Part};

/// An item, or one of its sub-questions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Question {
    pub item: Code,
    pub sub: Option<Code>,
}

impl Question {
    pub fn of(item: &Item) -> Vec<Self> {
        let question = |sub: Option<&Code>| Self { item: item.code.clone(), sub: sub.cloned() };
        match item.rated() {
            Some(rated) if !rated.subs.is_empty() => rated.subs.iter().map(|sub| question(Some(&sub.code))).collect(),
            _ if item.is_heading() => Vec::new(),
            _ => vec![question(None)],
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Does not know, or prefers not to say.
    Declined,
    /// From 1, as the levels are shown.
    Level(u16),
    Choice(Code),
    Choices(BTreeSet<Code>),
    Number(Decimal),
    Text(String),
    /// The first place first.
    Ranking(Vec<Code>),
    /// Of nobody: a blank vote.
    Votes(BTreeSet<Code>),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<Question, Answer>);

impl Answers {
    pub fn put(&mut self, question: Question, answer: Answer) {
        self.0.insert(question, answer);
    }

    pub fn get(&self, question: &Question) -> Option<&Answer> {
        self.0.get(question)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Question, &Answer)> {
        self.0.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts and items that these answers show, in order. What is hidden counts as not answered
    /// for whatever comes after it.
    pub fn shown<'it>(&self, instrument: &'it Instrument) -> Vec<(&'it Part, Vec<&'it Item>)> {
        let mut heard = Self::default();
        let mut shown = Vec::new();
        for part in &instrument.parts {
            if part.show_if.as_ref().is_some_and(|condition| !condition.holds(&heard)) {
                continue;
            }
            let mut items = Vec::new();
            for item in &part.items {
                if item.show_if.as_ref().is_some_and(|condition| !condition.holds(&heard)) {
                    continue;
                }
                for question in Question::of(item) {
                    if let Some(answer) = self.get(&question) {
                        heard.put(question, answer.clone());
                    }
                }
                items.push(item);
            }
            shown.push((part, items));
        }
        shown
    }
}
