//! What is told to everybody who listens: everything once, and from then on what has changed.
//!
//! Made once for a change, whoever many listen. Words are told once; after that only how questions stand.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::question::{LISTED_MOST, Question, State};
use crate::ids::LiveQuestionId;

/// How a room stands, as one reading of the urn found it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub is_open: bool,
    pub now: Option<(LiveQuestionId, i32)>,
    /// Those with the most votes.
    pub list: Vec<(LiveQuestionId, i32)>,
    /// How many more are shown than stand on the list.
    pub more: usize,
    pub answered: usize,
    /// Only for whoever leads the session: how many wait and how many are held back.
    unseen: (usize, usize),
}

impl Standing {
    /// `questions` in the order in which they stand.
    pub fn of(is_open: bool, questions: &[Question]) -> Self {
        let of = |state| questions.iter().filter(move |question| question.state == state);
        let pair = |question: &Question| (question.id, question.votes);
        Self {
            is_open,
            now: of(State::Now).next().map(pair),
            list: of(State::Shown).take(LISTED_MOST).map(pair).collect(),
            more: of(State::Shown).count().saturating_sub(LISTED_MOST),
            answered: of(State::Answered).count(),
            unseen: (of(State::Waiting).count(), of(State::Hidden).count()),
        }
    }

    /// Those whose words everybody sees.
    pub fn ids(&self) -> impl Iterator<Item = LiveQuestionId> {
        self.now.iter().chain(&self.list).map(|(id, _)| *id)
    }

    /// Whether everybody finds both the same.
    fn looks_like(&self, other: &Self) -> bool {
        self == &Self { unseen: self.unseen, ..other.clone() }
    }
}

/// One change, as it is told.
#[derive(Clone, Debug, Default)]
pub struct News {
    pub is_open: bool,
    /// Counts every change, and those that everybody sees.
    pub change: u64,
    pub version: u64,
    /// For whoever has just come, and for whoever knows the version before.
    all: String,
    step: String,
    standing: Standing,
}

#[derive(Serialize)]
struct Told<'news> {
    now: Option<(LiveQuestionId, i32)>,
    list: &'news [(LiveQuestionId, i32)],
    more: usize,
    answered: usize,
    texts: BTreeMap<String, &'news str>,
}

impl News {
    /// `None` if nothing has changed.
    pub fn after(before: Option<&Self>, standing: Standing, texts: &HashMap<LiveQuestionId, String>) -> Option<Self> {
        if before.is_some_and(|before| before.standing == standing) {
            return None;
        }
        let (change, version) = before.map_or((0, 0), |before| (before.change, before.version));
        let is_seen = before.is_none_or(|before| !before.standing.looks_like(&standing));
        if let Some(before) = before.filter(|_| !is_seen) {
            return Some(Self { change: change + 1, standing, ..before.clone() });
        }
        let known: Vec<LiveQuestionId> = before.map(|before| before.standing.ids().collect()).unwrap_or_default();
        Some(Self {
            is_open: standing.is_open,
            change: change + 1,
            version: version + 1,
            all: told(&standing, texts, &[]),
            step: told(&standing, texts, &known),
            standing,
        })
    }

    /// For somebody who was told this version last, or nothing yet (0).
    pub fn since(&self, version: u64) -> &str {
        if version + 1 == self.version && version > 0 { &self.step } else { &self.all }
    }
}

fn told(standing: &Standing, texts: &HashMap<LiveQuestionId, String>, known: &[LiveQuestionId]) -> String {
    let new = standing.ids().filter(|id| !known.contains(id));
    let told = Told {
        now: standing.now,
        list: &standing.list,
        more: standing.more,
        answered: standing.answered,
        texts: new.filter_map(|id| Some((id.to_string(), texts.get(&id)?.as_str()))).collect(),
    };
    serde_json::to_string(&told).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    #[test]
    fn words_are_told_once_and_what_waits_is_told_to_nobody() {
        let dice = &mut Dice::loaded(1);
        let question = |state, votes, dice: &mut Dice| Question { id: dice.id(), state, votes };
        let mut all = vec![question(State::Shown, 1, dice), question(State::Waiting, 0, dice)];
        let texts: HashMap<_, _> = all.iter().zip(["one?", "two?"]).map(|(it, text)| (it.id, text.to_owned())).collect();
        let first = News::after(None, Standing::of(true, &all), &texts).unwrap();
        assert!(first.since(0).contains("one?") && !first.since(0).contains("two?"));
        assert!(News::after(Some(&first), Standing::of(true, &all), &texts).is_none());

        all[0].votes = 2;
        let second = News::after(Some(&first), Standing::of(true, &all), &texts).unwrap();
        assert!(!second.since(1).contains("one?") && second.since(1).contains(",2]"), "{}", second.since(1));
        assert!(second.since(0).contains("one?"));

        all.push(question(State::Waiting, 0, dice));
        let third = News::after(Some(&second), Standing::of(true, &all), &texts).unwrap();
        assert_eq!((third.version, third.change), (second.version, second.change + 1));

        all[1].state = State::Now;
        let fourth = News::after(Some(&third), Standing::of(true, &all), &texts).unwrap();
        assert!(fourth.since(2).contains("two?") && !fourth.since(2).contains("one?"), "{}", fourth.since(2));
        assert!(fourth.since(1).contains("one?"), "whoever has missed a version is told everything");
    }

    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let dice = &mut Dice::loaded(1);
        let all: Vec<_> = (0..130).map(|votes| Question { id: dice.id(), state: State::Shown, votes }).collect();
        let standing = Standing::of(true, &all);
        assert_eq!((standing.list.len(), standing.more), (LISTED_MOST, 30));
    }
}
