//! Everything that is let out of a survey: made once, by `disclose`, written down, and never made
//! otherwise. Pages, files and the public page read nothing else.
//!
//! Holds no name and no sentence: those are in the paper.

use serde::{Deserialize, Serialize};

use super::figure::{Figure, Score};
use crate::{
    ids::{StratumId, SurveyId},
    instruments::{Code, Fraction},
};

/// Of the form in which figures are written down.
pub const FORM: u32 = 1;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    pub form: u32,
    pub survey: SurveyId,
    /// Nothing is shown of fewer.
    pub k: u32,
    /// People on the roll; none behind an open link.
    pub roll: Option<u32>,
    /// Ballots that were opened and could be read; 0 where there were fewer than k, and nothing is told then but
    /// that there were too few.
    pub counted: u32,
    /// Of an election: ballots that could not be opened, or hold what no page offers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoilt: Option<u32>,
    pub overall: Figure,
    /// In the order of the instrument, those without anything rated too.
    pub parts: Vec<PartFigures>,
    pub groups: Groups,
    pub habits: Habits,
}

/// Of the same record, what a list of rounds shows: nothing else is read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Headline {
    pub form: u32,
    pub k: u32,
    pub roll: Option<u32>,
    pub counted: u32,
    pub overall: Figure,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartFigures {
    pub code: Code,
    pub figure: Figure,
    /// Those that are counted, in order.
    pub items: Vec<ItemFigures>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemFigures {
    pub code: Code,
    /// What is not rated has none.
    pub figure: Option<Figure>,
    /// One for each sub-question, or one for the item itself.
    pub questions: Vec<QuestionFigures>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionFigures {
    pub sub: Option<Code>,
    pub figure: Option<Figure>,
    /// Answers, and people who were asked and did not say; nothing where there are fewer than k answers, or where
    /// how many were asked would tell what somebody said before.
    pub answers: Option<Answered>,
    /// By level or choice, in the order of the page (never in the direction of the score). Only from 2k answers on,
    /// and in fewer than 3k not where nearly everybody said the same.
    pub spread: Option<Vec<u32>>,
    /// Of numbers: their mean. Only from k on; nothing where it would tell the number of one person.
    pub mean: Option<Figure>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    pub given: u32,
    pub silent: u32,
}

/// Reporting groups: a partition in which every one has k ballots.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Groups {
    /// To one decimal, and never an item.
    pub shown: Vec<GroupFigures>,
    /// Strata of groups whose figure is not shown, group by group.
    pub hidden: Vec<Vec<StratumId>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFigures {
    pub strata: Vec<StratumId>,
    /// Ballots.
    pub counted: u32,
    pub figure: Figure,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Habits {
    /// How many chose the same place every time, of how many.
    pub straight: Option<(Share, u32)>,
    pub contrary: Vec<Contrary>,
}

/// At a reversed question: how many chose its worst end and the best of everything else in the part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contrary {
    pub item: Code,
    pub sub: Option<Code>,
    pub share: Share,
}

/// How many of some people did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// Fewer than k, or nobody.
    Few,
    /// At least k did, and at least k did not.
    Some(u32),
    /// All but fewer than k, or everybody.
    NearlyAll,
}

/// Something rated that may not be told, and that what is told of the rest does without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut<'it> {
    Part(&'it Code),
    Item(&'it Code),
    Sub(&'it Code, &'it Code),
}

impl PartFigures {
    /// Whether anything in it is rated, so that it has a figure to compare.
    pub fn is_rated(&self) -> bool {
        self.items.iter().any(|item| item.figure.is_some())
    }
}

impl Figures {
    /// Where fewer than k handed in, nothing was opened and nothing is known.
    pub const fn has_enough(&self) -> bool {
        self.counted >= self.k
    }

    pub fn item(&self, code: &Code) -> Option<&ItemFigures> {
        self.items().find(|item| item.code == *code)
    }

    pub fn items(&self) -> impl Iterator<Item = &ItemFigures> {
        self.parts.iter().flat_map(|part| &part.items)
    }

    pub fn part(&self, code: &Code) -> Option<&PartFigures> {
        self.parts.iter().find(|part| part.code == *code)
    }

    /// What is missing in the overall figure, which would be another one with it: each by the widest that is
    /// withheld whole. Nothing where there is no overall figure.
    pub fn left_out(&self) -> Vec<LeftOut<'_>> {
        let mut out = Vec::new();
        for part in self.parts.iter().filter(|_| self.overall.is_shown()) {
            if part.figure == Figure::TooFew {
                out.push(LeftOut::Part(&part.code));
                continue;
            }
            for item in &part.items {
                if item.figure == Some(Figure::TooFew) {
                    out.push(LeftOut::Item(&item.code));
                    continue;
                }
                let subs = item.questions.iter().filter(|question| question.figure == Some(Figure::TooFew));
                out.extend(subs.filter_map(|question| Some(LeftOut::Sub(&item.code, question.sub.as_ref()?))));
            }
        }
        out
    }

    /// Those with something rated in them, in order.
    pub fn indicators(&self) -> impl Iterator<Item = &PartFigures> {
        self.parts.iter().filter(|part| part.is_rated())
    }

    /// The most that one person can move the score of an item; nothing where nobody answered.
    pub fn weight_of_one(&self) -> Option<Score> {
        self.fewest().filter(|fewest| *fewest > 0).map(|fewest| Score::new(Fraction::new(100.into(), fewest.into())))
    }

    /// The fewest who answered something that is rated and was put before everybody: by whom one person's weight is
    /// measured.
    pub fn fewest(&self) -> Option<u32> {
        let rated = self.items().filter(|item| item.figure.is_some()).flat_map(|item| &item.questions);
        let answered = rated.filter_map(|question| question.answers);
        let of_all = answered.filter(|answered| answered.given > 0 && answered.given + answered.silent == self.counted);
        of_all.map(|answered| answered.given).min()
    }
}
