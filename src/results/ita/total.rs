//! The total of a year from its parts, exact until it is written.

use super::{Declared, Part};
use crate::{
    instruments::{Fraction, Text},
    language::FiscalYear,
    results::{
        Round, Target,
        check::{self, Check, Outcome, Reported, Rule},
        figure::{Figure, Score},
    },
    yardsticks::RatingTable,
};

/// Of the assessment as it is known here: years before it have no page.
pub const FIRST_YEAR: i16 = 2562;

pub struct Year {
    pub year: FiscalYear,
    /// What it is weighed and rated by; `None`: nobody has written it for this year.
    pub table: Option<RatingTable>,
    /// Every part that counts in this year, in order; all where that is not known.
    pub lines: Vec<Line>,
}

pub struct Line {
    pub part: Part,
    pub given: Option<Given>,
}

/// Why there is no total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTotal {
    /// How much each part counts is written nowhere.
    NoTable,
    /// Of these no figure is known.
    Unknown(Vec<Part>),
}

pub enum Given {
    Ours(Box<Round>),
    Declared(Declared),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Nobody has entered anything.
    Missing,
    Known(Score),
    /// Of the rest: something rated may not be told, and officially it counts.
    Partly(Score),
    /// Nobody answered, or in a round of ours fewer than may be told: no score, which officially counts as 0.
    NoAnswers,
    TooFew,
    Band(Score, Score),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    pub exact: Score,
    /// What each part counts, those without answers as 0.
    pub parts: Vec<(Part, Score)>,
    /// Parts that count as 0 because nobody answered, and the most that the others could give.
    pub without_answers: Vec<Part>,
    pub cap: Score,
}

impl Year {
    pub fn new(year: FiscalYear, table: Option<RatingTable>, mut given: Vec<(Part, Given)>) -> Self {
        let counts = |part: &Part| table.as_ref().is_none_or(|table| part.weight(table.weights) > 0);
        let mut line = |part: Part| {
            let at = given.iter().position(|(it, _)| *it == part);
            Line { part, given: at.map(|at| given.swap_remove(at).1) }
        };
        let lines = Part::ALL.into_iter().filter(counts).map(&mut line).collect();
        Self { year, table, lines }
    }

    /// In per cent; also the points that a part can give.
    pub fn weight(&self, part: Part) -> Option<i64> {
        self.table.as_ref().map(|table| part.weight(table.weights))
    }

    pub fn total(&self) -> Result<Total, NoTotal> {
        let weights = self.table.as_ref().ok_or(NoTotal::NoTable)?.weights;
        let (mut parts, mut unknown, mut without_answers) = (Vec::new(), Vec::new(), Vec::new());
        let mut exact = Fraction::from_integer(0.into());
        let mut cap = 0;
        for line in &self.lines {
            let weight = line.part.weight(weights);
            let score = match line.stands() {
                Stands::Known(score) => {
                    cap += weight;
                    score
                }
                Stands::NoAnswers => {
                    without_answers.push(line.part);
                    Score::whole(0)
                }
                Stands::Missing | Stands::TooFew | Stands::Partly(_) | Stands::Band(..) => {
                    unknown.push(line.part);
                    continue;
                }
            };
            exact += points(&score, weight).fraction();
            parts.push((line.part, score));
        }
        if !unknown.is_empty() || parts.is_empty() {
            return Err(NoTotal::Unknown(unknown));
        }
        Ok(Total { exact: Score::new(exact), parts, without_answers, cap: Score::whole(cap) })
    }

    /// Indicators below what is asked of each, where anything is.
    pub fn flagged(&self) -> Vec<(Part, Text, Score)> {
        let Some(floor) = self.table.as_ref().and_then(|table| table.floor) else { return Vec::new() };
        let floor = Target { score: check::score(floor), is_to_be_passed: false };
        let of_line = |line: &Line| {
            let part = line.part;
            line.indicators().into_iter().map(move |(name, score)| (part, name, score)).collect::<Vec<_>>()
        };
        self.lines.iter().flat_map(of_line).filter(|(_, _, score)| !floor.is_met(score)).collect()
    }
}

impl Line {
    pub fn stands(&self) -> Stands {
        match &self.given {
            None => Stands::Missing,
            Some(Given::Declared(declared)) => declared.score().map_or(Stands::NoAnswers, Stands::Known),
            Some(Given::Ours(round)) => match &round.released.figures.overall {
                Figure::NoData => Stands::NoAnswers,
                Figure::TooFew => Stands::TooFew,
                Figure::Exact(score) if !round.released.figures.left_out().is_empty() => Stands::Partly(score.clone()),
                Figure::Exact(score) => Stands::Known(score.clone()),
                Figure::Within { least, most } => Stands::Band(least.clone(), most.clone()),
            },
        }
    }

    /// Those whose figure is exact.
    pub fn indicators(&self) -> Vec<(Text, Score)> {
        match &self.given {
            None => Vec::new(),
            Some(Given::Declared(declared)) => {
                declared.indicators.iter().map(|it| (Text::new(it.label.clone(), ""), it.score())).collect()
            }
            Some(Given::Ours(round)) => {
                let parts = &round.released.figures.parts;
                let title = |code| round.released.paper.instrument.part(code).map_or_else(Text::default, |it| it.title.clone());
                parts.iter().filter_map(|part| Some((title(&part.code), part.figure.exact()?.clone()))).collect()
            }
        }
    }

    /// What was declared, held against the indicators that came with it.
    pub fn checked(&self) -> Option<(Check, Outcome)> {
        let Some(Given::Declared(declared)) = &self.given else { return None };
        let lines = declared.indicators.iter().map(|it| check::Line { label: it.label.clone(), score: it.score() }).collect();
        let reported = Reported { score: declared.score()?, decimals: 2 };
        let check = Check { lines, rule: Rule::Mean, reported: Some(reported), target: None };
        let outcome = check::recompute(&check)?;
        Some((check, outcome))
    }
}

/// Of the weight: 91.606 of 100 are 27.4818 of 30.
pub fn points(score: &Score, weight: i64) -> Score {
    score.times(&Fraction::new(weight.into(), 100.into()))
}
