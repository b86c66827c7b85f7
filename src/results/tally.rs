//! Opened answers of one group, counted. What is counted here leaves this room only through `disclose`.
//!
//! Knows no thresholds. Adding is all that happens to it, in any order.

use std::collections::HashSet;

use super::questions::{Asked, Kind};
use crate::instruments::{Answer, Answers, Code, Instrument, Polarity};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub ballots: u32,
    /// Of those, the ones that rated at least one thing.
    pub rated: u32,
    /// One for each of [`Asked::all`], in that order.
    pub counts: Vec<Count>,
    pub habits: Habits,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many answered.
    pub given: u32,
    /// How many did not say, though they were asked.
    pub silent: u32,
    /// By level or choice, in the order of the page; with several choices one person counts at each. Of a ranking,
    /// the points: the first of four choices has four.
    pub by_answer: Vec<u32>,
    /// Of numbers, their sum in millionths.
    pub sum: i128,
    /// Of numbers, the two lowest and the two highest, from the lowest on and from the highest on.
    pub lowest: Vec<i128>,
    pub highest: Vec<i128>,
}

/// What is seen only where several answers of one person are looked at together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Habits {
    /// Rated enough for a habit to show: at least [`ENOUGH`] things on one scale, in both directions.
    pub looked_at: u32,
    /// Of those, the ones that chose the same place every time.
    pub straight: u32,
    /// For each of [`Asked::all`] that is reversed: how many chose its worst end, and the best end of everything
    /// else in the same part.
    pub contrary: Vec<u32>,
}

/// Fewer answers alike are no habit.
pub const ENOUGH: usize = 5;

impl Tally {
    pub fn new(asked: &[Asked]) -> Self {
        let count = |asked: &Asked| Count { by_answer: vec![0; asked.kind.answers()], ..Count::default() };
        let habits = Habits { contrary: vec![0; asked.len()], ..Habits::default() };
        Self { counts: asked.iter().map(count).collect(), habits, ..Self::default() }
    }

    pub fn add(&mut self, instrument: &Instrument, asked: &[Asked], answers: &Answers) {
        self.ballots += 1;
        let shown = shown(instrument, asked, answers);
        let mut levels: Vec<Option<(u16, usize, Polarity)>> = Vec::with_capacity(asked.len());
        for ((asked, is_shown), count) in asked.iter().zip(shown).zip(&mut self.counts) {
            let answer = answers.get(&asked.question).filter(|_| is_shown);
            let is_given = answer.is_some_and(|answer| count.add(&asked.kind, answer));
            count.silent += u32::from(is_shown && !is_given);
            levels.push(match (&asked.kind, answer) {
                (Kind::Rated { levels, polarity }, Some(Answer::Level(level))) => Some((*level, *levels, *polarity)),
                _ => None,
            });
        }
        self.rated += u32::from(levels.iter().any(Option::is_some));
        self.habits.add(asked, &levels);
    }

    /// Of the same questions.
    pub fn join(&mut self, other: &Self) {
        self.ballots += other.ballots;
        self.rated += other.rated;
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            count.given += more.given;
            count.silent += more.silent;
            count.sum += more.sum;
            count.keep_ends(&more.lowest, &more.highest);
            add_each(&mut count.by_answer, &more.by_answer);
        }
        self.habits.looked_at += other.habits.looked_at;
        self.habits.straight += other.habits.straight;
        add_each(&mut self.habits.contrary, &other.habits.contrary);
    }
}

impl Count {
    /// How many were asked.
    pub const fn asked(&self) -> u32 {
        self.given + self.silent
    }

    /// Whether it is an answer of this kind.
    fn add(&mut self, kind: &Kind, answer: &Answer) -> bool {
        let is_counted = match (kind, answer) {
            (Kind::Rated { .. }, Answer::Level(level)) => self.tick(usize::from(*level).wrapping_sub(1), 1),
            (Kind::Choice(codes), Answer::Choice(code)) => {
                codes.iter().position(|one| one == code).is_some_and(|at| self.tick(at, 1))
            }
            (Kind::Choices(codes), Answer::Choices(chosen)) | (Kind::Votes(codes), Answer::Votes(chosen)) => {
                for (at, _) in codes.iter().enumerate().filter(|(_, code)| chosen.contains(*code)) {
                    self.tick(at, 1);
                }
                true
            }
            (Kind::Election(codes), Answer::Votes(chosen)) => {
                for (at, _) in codes.iter().enumerate().filter(|(_, code)| chosen.contains(*code)) {
                    self.tick(at, 1);
                }
                // A vote for nobody is told beside the others.
                if chosen.is_empty() {
                    self.tick(codes.len(), 1);
                }
                true
            }
            (Kind::Ranking(codes), Answer::Ranking(ranked)) => {
                for (place, code) in ranked.iter().enumerate() {
                    let points = u32::try_from(codes.len() - place.min(codes.len())).unwrap_or_default();
                    if let Some(at) = codes.iter().position(|one| one == code) {
                        self.tick(at, points);
                    }
                }
                !ranked.is_empty()
            }
            (Kind::Number, Answer::Number(number)) => {
                let number = number.millionths();
                self.sum += number;
                self.keep_ends(&[number], &[number]);
                true
            }
            _ => false,
        };
        self.given += u32::from(is_counted);
        is_counted
    }

    fn keep_ends(&mut self, low: &[i128], high: &[i128]) {
        self.lowest.extend(low);
        self.lowest.sort_unstable();
        self.lowest.truncate(2);
        self.highest.extend(high);
        self.highest.sort_unstable_by(|one, other| other.cmp(one));
        self.highest.truncate(2);
    }

    fn tick(&mut self, at: usize, points: u32) -> bool {
        self.by_answer.get_mut(at).map(|count| *count += points).is_some()
    }
}

impl Habits {
    fn add(&mut self, asked: &[Asked], levels: &[Option<(u16, usize, Polarity)>]) {
        let rated: Vec<_> = levels.iter().flatten().collect();
        let of_one_scale = rated.windows(2).all(|two| matches!(two, [one, other] if one.1 == other.1));
        let both_ways = [Polarity::Straight, Polarity::Reversed].iter().all(|way| rated.iter().any(|one| one.2 == *way));
        if rated.len() >= ENOUGH && of_one_scale && both_ways {
            self.looked_at += 1;
            let is_straight = rated.windows(2).all(|two| matches!(two, [one, other] if one.0 == other.0));
            self.straight += u32::from(is_straight);
        }
        // How many were rated in each part, and how many of those at their best.
        let mut parts: Vec<(u32, u32)> = Vec::new();
        for (asked, level) in asked.iter().zip(levels) {
            parts.resize(parts.len().max(asked.part + 1), (0, 0));
            if let (Some(level), Some((rated, best))) = (level, parts.get_mut(asked.part)) {
                *rated += 1;
                *best += u32::from(is_best(level));
            }
        }
        for ((asked, level), count) in asked.iter().zip(levels).zip(&mut self.contrary) {
            let (Some(level), Some((rated, best))) = (level, parts.get(asked.part)) else { continue };
            let is_contrary = level.2 == Polarity::Reversed && is_worst(level);
            *count += u32::from(is_contrary && *rated > 1 && *best == rated - 1);
        }
    }
}

fn is_worst((level, levels, polarity): &(u16, usize, Polarity)) -> bool {
    match polarity {
        Polarity::Reversed => usize::from(*level) == *levels,
        _ => *level == 1,
    }
}

fn is_best((level, levels, polarity): &(u16, usize, Polarity)) -> bool {
    match polarity {
        Polarity::Reversed => *level == 1,
        _ => usize::from(*level) == *levels,
    }
}

/// Which questions were put before whoever answered so.
fn shown(instrument: &Instrument, asked: &[Asked], answers: &Answers) -> Vec<bool> {
    let is_plain =
        instrument.parts.iter().all(|part| part.show_if.is_none()) && instrument.items().all(|item| item.show_if.is_none());
    if is_plain {
        return vec![true; asked.len()];
    }
    let shown = answers.shown(instrument);
    let items: HashSet<&Code> = shown.iter().flat_map(|(_, items)| items.iter().map(|item| &item.code)).collect();
    asked.iter().map(|asked| items.contains(&asked.question.item)).collect()
}

fn add_each(counts: &mut [u32], more: &[u32]) {
    for (count, more) in counts.iter_mut().zip(more) {
        *count += more;
    }
}

impl Kind {
    /// How many answers there are to tell apart.
    fn answers(&self) -> usize {
        match self {
            Self::Rated { levels, .. } => *levels,
            Self::Choice(codes) | Self::Choices(codes) | Self::Votes(codes) | Self::Ranking(codes) => codes.len(),
            Self::Election(codes) => codes.len() + 1,
            Self::Number => 0,
        }
    }
}
