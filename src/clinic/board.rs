//! The board: what everybody may read, searched, filtered and ordered; and the few figures beside it.

use std::cmp::Reverse;

use diesel::QueryResult;

use super::{
    matter::{Card, CardState, Reason},
    posted::Posted,
    store,
};
use crate::{clock::Moment, db::UrnConn, ids::CardId, language::well_typed, notices::Topic};

pub const EACH: usize = 10;
const RELATED: usize = 4;
/// Figures are shown of so many answers at least, whatever the notices say.
const FEWEST: u32 = 5;
/// An answer in time.
const SWIFT: i32 = 5;

/// What is asked of the board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub words: String,
    pub topic: Option<String>,
    pub state: Option<Shown>,
    /// The newest month first; else what most people wonder about.
    pub newest_first: bool,
    /// From 1.
    pub page: usize,
}

/// What a card says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Waiting,
    Answered,
    /// Something was changed because of it.
    Changed,
}

impl Shown {
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Answered, Self::Changed];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Changed => "changed",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    pub const fn of(card: &Card) -> Self {
        match card.state {
            _ if !card.change.is_empty() => Self::Changed,
            CardState::Answered => Self::Answered,
            CardState::Waiting | CardState::Withdrawn => Self::Waiting,
        }
    }
}

/// Everything that a page of the board shows.
#[derive(Debug)]
pub struct Board {
    pub cards: Vec<Card>,
    /// That fit what is asked.
    pub found: usize,
    pub page: usize,
    pub pages: usize,
    pub all: usize,
    pub answered: usize,
    pub answered_today: usize,
    /// Those in use, with how many cards.
    pub topics: Vec<(Topic, usize)>,
    pub waiting: usize,
    pub changed: usize,
    pub held_back: Vec<(Reason, i64)>,
    pub speed: Option<Speed>,
    /// All sessions.
    pub posted: Vec<Posted>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed {
    pub swift: usize,
    pub of: usize,
    /// In working days.
    pub median: i32,
}

pub fn look(conn: &mut UrnConn, wanted: &Wanted, now: Moment) -> QueryResult<Board> {
    let posted = store::all_posted(conn)?;
    let cards: Vec<Card> = store::all_cards(conn)?.into_iter().filter(is_shown).collect();
    let count = |is: &dyn Fn(&Card) -> bool| cards.iter().filter(|card| is(card)).count();
    let (answered, changed) = (count(&|it| it.state == CardState::Answered), count(&|it| !it.change.is_empty()));
    let today = now.day();
    let answered_today = count(&|it| it.answered_on == Some(today));
    let topics = topics(&posted, &cards);
    let k = posted.iter().map(|it| it.notice.k).max().unwrap_or(FEWEST).max(FEWEST);
    let speed = speed(&store::waits(conn)?, k);
    let (all, waiting) = (cards.len(), count(&|it| Shown::of(it) == Shown::Waiting));
    let mut fitting: Vec<Card> = cards.into_iter().filter(|card| wanted.fits(card)).collect();
    wanted.sort(&mut fitting);
    let found = fitting.len();
    let pages = found.div_ceil(EACH).max(1);
    let page = wanted.page.clamp(1, pages);
    let cards = fitting.into_iter().skip((page - 1) * EACH).take(EACH).collect();
    Ok(Board {
        cards,
        found,
        page,
        pages,
        all,
        answered,
        answered_today,
        topics,
        waiting,
        changed,
        held_back: store::count_held_back(conn)?,
        speed,
        posted,
    })
}

const fn is_shown(card: &Card) -> bool {
    !matches!(card.state, CardState::Withdrawn)
}

impl Wanted {
    fn fits(&self, card: &Card) -> bool {
        let words = folded(&self.words);
        let text =
            || folded(&[&card.face.title, &card.face.question, &card.face.answer, &card.change].map(String::as_str).join(" "));
        self.topic.as_ref().is_none_or(|topic| *topic == card.topic)
            && self.state.is_none_or(|state| state == Shown::of(card))
            && (words.is_empty() || {
                let text = text();
                words.split(' ').all(|word| text.contains(word))
            })
    }

    fn sort(&self, cards: &mut [Card]) {
        let id = |card: &Card| card.id.to_string();
        if self.newest_first {
            cards.sort_by_cached_key(|card| (Reverse(card.month.clone()), id(card)));
        } else {
            cards.sort_by_cached_key(|card| (Reverse(card.votes), Reverse(card.month.clone()), id(card)));
        }
    }
}

fn folded(text: &str) -> String {
    well_typed(text).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn topics(posted: &[Posted], cards: &[Card]) -> Vec<(Topic, usize)> {
    let mut topics: Vec<(Topic, usize)> = Vec::new();
    for topic in posted.iter().flat_map(|it| &it.notice.topics) {
        let count = cards.iter().filter(|card| card.topic == topic.code).count();
        if count > 0 && !topics.iter().any(|(other, _)| other.code == topic.code) {
            topics.push((topic.clone(), count));
        }
    }
    topics.sort_by_key(|(_, count)| Reverse(*count));
    topics
}

/// Only of enough answers: `waits` in order.
fn speed(waits: &[i32], k: u32) -> Option<Speed> {
    let median = *waits.get(waits.len() / 2)?;
    let is_enough = u32::try_from(waits.len()).is_ok_and(|count| count >= k);
    is_enough.then(|| Speed { swift: waits.iter().filter(|wait| **wait <= SWIFT).count(), of: waits.len(), median })
}

/// A card with its like.
#[derive(Debug)]
pub struct OneCard {
    pub card: Card,
    pub related: Vec<Card>,
    pub posted: Vec<Posted>,
}

/// `None`: there never was one.
pub fn one(conn: &mut UrnConn, id: CardId) -> QueryResult<Option<OneCard>> {
    let Some(card) = store::card(conn, id)? else { return Ok(None) };
    let mut related: Vec<Card> = store::all_cards(conn)?.into_iter().filter(is_shown).collect();
    related.retain(|other| other.topic == card.topic && other.id != card.id);
    Wanted::default().sort(&mut related);
    related.truncate(RELATED);
    Ok(Some(OneCard { card, related, posted: store::all_posted(conn)? }))
}

/// A session with the cards of what was brought to it, those that most people wonder about first.
#[derive(Debug)]
pub struct OneSession {
    pub posted: Posted,
    pub cards: Vec<Card>,
    /// What came of it, once that is told.
    pub report: Option<crate::notices::Report>,
}

pub fn session(conn: &mut UrnConn, meeting: crate::ids::MeetingId) -> QueryResult<Option<OneSession>> {
    let Some(posted) = store::posted(conn, meeting)? else { return Ok(None) };
    let mut cards: Vec<Card> = store::all_cards(conn)?.into_iter().filter(is_shown).collect();
    cards.retain(|card| card.meeting == meeting);
    Wanted::default().sort(&mut cards);
    Ok(Some(OneSession { posted, cards, report: store::report(conn, meeting)? }))
}

/// The name of a topic as the latest notice that has it says.
pub fn topic_name<'posted>(posted: &'posted [Posted], code: &str) -> Option<&'posted crate::papers::InBoth> {
    let having = posted.iter().filter_map(|it| Some((it.notice.opens, it.notice.topic(code)?)));
    having.max_by_key(|(opens, _)| *opens).map(|(_, topic)| &topic.name)
}

/// Sets the mark of a browser at a card, or takes it back. Says whether it is set.
pub fn me_too(conn: &mut UrnConn, card: CardId, mark: &[u8; 32]) -> QueryResult<Option<bool>> {
    match store::card(conn, card)? {
        Some(found) if is_shown(&found) => store::toggle_vote(conn, card, mark).map(Some),
        _ => Ok(None),
    }
}

/// Which of these cards a browser has marked.
pub fn marked(conn: &mut UrnConn, cards: &[(CardId, [u8; 32])]) -> QueryResult<Vec<CardId>> {
    let mut marked = Vec::new();
    for (card, mark) in cards {
        if store::voted(conn, *card, mark)? {
            marked.push(*card);
        }
    }
    Ok(marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_is_told_of_enough_answers_alone() {
        assert_eq!(speed(&[0, 1, 2, 3], 5), None);
        assert_eq!(speed(&[0, 1, 2, 3, 9], 5), Some(Speed { swift: 4, of: 5, median: 2 }));
        assert_eq!(speed(&[0, 1, 2, 3, 9], 6), None);
        assert_eq!(speed(&[], 5), None);
    }
}
