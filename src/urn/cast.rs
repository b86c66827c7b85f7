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
    let surveys: HashSet<SurveyId> = ballots.iter().map(|ballot| ballot.survey).collect();
    let surveys: HashMap<SurveyId, Standing> = store::standings(conn, surveys)?;
    let messages: Vec<&[u8]> = ballots.iter().map(|ballot| &ballot.message.as_bytes()[..]).collect();
    let mut group = Group { held: store::held(conn, &messages)?, fresh: HashMap::new(), changed: HashSet::new() };
    let may_be_opened: Vec<&[u8]> = ballots
        .iter()
        .filter(|ballot| surveys.get(&ballot.survey).is_some_and(Standing::may_have_opened))
        .map(|ballot| &ballot.message.as_bytes()[..])
        .collect();
    let opened = store::opened(conn, &may_be_opened)?;
    let fates = ballots.iter().map(|ballot| {
        let standing = surveys.get(&ballot.survey).ok_or(Refused::NoSuchSurvey)?;
        if group.holds(ballot) {
            // Asked again because an answer was lost: also when nothing more is taken.
            return Ok(Cast::Same);
        }
        if opened.contains(&ballot.message) {
            return Err(Refused::Released);
        }
        standing.takes(now)?;
        group.take(ballot)
    });
    let fates: Vec<_> = fates.collect();
    group.write(conn, dice)?;
    Ok(fates)
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

/// What was in the urn under the messages of a group, and what is to be.
struct Group<'it> {
    held: HashMap<PreparedMessage, Held>,
    fresh: HashMap<&'it PreparedMessage, &'it Ballot>,
    changed: HashSet<&'it PreparedMessage>,
}

impl<'it> Group<'it> {
    /// This very ballot.
    fn holds(&self, ballot: &Ballot) -> bool {
        self.held.get(&ballot.message).is_some_and(|held| held.is(ballot))
    }

    fn take(&mut self, ballot: &'it Ballot) -> Result<Cast, Refused> {
        let digest = ballot.digest();
        let Some(held) = self.held.get_mut(&ballot.message) else {
            if !ballot.is_entitled {
                return Err(Refused::NotEntitled);
            }
            self.held.insert(ballot.message.clone(), Held::new(ballot, digest));
            self.fresh.insert(&ballot.message, ballot);
            return Ok(Cast::Stored);
        };
        if held.survey != ballot.survey || held.stratum != ballot.stratum {
            return Err(Refused::WrongStratum);
        }
        if held.superseded.chunks_exact(size_of::<Digest>()).any(|earlier| earlier == digest) {
            return Err(Refused::Superseded);
        }
        held.replace(digest);
        match self.fresh.get_mut(&ballot.message) {
            // Both came at the same moment: the later one is written, once, with the signature that held.
            Some(_) => {}
            None => {
                self.changed.insert(&ballot.message);
            }
        }
        held.sealed.clone_from(&ballot.sealed);
        Ok(Cast::Replaced)
    }

    fn write(mut self, conn: &mut UrnConn, dice: &mut Dice) -> QueryResult<()> {
        let mut fresh: Vec<(&Ballot, Held)> =
            self.fresh.iter().filter_map(|(message, ballot)| Some((*ballot, self.held.remove(*message)?))).collect();
        dice.shuffle(&mut fresh);
        store::insert(conn, &fresh)?;
        let mut changed: Vec<_> = self.changed.into_iter().collect();
        dice.shuffle(&mut changed);
        for message in changed {
            if let Some(held) = self.held.get(message) {
                store::replace(conn, message, held)?;
            }
        }
        Ok(())
    }
}

impl Held {
    fn new(ballot: &Ballot, digest: Digest) -> Self {
        Self {
            survey: ballot.survey,
            stratum: ballot.stratum,
            digest: digest.to_vec(),
            superseded: Vec::new(),
            replaced: 0,
            sealed: ballot.sealed.clone(),
        }
    }

    fn is(&self, ballot: &Ballot) -> bool {
        self.survey == ballot.survey && self.stratum == ballot.stratum && self.digest == ballot.digest()
    }

    fn replace(&mut self, digest: Digest) {
        self.superseded.extend_from_slice(&self.digest);
        let forgotten = self.superseded.len().saturating_sub(REMEMBERED * size_of::<Digest>());
        self.superseded.drain(..forgotten);
        self.digest = digest.to_vec();
        self.replaced += 1;
    }
}
