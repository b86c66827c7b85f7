//! Figures of groups: of everything together, to one decimal, and never of a question.
//!
//! Every question is counted in groups where k answered it, and what is left of it over all other groups is of
//! k as well, or of nobody: so no sum of groups taken from the whole leaves fewer.

use std::collections::BTreeSet;

use super::{alike::is_alike, question, survey::Counted};
use crate::{
    instruments::{Code, Instrument},
    results::{
        figure::{Figure, Score},
        figures::{GroupFigures, Groups},
        questions::{Asked, Kind},
        tally::Tally,
    },
};

/// In a group smaller than 3k, what lies so near an end of the line says what nearly each of them said.
const NEAR: i64 = 5;

/// Steps of a level between which that much lies, twice.
const ROOM: usize = 2 * 100 / 5;

/// What the groups are told of, and by what.
pub struct Sheet<'it> {
    pub instrument: &'it Instrument,
    pub asked: &'it [Asked],
    /// Told of the whole, exactly.
    pub open: &'it [bool],
    pub k: u32,
}

/// Which groups are hidden, and which questions count in each group.
#[derive(Debug)]
pub struct Cut {
    pub hidden: Vec<bool>,
    pub counts: Vec<Vec<bool>>,
}

/// How a group stands before its figure is told.
enum Telling {
    Nothing,
    /// Nearly all of them said the best of everything, or the worst.
    End(Figure),
    Some(Score),
}

pub fn figures(sheet: &Sheet, groups: &[Counted]) -> Groups {
    let cut = sheet.cut(groups);
    let mut told = Groups::default();
    for ((group, is_hidden), counts) in groups.iter().zip(&cut.hidden).zip(&cut.counts) {
        let figure = match sheet.telling(counts, &group.tally) {
            // One group is the whole, which is told already.
            Telling::End(figure) if groups.len() > 1 => Some(figure),
            Telling::Some(score) => Some(Figure::Exact(tenths(&score))),
            _ => sheet.overall(counts, &group.tally).filter(|_| groups.len() == 1).map(|score| Figure::Exact(tenths(&score))),
        };
        match figure.filter(|_| !is_hidden) {
            Some(figure) => {
                told.shown.push(GroupFigures { strata: group.strata.clone(), counted: group.tally.ballots, figure });
            }
            None => told.hidden.push(group.strata.clone()),
        }
    }
    told
}

impl Sheet<'_> {
    /// What is hidden, and what is shown as a band, is hidden together with one group more, and another, until
    /// what the whole less all others tells may be told.
    pub fn cut(&self, groups: &[Counted]) -> Cut {
        let mut hidden = vec![false; groups.len()];
        loop {
            let counts = self.counts(groups, &hidden);
            let tellings = || groups.iter().zip(&counts).map(|(group, counts)| self.telling(counts, &group.tally));
            let is_veiled: Vec<bool> = tellings().map(|it| !matches!(it, Telling::Some(_))).collect();
            let too_little: Vec<bool> = tellings()
                .map(|it| groups.len() > 1 && matches!(it, Telling::Nothing))
                .zip(&hidden)
                .map(|(it, old)| it || *old)
                .collect();
            let mut rest = Tally::new(self.asked);
            let veiled = groups.iter().zip(&is_veiled).zip(&too_little).filter(|((_, veiled), hidden)| **veiled || **hidden);
            let mut is_any = false;
            for ((group, _), _) in veiled {
                rest.join(&group.tally);
                is_any = true;
            }
            let is_left_open = is_any && !matches!(self.telling(self.open, &rest), Telling::Some(_));
            let others =
                (0..).zip(groups).zip(is_veiled.iter().zip(&too_little)).filter(|(_, (veiled, hidden))| !**veiled && !**hidden);
            let next: Option<usize> = others.map(|(it, _)| it).min_by_key(|(_, group)| group.tally.rated).map(|(at, _)| at);
            let mut now = too_little;
            if let (true, Some(next)) = (is_left_open && groups.len() > 1, next)
                && let Some(place) = now.get_mut(next)
            {
                *place = true;
            }
            if now == hidden {
                return Cut { hidden, counts };
            }
            hidden = now;
        }
    }

    /// For each group the questions that count in it.
    fn counts(&self, groups: &[Counted], hidden: &[bool]) -> Vec<Vec<bool>> {
        let given = |group: &Counted, at: usize| group.tally.counts.get(at).map_or(0, |count| count.given);
        let mut counts = vec![vec![false; self.asked.len()]; groups.len()];
        for (at, _) in self.open.iter().enumerate().filter(|(_, is_open)| **is_open) {
            let mut inside: Vec<usize> = (0..groups.len()).collect();
            inside.retain(|place| {
                let is_hidden = hidden.get(*place).copied().unwrap_or_default();
                !is_hidden && groups.get(*place).is_some_and(|group| given(group, at) >= self.k)
            });
            inside.sort_by_key(|place| groups.get(*place).map(|group| given(group, at)));
            let outside = |inside: &[usize]| {
                (0..).zip(groups).filter(|(place, _)| !inside.contains(place)).map(|(_, group)| given(group, at)).sum::<u32>()
            };
            while !inside.is_empty() && (1..self.k).contains(&outside(&inside)) {
                inside.remove(0);
            }
            for place in inside {
                if let Some(is_in) = counts.get_mut(place).and_then(|questions| questions.get_mut(at)) {
                    *is_in = true;
                }
            }
        }
        counts
    }

    fn telling(&self, counts: &[bool], tally: &Tally) -> Telling {
        let (used, open) = (of(counts).count(), of(self.open).count());
        // A figure of few of the questions is none of everything together.
        let Some(score) = self.overall(counts, tally).filter(|_| tally.rated >= self.k && used * 2 >= open) else {
            return Telling::Nothing;
        };
        if tally.rated >= self.k.saturating_mul(3) {
            return Telling::Some(score);
        }
        let band = |least: i64, most: i64| Figure::Within { least: Score::whole(least), most: Score::whole(most) };
        let end = if score >= Score::whole(100 - NEAR) {
            Some(band(100 - NEAR, 100))
        } else {
            (score <= Score::whole(NEAR)).then(|| band(0, NEAR))
        };
        if let Some(end) = end {
            return if self.has_room(counts, tally.rated) { Telling::End(end) } else { Telling::Nothing };
        }
        let mut said =
            self.asked.iter().zip(counts).zip(&tally.counts).filter(|((_, is_used), count)| **is_used && count.given > 0);
        let is_alike = said.all(|((asked, _), count)| is_alike(&asked.kind, count));
        if is_alike { Telling::Nothing } else { Telling::Some(score) }
    }

    /// Whether in every question two could have said something else, and the mean would still lie as near the end.
    fn has_room(&self, counts: &[bool], people: u32) -> bool {
        let used = || self.asked.iter().zip(counts).filter(|(_, is_used)| **is_used).map(|(asked, _)| asked);
        let parts = used().map(|asked| asked.part).collect::<BTreeSet<_>>().len();
        used().all(|asked| {
            let Kind::Rated { levels, .. } = &asked.kind else { return true };
            let subs = used().filter(|other| other.question.item == asked.question.item).count();
            let items: BTreeSet<&Code> =
                used().filter(|other| other.part == asked.part).map(|other| &other.question.item).collect();
            let weigh = parts * items.len() * subs * levels.saturating_sub(1) * usize::try_from(people).unwrap_or(usize::MAX);
            weigh >= ROOM
        })
    }

    fn overall(&self, counts: &[bool], tally: &Tally) -> Option<Score> {
        let mut parts = Vec::new();
        for part in 0..self.instrument.parts.len() {
            let mut items: Vec<(&Code, Vec<Score>)> = Vec::new();
            for ((asked, is_used), count) in self.asked.iter().zip(counts).zip(&tally.counts) {
                let Kind::Rated { levels, polarity } = &asked.kind else { continue };
                if asked.part != part || !is_used {
                    continue;
                }
                let Some(mean) = question::mean(count, *levels, *polarity) else { continue };
                match items.last_mut().filter(|(code, _)| **code == asked.question.item) {
                    Some((_, means)) => means.push(mean),
                    None => items.push((&asked.question.item, vec![mean])),
                }
            }
            let items: Vec<Score> = items.iter().filter_map(|(_, means)| Score::mean(means)).collect();
            parts.extend(Score::mean(&items));
        }
        Score::mean(&parts)
    }
}

fn of(counts: &[bool]) -> impl Iterator<Item = &bool> {
    counts.iter().filter(|it| **it)
}

fn tenths(score: &Score) -> Score {
    Score::from_hundredths(score.rounded(1) * 10)
}
