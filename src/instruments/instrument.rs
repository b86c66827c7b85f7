//! An instrument: its parts (indicators) in order, the items in them, and the scales they share.

use serde::{Deserialize, Serialize};

use super::{Code, Condition, Item, Rated, Text};

/// Nobody answers a question faster.
const SECONDS_EACH: usize = 20;

/// How long it takes to answer so many questions, about.
pub fn minutes_for(questions: usize) -> usize {
    (questions * SECONDS_EACH).div_ceil(60).max(1)
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    pub code: Code,
    pub title: Text,
    /// Shown before the first question.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub lead: Text,
    /// For those who prepare a survey with it, never for those who answer.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub caution: Text,
    /// Which part of the national assessment its score counts for, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Assessment>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<Scale>,
    pub parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assessment {
    Iit,
    Eit,
}

/// Levels in order, the least first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    pub code: Code,
    pub levels: Vec<Text>,
}

/// An indicator, or any other section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub code: Code,
    pub title: Text,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub lead: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
    pub items: Vec<Item>,
}

impl Instrument {
    pub fn new(code: impl Into<Code>, title: Text) -> Self {
        Self {
            code: code.into(),
            title,
            lead: Text::default(),
            caution: Text::default(),
            assessment: None,
            scales: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Every item in order, headings too.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.parts.iter().flat_map(|part| &part.items)
    }

    pub fn items_mut(&mut self) -> impl Iterator<Item = &mut Item> {
        self.parts.iter_mut().flat_map(|part| &mut part.items)
    }

    /// Whether it is nothing but ballots that decide something, put before everybody who answers: what is voted is
    /// counted out then.
    pub fn is_election(&self) -> bool {
        let asked = || self.items().filter(|item| !item.is_heading());
        let shown = self.parts.iter().all(|part| part.show_if.is_none()) && asked().all(|item| item.show_if.is_none());
        shown && asked().next().is_some() && asked().all(|item| item.election().is_some())
    }

    /// Items in order with the number people know them by; headings have none.
    pub fn numbered(&self) -> impl Iterator<Item = (Option<usize>, &Item)> {
        let mut number = 0;
        self.items().map(move |item| {
            if item.is_heading() {
                return (None, item);
            }
            number += 1;
            (Some(number), item)
        })
    }

    /// How many questions there are.
    pub fn questions(&self) -> usize {
        self.items().filter(|item| !item.is_heading()).count()
    }

    pub fn item(&self, code: &Code) -> Option<&Item> {
        self.items().find(|item| item.code == *code)
    }

    pub fn part(&self, code: &Code) -> Option<&Part> {
        self.parts.iter().find(|part| part.code == *code)
    }

    pub fn scale(&self, code: &Code) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.code == *code)
    }

    /// The labels of an item's levels: its own, or its scale's.
    pub fn labels<'it>(&'it self, rated: &'it Rated) -> &'it [Text] {
        let shared = self.scale(&rated.scale).map_or(&[][..], |scale| &scale.levels);
        if rated.labels.len() == shared.len() { &rated.labels } else { shared }
    }
}
