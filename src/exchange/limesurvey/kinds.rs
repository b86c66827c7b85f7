//! LimeSurvey's types of question, each a letter or a sign.

use crate::{exchange::LossKind, instruments::Text};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `comment`: also asks for a comment.
    List {
        comment: bool,
    },
    Levels(Levels),
    /// Sub-questions on these levels.
    Array(Levels),
    /// Sub-questions on levels that are its answers.
    ArrayOfAnswers,
    Many {
        comment: bool,
    },
    Gender,
    ShortText,
    LongText,
    Number,
    ShortTexts,
    Numbers,
    Ranking,
    Heading,
    Not(LossKind),
}

/// Levels that LimeSurvey brings along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Levels {
    Five,
    Ten,
    YesNo,
    YesUncertainNo,
    Change,
}

impl Kind {
    pub(super) fn of(letter: &str) -> Self {
        match letter {
            "L" | "!" => Self::List { comment: false },
            "O" => Self::List { comment: true },
            "5" => Self::Levels(Levels::Five),
            "Y" => Self::Levels(Levels::YesNo),
            "A" => Self::Array(Levels::Five),
            "B" => Self::Array(Levels::Ten),
            "C" => Self::Array(Levels::YesUncertainNo),
            "E" => Self::Array(Levels::Change),
            "F" | "H" => Self::ArrayOfAnswers,
            "M" => Self::Many { comment: false },
            "P" => Self::Many { comment: true },
            "G" => Self::Gender,
            "S" => Self::ShortText,
            "T" | "U" => Self::LongText,
            "N" => Self::Number,
            "Q" => Self::ShortTexts,
            "K" => Self::Numbers,
            "R" => Self::Ranking,
            "X" => Self::Heading,
            "D" => Self::Not(LossKind::BecameShortText),
            _ => Self::Not(LossKind::TypeLeftOut),
        }
    }
}

impl Levels {
    /// What they are called in conditions, and what people read; the least first where there is one.
    pub(super) fn labels(self) -> Vec<(String, Text)> {
        let numbers =
            |most: usize| (1..=most).map(|number| (number.to_string(), Text::new(number.to_string(), number.to_string())));
        let named = |levels: &[(&str, &str, &str)]| {
            levels.iter().map(|(name, thai, english)| ((*name).to_owned(), Text::new(*thai, *english))).collect()
        };
        match self {
            Self::Five => numbers(5).collect(),
            Self::Ten => numbers(10).collect(),
            Self::YesNo => named(&[("N", "ไม่ใช่", "No"), ("Y", "ใช่", "Yes")]),
            Self::YesUncertainNo => named(&[("N", "ไม่ใช่", "No"), ("U", "ไม่แน่ใจ", "Uncertain"), ("Y", "ใช่", "Yes")]),
            Self::Change => named(&[("D", "ลดลง", "Decrease"), ("S", "เท่าเดิม", "Same"), ("I", "เพิ่มขึ้น", "Increase")]),
        }
    }

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Five => "points5",
            Self::Ten => "points10",
            Self::YesNo => "yes_no",
            Self::YesUncertainNo => "yes_uncertain_no",
            Self::Change => "change",
        }
    }
}
