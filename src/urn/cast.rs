//! Casting: many ballots in one transaction, in shuffled order.
//!
//! Touches the urn alone. Every ballot of a group has its own fate; one that is refused spoils no other.

use std::collections::{HashMap, HashSet};

use diesel::QueryResult;

use super::{
    Ballot, Cast, Refused,
    ballot::Digest,
    store::{self, Held, Standing},
};
use crate::{clock::Moment, credentials::verify::PreparedMessage, db::UrnConn, dice::Dice, ids::SurveyId};

/// So many earlier ones are remembered, lest one that comes late takes the place of a newer one.
const REMEMBERED: usize = 16;

/// What becomes of each, in the order in which they came; what is written is written in another.
pub fn cast(conn: &mut UrnConn, ballots: &[Ballot], now: Moment, dice: &mut Dice) -> QueryResult<Vec<Result<Cast, Refused>>> {
    let mut group = Group { held: held(conn, ballots)?, ..Group::default() };
    let (mut surveys, mut opened) = (HashMap::new(), HashSet::new());
    for (survey, messages) in messages(ballots) {
        let Some(standing) = store::standing(conn, survey)? else { continue };
        if standing.may_have_opened() {
            opened.extend(store::opened(conn, survey, &messages)?.into_iter().map(|message| (survey, message)));
        }
        surveys.insert(survey, standing);
    }
    let fates = ballots.iter().map(|ballot| {
        let standing = surveys.get(&ballot.survey).ok_or(Refused::NoSuchSurvey)?;
        if group.holds(ballot) {
            // Asked again because an answer was lost: also when nothing more is taken.
            return Ok(Cast::Same);
        }
        if opened.contains(&ballot.key()) {
            return Err(Refused::Released);
        }
        standing.takes(now)?;
        group.take(ballot)
    });
    let fates: Vec<_> = fates.collect();
    group.write(conn, dice)?;
    Ok(fates)
}

/// Which of these very ballots the urn holds, in their order.
pub fn lie_there(conn: &mut UrnConn, ballots: &[Ballot]) -> QueryResult<Vec<bool>> {
    let held = held(conn, ballots)?;
    Ok(ballots.iter().map(|ballot| held.get(&ballot.key()).is_some_and(|held| held.is(ballot))).collect())
}

fn messages(ballots: &[Ballot]) -> HashMap<SurveyId, Vec<&[u8]>> {
    let mut messages: HashMap<SurveyId, Vec<&[u8]>> = HashMap::new();
    for ballot in ballots {
        messages.entry(ballot.survey).or_default().push(&ballot.message.as_bytes()[..]);
    }
    messages
}

/// What lies under the messages of these ballots.
fn held(conn: &mut UrnConn, ballots: &[Ballot]) -> QueryResult<HashMap<Key, Held>> {
    let mut held = HashMap::new();
    for (survey, messages) in messages(ballots) {
        held.extend(store::held(conn, survey, &messages)?.into_iter().map(|(message, one)| ((survey, message), one)));
    }
    Ok(held)
}

impl Standing {
    const fn may_have_opened(&self) -> bool {
        self.in_blocks || !self.is_open
    }

    fn takes(&self, now: Moment) -> Result<(), Refused> {
        let now = now.seconds();
        if now < self.opens {
            Err(Refused::NotOpenYet)
        } else if !self.is_open || now >= self.taken_until {
            Err(Refused::Closed)
        } else {
            Ok(())
        }
    }
}

/// Whoever draws a message may draw the same one for two surveys.
type Key = (SurveyId, PreparedMessage);

impl Ballot {
    fn key(&self) -> Key {
        (self.survey, self.message.clone())
    }
}

/// What was in the urn under the messages of a group, and what is to be.
#[derive(Default)]
struct Group<'it> {
    held: HashMap<Key, Held>,
    fresh: HashMap<Key, &'it Ballot>,
    changed: HashSet<Key>,
}

impl<'it> Group<'it> {
    /// This very ballot.
    fn holds(&self, ballot: &Ballot) -> bool {
        self.held.get(&ballot.key()).is_some_and(|held| held.is(ballot))
    }

    fn take(&mut self, ballot: &'it Ballot) -> Result<Cast, Refused> {
        let (digest, key) = (ballot.digest(), ballot.key());
        let Some(held) = self.held.get_mut(&key) else {
            if !ballot.is_entitled {
                return Err(Refused::NotEntitled);
            }
            self.held.insert(key.clone(), Held::new(ballot, digest));
            self.fresh.insert(key, ballot);
            return Ok(Cast::Stored);
        };
        if held.stratum != ballot.stratum {
            return Err(Refused::WrongStratum);
        }
        if held.superseded.chunks_exact(size_of::<Digest>()).any(|earlier| earlier == digest) {
            return Err(Refused::Superseded);
        }
        held.replace(digest);
        held.sealed.clone_from(&ballot.sealed);
        // Where both came at the same moment the later one is written, once, with the signature that held.
        if !self.fresh.contains_key(&key) {
            self.changed.insert(key);
        }
        Ok(Cast::Replaced)
    }

    fn write(mut self, conn: &mut UrnConn, dice: &mut Dice) -> QueryResult<()> {
        let mut fresh: Vec<(&Ballot, Held)> =
            self.fresh.iter().filter_map(|(key, ballot)| Some((*ballot, self.held.remove(key)?))).collect();
        dice.shuffle(&mut fresh);
        store::insert(conn, &fresh)?;
        let mut changed: Vec<_> = self.changed.into_iter().collect();
        dice.shuffle(&mut changed);
        for key in changed {
            if let Some(held) = self.held.get(&key) {
                store::replace(conn, key.0, &key.1, held)?;
            }
        }
        Ok(())
    }
}

impl Held {
    fn new(ballot: &Ballot, digest: Digest) -> Self {
        Self {
            stratum: ballot.stratum,
            digest: digest.to_vec(),
            superseded: Vec::new(),
            replaced: 0,
            sealed: ballot.sealed.clone(),
        }
    }

    fn is(&self, ballot: &Ballot) -> bool {
        self.stratum == ballot.stratum && self.digest == ballot.digest()
    }

    fn replace(&mut self, digest: Digest) {
        self.superseded.extend_from_slice(&self.digest);
        let forgotten = self.superseded.len().saturating_sub(REMEMBERED * size_of::<Digest>());
        self.superseded.drain(..forgotten);
        self.digest = digest.to_vec();
        self.replaced += 1;
    }
}
