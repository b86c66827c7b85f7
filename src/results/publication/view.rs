//! What staff see of one round: taken from what was let out, by what was ticked, and from nothing else.

use jiff::civil::Date;

use super::announcement::{Publication, Undertaking};
use crate::{
    ids::SurveyId,
    instruments::{Instrument, Item, Part, Text},
    language::{FiscalYear, Language},
    papers::{Door, InBoth, Paper},
    results::{
        Round, Target,
        charts::naming,
        elections::{self, Outcome},
        figure::{Figure, Score},
        figures::PartFigures,
        findings::heading_of_indicators,
        words::left_out_in_words,
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub survey: SurveyId,
    pub name: InBoth,
    pub year: FiscalYear,
    pub round: i32,
    pub opened: Date,
    pub closed: Date,
    pub is_open_link: bool,
    pub k: u32,
    pub roll: Option<u32>,
    /// 0 also where there were fewer than k.
    pub counted: u32,
    pub overall: Figure,
    /// What is found of the indicators below, in a sentence.
    pub headline: InBoth,
    /// What the overall score does without.
    pub left_out: Option<InBoth>,
    pub target: Option<Target>,
    pub indicators: Vec<Indicator>,
    /// Of an election: every ballot. Nothing is scored then.
    pub election: Option<Election>,
    pub units: Option<Units>,
    pub comparison: Option<Comparison>,
    pub undertakings: Vec<Undertaking>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    pub turnout: InBoth,
    pub spoilt: u32,
    pub outcomes: Vec<Outcome>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    pub title: Text,
    pub figure: Figure,
    /// None unless ticked.
    pub items: Vec<(Text, Figure)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Units {
    pub shown: Vec<Unit>,
    pub hidden: Vec<InBoth>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    pub name: InBoth,
    pub counted: u32,
    pub figure: Figure,
}

/// With the published round before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    pub survey: SurveyId,
    pub place: String,
    pub overall: Change,
    pub indicators: Vec<(Text, Change)>,
    /// Questions or scales are not the same in both.
    pub is_reworded: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub before: Figure,
    pub now: Figure,
}

impl Change {
    /// `None` unless both are exact.
    pub fn by(&self) -> Option<Score> {
        self.now.apart_from(&self.before)
    }
}

impl View {
    /// `before`: the latest published round before this one that asks by the same questionnaire.
    pub fn new(round: &Round, publication: &Publication, before: Option<&Round>) -> Self {
        let (occasion, paper, figures) = (&round.occasion, &round.released.paper, &round.released.figures);
        let shows = publication.shows;
        Self {
            survey: occasion.survey,
            name: occasion.name.clone(),
            year: occasion.year,
            round: occasion.round,
            opened: occasion.opened,
            closed: occasion.closed,
            is_open_link: paper.door == Door::OpenLink,
            k: figures.k,
            roll: figures.roll,
            counted: figures.counted,
            overall: figures.overall.clone(),
            headline: InBoth {
                th: heading_of_indicators(round, Language::Thai),
                en: heading_of_indicators(round, Language::English),
            },
            left_out: left_out(round),
            target: occasion.target.clone(),
            indicators: rated(round).map(|(part, figures)| indicator(part, figures, shows.items)).collect(),
            election: election(round),
            units: shows.units.then(|| units(round)),
            comparison: before.filter(|_| shows.comparison).map(|before| comparison(round, before)),
            undertakings: publication.undertakings.clone(),
        }
    }
}

fn election(round: &Round) -> Option<Election> {
    let released = &round.released;
    let turnout =
        InBoth { th: elections::turnout(released, Language::Thai), en: elections::turnout(released, Language::English) };
    let (spoilt, outcomes) = (released.figures.spoilt.unwrap_or_default(), elections::of(released));
    (!outcomes.is_empty()).then_some(Election { turnout, spoilt, outcomes })
}

fn left_out(round: &Round) -> Option<InBoth> {
    let said = |language| left_out_in_words(&round.released, language);
    Some(InBoth { th: said(Language::Thai)?, en: said(Language::English)? })
}

/// Parts with something rated in them.
fn rated(round: &Round) -> impl Iterator<Item = (&Part, &PartFigures)> {
    let figures = round.released.figures.indicators();
    figures.filter_map(|figures| Some((round.released.paper.instrument.part(&figures.code)?, figures)))
}

fn indicator(part: &Part, figures: &PartFigures, with_items: bool) -> Indicator {
    let text = |item: &Item| item.text.clone();
    let items = figures.items.iter().filter(|_| with_items);
    let item = |it: &crate::results::figures::ItemFigures| {
        let asked = part.items.iter().find(|item| item.code == it.code)?;
        Some((text(asked), it.figure.clone()?))
    };
    Indicator { title: part.title.clone(), figure: figures.figure.clone(), items: items.filter_map(item).collect() }
}

fn units(round: &Round) -> Units {
    let (paper, groups) = (&round.released.paper, &round.released.figures.groups);
    let shown = groups.shown.iter().map(|group| Unit {
        name: joined(paper, &group.strata),
        counted: group.counted,
        figure: group.figure.clone(),
    });
    Units { shown: shown.collect(), hidden: groups.hidden.iter().map(|strata| joined(paper, strata)).collect() }
}

/// A group bears the names of all that were put together.
fn joined(paper: &Paper, strata: &[crate::ids::StratumId]) -> InBoth {
    let in_one = |language| naming::group(paper, strata, language);
    InBoth { th: in_one(Language::Thai), en: in_one(Language::English) }
}

fn comparison(round: &Round, before: &Round) -> Comparison {
    let mut is_reworded = false;
    let mut indicators = Vec::new();
    for (part, now) in rated(round) {
        let earlier = rated(before).find(|(_, figures)| figures.code == now.code);
        let Some((other, figures)) = earlier else {
            is_reworded = true;
            continue;
        };
        let (new, old) = (&round.released.paper.instrument, &before.released.paper.instrument);
        is_reworded |= asked(new, part) != asked(old, other);
        indicators.push((part.title.clone(), Change { before: figures.figure.clone(), now: now.figure.clone() }));
    }
    is_reworded |= rated(before).count() != indicators.len();
    let overall = Change { before: before.released.figures.overall.clone(), now: round.released.figures.overall.clone() };
    Comparison { survey: before.occasion.survey, place: before.occasion.place(), overall, indicators, is_reworded }
}

/// What somebody who answers reads of a part.
fn asked<'it>(instrument: &'it Instrument, part: &'it Part) -> Vec<(&'it Item, Vec<&'it Text>)> {
    let labels = |item: &'it Item| match &item.asks {
        crate::instruments::Asks::Scale(rated) => instrument.labels(rated).iter().collect(),
        _ => Vec::new(),
    };
    part.items.iter().map(|item| (item, labels(item))).collect()
}
