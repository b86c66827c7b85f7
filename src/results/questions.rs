//! What is counted of an instrument: its questions in order, each by its kind of answer.
//!
//! Texts are not among them: they are never counted, only read.

use crate::instruments::{Asks, Code, Instrument, Item, Polarity, Question};

/// One question, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The place of its part in the instrument.
    pub part: usize,
    pub question: Question,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// On a scale of so many levels, in this direction.
    Rated {
        levels: usize,
        polarity: Polarity,
    },
    /// One, or several, of these choices.
    Choice(Vec<Code>),
    Choices(Vec<Code>),
    /// Votes for these; nobody is a vote as well.
    Votes(Vec<Code>),
    /// Votes that decide, and that are all told; blank ones stand behind the candidates.
    Election(Vec<Code>),
    Ranking(Vec<Code>),
    Number,
}

impl Asked {
    pub fn all(instrument: &Instrument) -> Vec<Self> {
        let items = instrument.parts.iter().enumerate().flat_map(|(part, it)| it.items.iter().map(move |item| (part, item)));
        items.flat_map(|(part, item)| Self::of_item(instrument, part, item)).collect()
    }

    pub const fn is_rated(&self) -> bool {
        matches!(self.kind, Kind::Rated { .. })
    }

    fn of_item(instrument: &Instrument, part: usize, item: &Item) -> Vec<Self> {
        let is_election = instrument.is_election();
        let codes = || item.choices().iter().map(|choice| choice.code.clone()).collect();
        let one = |question: Question| {
            let kind = match &item.asks {
                Asks::Heading | Asks::ShortText { .. } | Asks::LongText { .. } => return None,
                Asks::Scale(rated) => {
                    let sub = rated.subs.iter().find(|sub| Some(&sub.code) == question.sub.as_ref());
                    let polarity = sub.map_or(rated.polarity, |sub| sub.polarity);
                    Kind::Rated { levels: instrument.labels(rated).len(), polarity }
                }
                Asks::SingleChoice { .. } => Kind::Choice(codes()),
                Asks::MultipleChoice { .. } => Kind::Choices(codes()),
                Asks::Ballot { .. } if is_election => Kind::Election(codes()),
                Asks::Ballot { .. } => Kind::Votes(codes()),
                Asks::Ranking { .. } => Kind::Ranking(codes()),
                Asks::Number { .. } => Kind::Number,
            };
            Some(Self { part, question, kind })
        };
        Question::of(item).into_iter().filter_map(one).collect()
    }
}
