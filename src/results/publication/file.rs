//! The public page as JSON: the same view, and nothing beside it. Its form is told in docs/results.md.

use serde::Serialize;

use super::view::{Change, Indicator, Unit, View};
use crate::{
    ids::SurveyId,
    instruments::{Election, Text},
    papers::InBoth,
    results::{
        charts::written,
        elections::{Fate, Outcome},
        figure::{Figure, Score},
    },
};

/// Of the form; raised when a field changes its meaning.
const FORM: u32 = 1;

#[derive(Serialize)]
struct File<'it> {
    form: u32,
    survey: SurveyId,
    name: &'it InBoth,
    fiscal_year: i16,
    round: i32,
    opened: String,
    closed: String,
    open_link: bool,
    smallest_group: u32,
    on_roll: Option<u32>,
    answers: Option<u32>,
    target: Option<Aim>,
    overall: Told,
    indicators: Vec<TheIndicator<'it>>,
    /// Of an election.
    #[serde(skip_serializing_if = "Option::is_none")]
    election: Option<TheElection<'it>>,
    units: Option<TheUnits<'it>>,
    comparison: Option<TheComparison<'it>>,
    undertakings: Vec<TheUndertaking<'it>>,
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum Told {
    NoData,
    TooFew,
    Exact {
        score: String,
    },
    /// Of units: to one decimal, and no further.
    Rounded {
        score: String,
    },
    Within {
        least: String,
        most: String,
    },
}

#[derive(Serialize)]
struct Aim {
    score: String,
    to_be_passed: bool,
}

#[derive(Serialize)]
struct TheIndicator<'it> {
    title: &'it Text,
    score: Told,
    items: Vec<TheItem<'it>>,
}

#[derive(Serialize)]
struct TheItem<'it> {
    text: &'it Text,
    score: Told,
}

#[derive(Serialize)]
struct TheElection<'it> {
    spoilt: u32,
    ballots: Vec<TheBallot<'it>>,
}

#[derive(Serialize)]
struct TheBallot<'it> {
    text: &'it Text,
    rule: Option<Election>,
    candidates: Vec<TheCandidate<'it>>,
    blank: u32,
    left_open: u32,
}

#[derive(Serialize)]
struct TheCandidate<'it> {
    name: &'it Text,
    votes: u32,
    outcome: &'static str,
}

#[derive(Serialize)]
struct TheUnits<'it> {
    shown: Vec<TheUnit<'it>>,
    hidden: &'it [InBoth],
}

#[derive(Serialize)]
struct TheUnit<'it> {
    name: &'it InBoth,
    answers: u32,
    score: Told,
}

#[derive(Serialize)]
struct TheComparison<'it> {
    survey: SurveyId,
    round: &'it str,
    reworded: bool,
    overall: TheChange,
    indicators: Vec<(&'it Text, TheChange)>,
}

#[derive(Serialize)]
struct TheChange {
    before: Told,
    now: Told,
}

#[derive(Serialize)]
struct TheUndertaking<'it> {
    what: &'it str,
    who: &'it str,
    until: String,
}

pub fn json(view: &View) -> serde_json::Result<String> {
    let file = File {
        form: FORM,
        survey: view.survey,
        name: &view.name,
        fiscal_year: view.year.number(),
        round: view.round,
        opened: view.opened.to_string(),
        closed: view.closed.to_string(),
        open_link: view.is_open_link,
        smallest_group: view.k,
        on_roll: view.roll,
        answers: (view.counted > 0).then_some(view.counted),
        target: view.target.as_ref().map(|it| Aim { score: it.score.shown(2), to_be_passed: it.is_to_be_passed }),
        overall: told(&view.overall),
        indicators: view.indicators.iter().map(indicator).collect(),
        election: view
            .election
            .as_ref()
            .map(|it| TheElection { spoilt: it.spoilt, ballots: it.outcomes.iter().map(ballot).collect() }),
        units: view.units.as_ref().map(|it| TheUnits { shown: it.shown.iter().map(unit).collect(), hidden: &it.hidden }),
        comparison: view.comparison.as_ref().map(|it| TheComparison {
            survey: it.survey,
            round: &it.place,
            reworded: it.is_reworded,
            overall: change(&it.overall),
            indicators: it.indicators.iter().map(|(title, it)| (title, change(it))).collect(),
        }),
        undertakings: view
            .undertakings
            .iter()
            .map(|it| TheUndertaking { what: &it.what, who: &it.who, until: it.until.to_string() })
            .collect(),
    };
    serde_json::to_string(&file)
}

fn indicator(it: &Indicator) -> TheIndicator<'_> {
    let items = it.items.iter().map(|(text, figure)| TheItem { text, score: told(figure) }).collect();
    TheIndicator { title: &it.title, score: told(&it.figure), items }
}

fn ballot(it: &Outcome) -> TheBallot<'_> {
    let candidates = it.stands.iter().map(|stand| TheCandidate {
        name: &stand.name,
        votes: stand.votes,
        outcome: match stand.fate {
            Fate::Chosen => "chosen",
            Fate::Level => "level",
            Fate::NotChosen => "not_chosen",
        },
    });
    TheBallot {
        text: &it.item.text,
        rule: it.item.election(),
        candidates: candidates.collect(),
        blank: it.blank,
        left_open: it.silent,
    }
}

fn unit(it: &Unit) -> TheUnit<'_> {
    TheUnit { name: &it.name, answers: it.counted, score: of_unit(&it.figure) }
}

fn change(it: &Change) -> TheChange {
    TheChange { before: told(&it.before), now: told(&it.now) }
}

fn of_unit(figure: &Figure) -> Told {
    match figure {
        Figure::Exact(score) => Told::Rounded { score: score.shown(written::UNIT) },
        other => told(other),
    }
}

fn told(figure: &Figure) -> Told {
    let plain = |score: &Score| score.shown(written::WHOLE).replace('−', "-");
    match figure {
        Figure::NoData => Told::NoData,
        Figure::TooFew => Told::TooFew,
        Figure::Exact(score) => Told::Exact { score: plain(score) },
        Figure::Within { least, most } => Told::Within { least: plain(least), most: plain(most) },
    }
}
