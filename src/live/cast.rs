//! "Me too", and taking it back: many at once, in one transaction. Once for a browser.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::QueryResult;

use super::store;
use crate::{
    db::UrnConn,
    ids::{LiveQuestionId, MeetingId},
};

#[derive(Clone, Debug)]
pub struct Vote {
    pub meeting: MeetingId,
    pub question: LiveQuestionId,
    /// Of the browser at this question (`Browser::mark`).
    pub mark: Vec<u8>,
    /// Or it is taken back.
    pub is_for: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voted {
    /// It stands as it was wanted, now or before.
    Stands,
    /// The question takes no votes any more, or never did.
    Gone,
}

/// In their order: the last word of a browser counts.
pub fn cast(conn: &mut UrnConn, votes: &[Vote]) -> QueryResult<Vec<Voted>> {
    let wanted: Vec<LiveQuestionId> = distinct(votes.iter().map(|vote| (vote.question.as_bytes(), vote.question)));
    let meetings: Vec<MeetingId> = distinct(votes.iter().map(|vote| (vote.meeting.as_bytes(), vote.meeting)));
    let open = store::open_among(conn, &meetings)?;
    let places: HashMap<LiveQuestionId, MeetingId> = store::among(conn, &wanted)?
        .into_iter()
        .filter(|(question, meeting)| question.state.takes_votes() && open.contains(meeting))
        .map(|(question, meeting)| (question.id, meeting))
        .collect();
    let is_taken = |vote: &&Vote| places.get(&vote.question) == Some(&vote.meeting);

    let last_words: BTreeMap<&[u8], &Vote> = votes.iter().filter(is_taken).map(|vote| (vote.mark.as_slice(), vote)).collect();
    let marks: Vec<_> = last_words.values().map(|vote| (vote.question, vote.mark.clone())).collect();
    let counted: BTreeSet<Vec<u8>> = store::counted_among(conn, &marks)?.into_iter().map(|(_, mark)| mark).collect();
    let (mut fresh, mut back, mut more) = (Vec::new(), Vec::new(), BTreeMap::<_, (LiveQuestionId, i32)>::new());
    for vote in last_words.into_values() {
        let step = match (vote.is_for, counted.contains(&vote.mark)) {
            (true, false) => {
                fresh.push((vote.question, vote.mark.clone()));
                1
            }
            (false, true) => {
                back.push((vote.question, vote.mark.clone()));
                -1
            }
            _ => continue,
        };
        more.entry(vote.question.as_bytes().to_vec()).or_insert((vote.question, 0)).1 += step;
    }
    store::insert_votes(conn, &fresh)?;
    store::delete_votes(conn, &back)?;
    for (question, more) in more.into_values().filter(|(_, more)| *more != 0) {
        store::add_to_votes(conn, question, more)?;
    }
    Ok(votes.iter().map(|vote| if is_taken(&vote) { Voted::Stands } else { Voted::Gone }).collect())
}

/// Each once, and always in the same order, so that two servers do not wait for each other.
fn distinct<'key, Id>(ids: impl Iterator<Item = (&'key [u8], Id)>) -> Vec<Id> {
    ids.collect::<BTreeMap<_, _>>().into_values().collect()
}
