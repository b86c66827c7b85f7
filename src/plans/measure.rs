//! A measure: what is to be done in one sentence or two, why, what staff are to know, and which finding it answers.

use std::fmt;

use jiff::civil::Date;

use super::{Letter, Step};
use crate::{
    ids::{MeasureId, SurveyId},
    instruments::Code,
};

/// As it stands in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    pub id: MeasureId,
    pub measure: Measure,
    /// The round that asks staff whether it really happened.
    pub poll: Option<SurveyId>,
    pub revision: i32,
    pub steps: Vec<Step>,
}

/// What somebody types of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    pub letter: Option<Letter>,
    pub text: String,
    /// Empty: that of the measure before it holds for this one too.
    pub reason: String,
    /// What staff are to know.
    pub topics: Vec<String>,
    pub about: Option<Wanted>,
    /// The owner's own tick.
    pub done: Option<Date>,
}

/// What was found that it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub survey: SurveyId,
    pub point: Point,
}

/// An indicator or an item of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Point {
    Part(Code),
    Item(Code),
}

impl Measured {
    /// Goes up whenever it or anything in it changes.
    pub fn changes(&self) -> i32 {
        self.revision + self.steps.iter().map(|step| 1 + step.changes()).sum::<i32>()
    }
}

impl Point {
    /// `part:d1` or `item:i7`.
    pub fn read(text: &str) -> Option<Self> {
        let (kind, code) = text.split_once(':')?;
        match kind {
            "part" => Some(Self::Part(code.into())),
            "item" => Some(Self::Item(code.into())),
            _ => None,
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part(code) => write!(f, "part:{code}"),
            Self::Item(code) => write!(f, "item:{code}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_read_as_it_is_written() {
        for text in ["part:d1", "item:i7"] {
            assert_eq!(Point::read(text).map(|point| point.to_string()).as_deref(), Some(text));
        }
        assert_eq!((Point::read("i7"), Point::read("sub:a")), (None, None));
    }
}
