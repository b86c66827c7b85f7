//! One thing that the check list found: where, and what.

use std::collections::HashSet;

use super::{choices, codes, conditions, direction, missing, personal, same, shape, wording};
use crate::{
    instruments::{Code, Instrument},
    language::Language,
};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    pub place: Place,
    pub what: What,
    pub weight: Weight,
}

/// Where in an instrument; by codes, which may stand twice until that is put right.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Instrument,
    Scale(Code),
    Part(Code),
    Item(Code),
    Sub { item: Code, sub: Code },
    Choice { item: Code, choice: Code },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum What {
    ThaiMissing(TextOf),
    /// Of anything at this place.
    EnglishMissing,
    CodeMalformed(Code),
    CodeTwice(Code),
    /// Word for word what stands at that place.
    SameTextAs(Place),
    NoItems,
    PartEmpty,
    PartLong(usize),
    ScaleUnknown(Code),
    ScaleShort,
    LabelsMiscounted {
        are: usize,
        levels: usize,
    },
    MeaningsMiscounted {
        are: usize,
        levels: usize,
    },
    /// It runs the other way, and not every level says what it means.
    MeaningsMissing,
    DirectionUnset,
    /// Such a word, in an item said to run straight.
    NegativeWord(&'static str),
    DoubleNegation(Language),
    TwoQuestions(Language),
    KeyPhraseElsewhere(Language),
    ChoicesFew,
    ChoiceBounds,
    /// More are to be chosen than stand, or nobody.
    SeatBounds,
    /// A vote that decides stands beside other questions, or is not put before everybody.
    ElectionAmongOthers,
    NumberBounds,
    LengthZero,
    Misdirected(Misdirected),
    NeverShown,
    LooksPersonal(&'static str),
    AsksWhoAnswers(&'static str),
    AboutOddKind,
    ServiceBounds,
}

/// Why a condition does not work, and the code it names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Misdirected {
    Itself,
    Later(Code),
    NoSuchItem(Code),
    NoSuchSub {
        item: Code,
        sub: Code,
    },
    /// The item has sub-questions, and none of them is named.
    SubMissing(Code),
    Heading(Code),
    NoSuchChoice {
        item: Code,
        choice: Code,
    },
    NoSuchLevel {
        item: Code,
        level: Code,
    },
    NeverHolds(Code),
}

/// Which of the texts at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextOf {
    Title,
    Lead,
    Caution,
    Question,
    KeyPhrase,
    Help,
    Unit,
    /// From 1.
    Label(usize),
    Meaning(usize),
    ChoiceLabel,
    ChoiceLine,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// No survey can be scheduled with it.
    Stop,
    Advice,
}

impl What {
    /// Unless the check that found it is less sure.
    pub const fn weight(&self) -> Weight {
        match self {
            Self::EnglishMissing
            | Self::PartEmpty
            | Self::PartLong(_)
            | Self::NegativeWord(_)
            | Self::TwoQuestions(_)
            | Self::KeyPhraseElsewhere(_)
            | Self::LooksPersonal(_) => Weight::Advice,
            _ => Weight::Stop,
        }
    }
}

impl Finding {
    pub const fn stops(&self) -> bool {
        matches!(self.weight, Weight::Stop)
    }
}

impl Place {
    pub(super) fn sub(item: &Code, sub: &Code) -> Self {
        Self::Sub { item: item.clone(), sub: sub.clone() }
    }

    pub(super) fn choice(item: &Code, choice: &Code) -> Self {
        Self::Choice { item: item.clone(), choice: choice.clone() }
    }
}

/// Collects what the checks say.
#[derive(Default)]
pub(super) struct Findings {
    all: Vec<Finding>,
    /// The same, so that thousands are added as fast as one.
    said: HashSet<(Place, What)>,
}

impl Findings {
    pub fn add(&mut self, place: Place, what: What) {
        let weight = what.weight();
        self.weigh(place, what, weight);
    }

    /// With a weight of its own: a guess about wording stops nobody.
    pub fn weigh(&mut self, place: Place, what: What, weight: Weight) {
        if self.said.insert((place.clone(), what.clone())) {
            self.all.push(Finding { place, what, weight });
        }
    }
}

impl Instrument {
    /// Everything the check list has to say: what stops first, and then in the order of the form.
    pub fn check(&self) -> Vec<Finding> {
        let mut findings = Findings::default();
        codes::check(self, &mut findings);
        missing::check(self, &mut findings);
        same::check(self, &mut findings);
        shape::check(self, &mut findings);
        choices::check(self, &mut findings);
        direction::check(self, &mut findings);
        wording::check(self, &mut findings);
        personal::check(self, &mut findings);
        conditions::check(self, &mut findings);
        let mut findings = findings.all;
        findings.sort_by_cached_key(|finding| (finding.weight, self.order_of(&finding.place)));
        findings
    }

    /// Whether a survey can be scheduled with it.
    pub fn is_ready(&self) -> bool {
        !self.check().iter().any(Finding::stops)
    }

    /// The instrument, its scales, then part by part.
    fn order_of(&self, place: &Place) -> (usize, usize) {
        let part_of = |item: &Code| self.parts.iter().position(|part| part.items.iter().any(|it| it.code == *item));
        let item_at = |item: &Code| 1 + self.items().position(|it| it.code == *item).unwrap_or(0);
        match place {
            Place::Instrument => (0, 0),
            Place::Scale(code) => (1, self.scales.iter().position(|scale| scale.code == *code).unwrap_or(0)),
            Place::Part(code) => (2 + self.parts.iter().position(|part| part.code == *code).unwrap_or(0), 0),
            Place::Item(item) | Place::Sub { item, .. } | Place::Choice { item, .. } => {
                (2 + part_of(item).unwrap_or(0), item_at(item))
            }
        }
    }
}
