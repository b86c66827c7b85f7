//! What results are looked at with: the round's place in the year and what it aims at. Told by whoever
//! knows the round; nothing of it is about answers.

use jiff::civil::Date;

use super::{
    figure::{Figure, Score},
    figures::{Figures, Headline},
};
use crate::{
    ids::SurveyId,
    instruments::Decimal,
    language::FiscalYear,
    papers::{InBoth, Paper},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    pub survey: SurveyId,
    pub name: InBoth,
    pub year: FiscalYear,
    pub round: i32,
    /// The days between which answers were collected.
    pub opened: Date,
    pub closed: Date,
    pub target: Option<Target>,
    /// What is asked of each indicator of an assessment in this year, if anything is.
    pub floor: Option<Score>,
    /// Whether staff see what came of it.
    pub is_published: bool,
    /// How many answers the sample rule of the year asks for. Known of the round that is looked at, not of those
    /// beside it.
    pub wanted_sample: Option<u32>,
}

/// A score to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub score: Score,
    /// It has to be passed, and not only reached.
    pub is_to_be_passed: bool,
}

/// A survey whose ballots are opened: what was asked, and what may be told.
#[derive(Clone, Debug)]
pub struct Released {
    pub paper: Paper,
    pub figures: Figures,
}

/// One round with its results.
#[derive(Clone, Debug)]
pub struct Round {
    pub occasion: Occasion,
    pub released: Released,
}

/// One round in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    pub occasion: Occasion,
    pub headline: Headline,
}

impl Target {
    /// On the displayed figure, as levels are.
    pub fn is_met(&self, score: &Score) -> bool {
        let (reached, wanted) = (score.displayed(), self.score.displayed());
        if self.is_to_be_passed { reached > wanted } else { reached >= wanted }
    }

    /// A range is above the target, below it, or there is no telling.
    pub fn is_met_by(&self, figure: &Figure) -> Option<bool> {
        let (least, most) = figure.bounds()?;
        let (least, most) = (self.is_met(least), self.is_met(most));
        (least == most).then_some(least)
    }

    pub fn displayed(&self) -> Decimal {
        self.score.displayed()
    }
}

impl Round {
    pub fn is_election(&self) -> bool {
        self.released.paper.instrument.is_election()
    }
}

impl Occasion {
    /// `2/2569`
    pub fn place(&self) -> String {
        format!("{}/{}", self.round, self.year.number())
    }
}
