//! The kinds of item that somebody may add, as addresses and forms name them.

use super::words::kind_in_words;
use crate::{
    instruments::{Asks, Rated},
    language::Language,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Scale,
    YesNo,
    SingleChoice,
    MultipleChoice,
    Number,
    ShortText,
    LongText,
    Ranking,
    Ballot,
    Heading,
}

impl Kind {
    pub const ALL: [Self; 10] = [
        Self::Scale,
        Self::YesNo,
        Self::SingleChoice,
        Self::MultipleChoice,
        Self::Number,
        Self::ShortText,
        Self::LongText,
        Self::Ranking,
        Self::Ballot,
        Self::Heading,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Scale => "scale",
            Self::YesNo => "yes_no",
            Self::SingleChoice => "single",
            Self::MultipleChoice => "multiple",
            Self::Number => "number",
            Self::ShortText => "short_text",
            Self::LongText => "long_text",
            Self::Ranking => "ranking",
            Self::Ballot => "ballot",
            Self::Heading => "heading",
        }
    }

    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    pub const fn of(asks: &Asks) -> Self {
        match asks {
            Asks::Heading => Self::Heading,
            Asks::Scale(_) => Self::Scale,
            Asks::SingleChoice { .. } => Self::SingleChoice,
            Asks::MultipleChoice { .. } => Self::MultipleChoice,
            Asks::Number { .. } => Self::Number,
            Asks::ShortText { .. } => Self::ShortText,
            Asks::LongText { .. } => Self::LongText,
            Asks::Ranking { .. } => Self::Ranking,
            Asks::Ballot { .. } => Self::Ballot,
        }
    }

    pub fn in_words(self, language: Language) -> &'static str {
        kind_in_words(language, self)
    }

    /// What a new item of this kind asks before anything is typed.
    pub fn empty(self) -> Asks {
        match self {
            Self::Scale | Self::YesNo => Asks::Scale(Rated::default()),
            Self::SingleChoice => Asks::SingleChoice { choices: Vec::new() },
            Self::MultipleChoice => Asks::MultipleChoice { choices: Vec::new(), least: None, most: None },
            Self::Number => Asks::Number { least: None, most: None, decimals: 0, unit: crate::instruments::Text::default() },
            Self::ShortText => Asks::ShortText { longest: 200 },
            Self::LongText => Asks::LongText { longest: 1_000 },
            Self::Ranking => Asks::Ranking { choices: Vec::new(), top: None },
            Self::Ballot => Asks::Ballot { candidates: Vec::new(), most: 1, blank: true, election: None },
            Self::Heading => Asks::Heading,
        }
    }
}
