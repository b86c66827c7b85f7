//! The courier: takes letters by lease, hands them over, and writes down what came of it.
//!
//! No transaction is open while the mail server is being talked to. Any number of couriers may run, each
//! with as many letters in hand as it holds conversations. A lease that is not renewed any more (its courier
//! died) frees the letter for the next one.

use std::{collections::HashMap, sync::Arc, time::Duration};

use lettre::message::Mailbox;
use tokio::{
    task::{self, JoinError, JoinSet},
    time::{self, Interval},
};

use super::{
    message::message,
    outbox::{Lying, Written, open},
    pauses::next_try,
    scribe::Scribe,
    smtp::{Again, Undelivered},
    store::{self, Taken},
    transport::Transport,
};
use crate::{
    clock::{Clock, HOUR, MINUTE, Moment},
    db::Db,
    dice::Chance,
    ids::{InstanceId, LetterId},
    secrets::MasterKey,
};

/// No more letters are taken after so long; the next round goes on.
const ROUND: Duration = MINUTE;

/// Leases are renewed so often.
const SIGN_OF_LIFE: Duration = Duration::from_secs(8);

#[derive(Clone)]
pub struct Courier {
    pub db: Db,
    pub transport: Transport,
    pub master: MasterKey,
    pub from: Mailbox,
    /// The host name in every `Message-ID`.
    pub host: String,
    pub clock: Clock,
    pub chance: Chance,
    pub instance: InstanceId,
    /// Conversations with the mail server at the same time.
    pub parallel: usize,
    /// No more letters in a minute than this, from all servers together.
    pub per_minute: Option<u32>,
    /// Who writes letters that were ordered.
    pub scribe: Arc<dyn Scribe>,
}

/// What one round brought, letters to many included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    pub sent: usize,
    pub later: usize,
    pub given_up: usize,
    /// Orders that nobody wants any more.
    pub dropped: usize,
    /// Of these, letters to one: the only ones whose number may be told.
    pub single: Tally,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub sent: usize,
    pub later: usize,
    pub given_up: usize,
}

impl Round {
    fn count(&mut self, done: &Done) {
        let single = usize::from(!done.is_order);
        match done.outcome {
            Outcome::Sent => {
                self.sent += 1;
                self.single.sent += single;
            }
            Outcome::NotWanted => self.dropped += 1,
            Outcome::Later(..) => {
                self.later += 1;
                self.single.later += single;
            }
            Outcome::GivenUp(_) => {
                self.given_up += 1;
                self.single.given_up += single;
            }
        }
    }
}

impl Courier {
    /// Sends what is due until nothing is left, a minute is over, or the pace forbids more.
    pub async fn run(&self) -> Result<Round, diesel::result::Error> {
        let (mut round, mut hand, mut done) = (Round::default(), Hand::empty().await, Vec::new());
        let began = self.clock.now();
        loop {
            let is_over = self.clock.now().since(began) > ROUND;
            let free = if is_over { 0 } else { self.parallel.saturating_sub(hand.letters.len()) };
            for letter in self.write_down_and_take(std::mem::take(&mut done), free).await? {
                hand.take(letter.id, self.clone().hand_over(letter));
            }
            done = self.some_done(&mut hand).await?;
            if done.is_empty() {
                self.transport.rest().await;
                return Ok(round);
            }
            for done in &done {
                round.count(done);
            }
        }
    }

    /// One transaction for all that has been done since the last one, and for what is done next.
    async fn write_down_and_take(&self, done: Vec<Done>, free: usize) -> Result<Vec<Taken>, diesel::result::Error> {
        let (free, by, now) = (i64::try_from(free).unwrap_or(i64::MAX), self.instance, self.clock.now());
        let per_minute = self.per_minute;
        if done.is_empty() && free == 0 {
            return Ok(Vec::new());
        }
        let (mut gone, mut failed) = (Vec::new(), Vec::new());
        for Done { id, outcome, is_order } in done {
            match outcome {
                Outcome::Sent | Outcome::NotWanted => gone.push(id),
                // Its scribe has seen to it.
                Outcome::GivenUp(_) if is_order => {}
                Outcome::GivenUp(why) => failed.push((id, None, why.reason)),
                Outcome::Later(due, reason) => failed.push((id, Some(due), reason)),
            }
        }
        self.db
            .register(move |conn| {
                store::gone(conn, &gone)?;
                for (id, due, reason) in &failed {
                    store::not_sent(conn, *id, by, *due, reason)?;
                }
                store::take(conn, free, per_minute, by, now)
            })
            .await
    }

    /// Waits until something is done, and says meanwhile that this courier lives. Nothing in hand: nothing.
    async fn some_done(&self, hand: &mut Hand) -> Result<Vec<Done>, diesel::result::Error> {
        let first = loop {
            tokio::select! {
                first = hand.under_way.join_next_with_id() => break first,
                _ = hand.signs.tick() => self.renew(hand).await?,
            }
        };
        let mut done = Vec::new();
        let mut next = first;
        while let Some(one) = next {
            done.extend(self.ended(one, hand));
            next = hand.under_way.try_join_next_with_id();
        }
        Ok(done)
    }

    async fn renew(&self, hand: &Hand) -> Result<(), diesel::result::Error> {
        let (letters, by, now) = (hand.letters.values().copied().collect::<Vec<_>>(), self.instance, self.clock.now());
        self.db.register(move |conn| store::renew(conn, &letters, by, now)).await
    }

    fn ended(&self, one: Result<(task::Id, Done), JoinError>, hand: &mut Hand) -> Option<Done> {
        match one {
            Ok((task, done)) => {
                hand.letters.remove(&task);
                Some(done)
            }
            // A fault of ours must not hold the other letters up.
            Err(fault) => {
                tracing::error!(%fault, "a letter could not be handed over");
                let later = Outcome::Later(self.clock.now().plus(HOUR), "the letter could not be handed over".to_owned());
                hand.letters.remove(&fault.id()).map(|id| Done { id, outcome: later, is_order: true })
            }
        }
    }

    async fn hand_over(self, letter: Taken) -> Done {
        let Taken { id, sealed, tries } = letter;
        let lying = open(&self.master, id, sealed);
        let order = match &lying {
            Some(Lying::Order { order }) => Some(order.clone()),
            _ => None,
        };
        let is_order = order.is_some();
        let outcome = match self.send(id, lying).await {
            Ok(outcome) => outcome,
            Err(why) => self.not_sent(id, order, why, tries).await,
        };
        Done { id, outcome, is_order }
    }

    async fn send(&self, id: LetterId, lying: Option<Lying>) -> Result<Outcome, Undelivered> {
        let written = match lying {
            Some(Lying::Letter(written)) => *written,
            Some(Lying::Order { order }) => match self.write(order).await? {
                Some(written) => written,
                None => return Ok(Outcome::NotWanted),
            },
            None => return Err(Undelivered::never(&"the letter cannot be opened with this master key")),
        };
        self.transport.deliver(message(&written, id, &self.from, &self.host)?, id).await?;
        Ok(Outcome::Sent)
    }

    /// The letter as it is now, right before it goes out.
    async fn write(&self, order: String) -> Result<Option<Written>, Undelivered> {
        let (scribe, now) = (self.scribe.clone(), self.clock.now());
        let composed = self.db.read_register(move |conn| scribe.write(conn, &order, now)).await;
        let composed = composed.map_err(|fault| {
            tracing::error!(%fault, "a letter of a campaign could not be written");
            Undelivered::later(&"the letter could not be written")
        })?;
        Ok(composed.map(|composed| Written::new(&composed.letter, &composed.sender)))
    }

    async fn not_sent(&self, id: LetterId, order: Option<String>, why: Undelivered, tries: i32) -> Outcome {
        let (now, dice) = (self.clock.now(), &mut self.chance.dice());
        let due = if why.again == Again::Never { None } else { next_try(tries, now, dice) };
        let Some(order) = order else {
            tracing::warn!(letter.id = %id, reason = why.reason, again = due.is_some(), "a letter was not sent");
            return match due {
                Some(due) => Outcome::Later(due, why.reason),
                None => Outcome::GivenUp(why),
            };
        };
        // Nothing in the log: who counts its lines would count who is still asked.
        if let Some(due) = due {
            return Outcome::Later(due, why.reason);
        }
        let (scribe, told) = (self.scribe.clone(), why.clone());
        let given_up = self.db.register(move |conn| {
            scribe.give_up(conn, &order, &told, now)?;
            store::gone(conn, &[id])
        });
        match given_up.await {
            Ok(()) => Outcome::GivenUp(why),
            Err(fault) => {
                tracing::error!(%fault, "a letter of a campaign could not be given up");
                Outcome::Later(now.plus(MINUTE), why.reason)
            }
        }
    }
}

/// Letters that this courier has in hand.
struct Hand {
    under_way: JoinSet<Done>,
    letters: HashMap<task::Id, LetterId>,
    signs: Interval,
}

impl Hand {
    async fn empty() -> Self {
        let mut signs = time::interval(SIGN_OF_LIFE);
        // The first one comes at once.
        signs.tick().await;
        Self { under_way: JoinSet::new(), letters: HashMap::new(), signs }
    }

    fn take(&mut self, letter: LetterId, handing_over: impl Future<Output = Done> + Send + 'static) {
        let task = self.under_way.spawn(handing_over).id();
        self.letters.insert(task, letter);
    }
}

/// A letter whose handing over has ended.
struct Done {
    id: LetterId,
    outcome: Outcome,
    is_order: bool,
}

enum Outcome {
    Sent,
    NotWanted,
    Later(Moment, String),
    GivenUp(Undelivered),
}
