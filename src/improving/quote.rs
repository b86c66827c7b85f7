//! What a round lets out, quoted at a measure: with how many answered, or why there is nothing to quote.

use crate::{
    db::Db,
    ids::SurveyId,
    instruments::{Asks, Code, Instrument, Item},
    language::{Language, plain},
    plans::{Asked, Point},
    reports::{NotShown, look},
    results::{Round, charts::written, figure::Figure},
    surveys::Survey,
};

/// A round, what it asks as the register knows it, and how far its figures are.
pub struct Known {
    pub survey: Survey,
    pub asks: Option<Instrument>,
    pub found: Found,
}

pub enum Found {
    /// It is not closed, or not even open.
    StillOpen,
    /// Its ballots are being opened and counted.
    NotYet,
    Out(Box<Round>),
}

pub async fn found(db: &Db, survey: SurveyId) -> Result<Found, NotShown> {
    match look(db, survey).await {
        Ok(round) => Ok(Found::Out(Box::new(round))),
        Err(NotShown::StillOpen | NotShown::NoSuchRound) => Ok(Found::StillOpen),
        Err(NotShown::NotYet(_)) => Ok(Found::NotYet),
        Err(fault) => Err(fault),
    }
}

/// A figure with how many it is of; `n` is missing where even that would tell too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    pub figure: Figure,
    pub n: Option<u32>,
    pub k: u32,
}

impl Quoted {
    pub fn written(&self, language: Language) -> String {
        written::in_full(&self.figure, written::WHOLE, self.k, language)
    }
}

/// Something that can be pointed at: an indicator, or an item.
pub struct Named {
    pub point: Point,
    pub label: String,
}

pub fn is_rated(item: &Item) -> bool {
    matches!(item.asks, Asks::Scale(_))
}

/// In the order of the questionnaire, each indicator before its items.
pub fn points(asks: &Instrument, language: Language) -> Vec<Named> {
    let mut points = Vec::new();
    for part in asks.parts.iter().filter(|part| part.items.iter().any(is_rated)) {
        points.push(Named { point: Point::Part(part.code.clone()), label: part.title.say(language).to_owned() });
        for item in part.items.iter().filter(|item| is_rated(item)) {
            points.push(Named { point: Point::Item(item.code.clone()), label: label(asks, item, language) });
        }
    }
    points
}

/// `7. …`, as people know the question.
fn label(asks: &Instrument, item: &Item, language: Language) -> String {
    let number = asks.numbered().find(|(_, other)| other.code == item.code).and_then(|(number, _)| number);
    let text = item.text.say(language);
    number.map_or_else(|| text.to_owned(), |number| format!("{number}. {text}"))
}

impl Known {
    pub fn label(&self, point: &Point, language: Language) -> Option<String> {
        let asks = self.asks.as_ref()?;
        match point {
            Point::Part(code) => asks.part(code).map(|part| part.title.say(language).to_owned()),
            Point::Item(code) => asks.item(code).map(|item| label(asks, item, language)),
        }
    }

    /// `None`: nothing is let out, or it is not asked there.
    pub fn quoted(&self, point: &Point) -> Option<Quoted> {
        let Found::Out(round) = &self.found else { return None };
        let figures = &round.released.figures;
        let (figure, n) = match point {
            Point::Part(code) => (figures.part(code)?.figure.clone(), Some(figures.counted)),
            Point::Item(code) => {
                let item = figures.item(code)?;
                let n = match item.questions.as_slice() {
                    [one] => one.answers.map(|answers| answers.given),
                    _ => Some(figures.counted),
                };
                (item.figure.clone()?, n)
            }
        };
        let n = n.filter(|_| figure.is_shown());
        Some(Quoted { figure, n, k: round.released.paper.k })
    }

    /// Of rated items, those with the lowest figures, the lowest first.
    pub fn lowest(&self, most: usize) -> Vec<(Code, Quoted)> {
        let Found::Out(round) = &self.found else { return Vec::new() };
        let mut items: Vec<_> = round
            .released
            .figures
            .items()
            .filter_map(|item| Some((item.figure.as_ref()?.bounds()?.0.clone(), item.code.clone())))
            .collect();
        items.sort_by(|(one, _), (other, _)| one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal));
        let lowest = items.into_iter().take(most);
        lowest.filter_map(|(_, code)| Some((code.clone(), self.quoted(&Point::Item(code))?))).collect()
    }

    /// Whether a measure about this point is one about that item: about itself, or about its indicator.
    pub fn covers(&self, point: &Point, item: &Code) -> bool {
        match point {
            Point::Item(code) => code == item,
            Point::Part(code) => {
                let part = self.asks.as_ref().and_then(|asks| asks.part(code));
                part.is_some_and(|part| part.items.iter().any(|it| it.code == *item))
            }
        }
    }
}

/// What staff say of a measure.
pub struct Answer {
    pub asked: Asked,
    pub quoted: Quoted,
    pub levels: usize,
    /// Each level with how many chose it, the last level first, and how many did not say; where that may be told.
    pub spread: Option<(Vec<(String, u32)>, u32)>,
}

/// To both questions, in order; nothing before it is let out.
pub fn answers(poll: &Known, language: Language) -> Vec<Answer> {
    let Found::Out(round) = &poll.found else { return Vec::new() };
    let asks = &round.released.paper.instrument;
    let answer = |asked: Asked| {
        let quoted = poll.quoted(&Point::Item(asked.code()))?;
        let Asks::Scale(rated) = &asks.item(&asked.code())?.asks else { return None };
        let labels = asks.labels(rated);
        let question = round.released.figures.item(&asked.code())?.questions.first()?;
        let spread = question.spread.as_ref().zip(question.answers).map(|(spread, answers)| {
            let levels = labels.iter().zip(spread).map(|(label, count)| (plain(label.say(language)), *count));
            (levels.rev().collect(), answers.silent)
        });
        Some(Answer { asked, quoted, levels: labels.len(), spread })
    };
    Asked::ALL.into_iter().filter_map(answer).collect()
}
