//! One line for each figure: the whole, its parts, items, questions, what could be chosen, and groups.

use super::words::words;
use crate::{
    instruments::{Code, Text},
    language::Language,
    results::{
        Round,
        charts::written,
        figure::Figure,
        figures::{Answered, ItemFigures, QuestionFigures},
        report::names::Names,
    },
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Overall,
    Part,
    Item,
    /// A sub-question.
    Sub,
    /// A level of a scale or something to choose.
    Choice,
    Group,
    /// A group that is not shown.
    Hidden,
    /// Ballots of an election that are not counted.
    Spoilt,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub level: Level,
    pub part: Option<Code>,
    pub item: Option<Code>,
    pub sub: Option<Code>,
    /// The place of a choice, from 1.
    pub choice: Option<u32>,
    pub title: String,
    pub is_reversed: bool,
    pub figure: Option<Figure>,
    /// And not the mean of numbers, which no target is for.
    pub is_score: bool,
    /// Digits behind the point: of groups there are no more.
    pub decimals: u8,
    pub given: Option<u32>,
    /// Of the whole: those on the roll who did not answer.
    pub silent: Option<u32>,
    /// Of a choice: people (of a ranking: points), and out of how many.
    pub people: Option<(u32, Option<u32>)>,
}

impl Line {
    fn new(level: Level, title: impl Into<String>, figure: Option<&Figure>) -> Self {
        Self {
            level,
            part: None,
            item: None,
            sub: None,
            choice: None,
            title: title.into(),
            is_reversed: false,
            figure: figure.cloned(),
            is_score: figure.is_some(),
            decimals: written::WHOLE,
            given: None,
            silent: None,
            people: None,
        }
    }

    fn answered(self, answered: Option<Answered>) -> Self {
        Self { given: answered.map(|answered| answered.given), silent: answered.map(|answered| answered.silent), ..self }
    }
}

/// In the order of the questionnaire; the whole first, groups last.
pub fn lines(round: &Round, overall: &str, language: Language) -> Vec<Line> {
    let (figures, names) = (&round.released.figures, Names::new(&round.released.paper, language));
    let counted = Some(figures.counted).filter(|counted| *counted > 0);
    let mut lines = vec![Line {
        given: counted,
        silent: figures.roll.zip(counted).map(|(roll, counted)| roll.saturating_sub(counted)),
        ..Line::new(Level::Overall, overall, Some(&figures.overall))
    }];
    if let Some(spoilt) = figures.spoilt {
        lines.push(Line { people: Some((spoilt, None)), ..Line::new(Level::Spoilt, words(language).spoilt, None) });
    }
    for part in &figures.parts {
        lines.push(Line {
            part: Some(part.code.clone()),
            ..Line::new(Level::Part, names.part(&part.code), part.is_rated().then_some(&part.figure))
        });
        for item in &part.items {
            of_item(&names, &part.code, item, &mut lines);
        }
    }
    for group in &figures.groups.shown {
        lines.push(Line {
            decimals: written::UNIT,
            given: Some(group.counted),
            ..Line::new(Level::Group, names.group(&group.strata), Some(&group.figure))
        });
    }
    lines.extend(figures.groups.hidden.iter().map(|strata| Line::new(Level::Hidden, names.group(strata), None)));
    lines
}

fn of_item(names: &Names, part: &Code, item: &ItemFigures, lines: &mut Vec<Line>) {
    let only = item.questions.first().filter(|question| question.sub.is_none());
    let here = |line: Line| Line { part: Some(part.clone()), item: Some(item.code.clone()), ..line };
    let mean = only.and_then(|question| question.mean.as_ref());
    let whole = Line::new(Level::Item, names.item_text(&item.code), mean.or(item.figure.as_ref()));
    lines.push(Line {
        is_score: mean.is_none() && item.figure.is_some(),
        is_reversed: only.is_some() && names.is_reversed(&item.code, None),
        ..here(whole.answered(only.and_then(|question| question.answers)))
    });
    for question in &item.questions {
        if let Some(sub) = &question.sub {
            let line = Line::new(Level::Sub, names.sub_text(&item.code, Some(sub)), question.figure.as_ref());
            lines.push(Line {
                sub: Some(sub.clone()),
                is_reversed: names.is_reversed(&item.code, Some(sub)),
                ..here(line.answered(question.answers))
            });
        }
        let labels = names.answers(&item.code);
        lines.extend(spread(names.language, question, &labels).map(|line| Line { sub: question.sub.clone(), ..here(line) }));
    }
}

/// Nothing where the spread is not shown.
fn spread<'it>(language: Language, question: &'it QuestionFigures, labels: &'it [&Text]) -> impl Iterator<Item = Line> + 'it {
    let counted = question.spread.as_deref().unwrap_or_default();
    let all: u32 = counted.iter().sum();
    let given = question.answers.map(|answered| answered.given);
    // Points of a ranking are more than people, and so are no part of them.
    let is_of_people = counted.iter().all(|people| given.is_some_and(|given| *people <= given));
    let of = if question.figure.is_some() { Some(all) } else { given.filter(|_| is_of_people) };
    // Behind the candidates of an election stand its blank votes.
    let labels = labels.iter().map(move |label| label.say(language)).chain([words(language).blank]);
    (1..).zip(counted).zip(labels).map(move |((place, people), label)| Line {
        choice: Some(place),
        people: Some((*people, of)),
        ..Line::new(Level::Choice, label, None)
    })
}
