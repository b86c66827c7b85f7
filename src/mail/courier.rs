//! The courier: takes letters by lease, hands them over, and writes down what came of it.
//!
//! No transaction is open while the mail server is being talked to. Any number of couriers may run, each
//! with as many letters in hand as it holds conversations. A lease that is not renewed any more (its courier
//! died) frees the letter for the next one. Only faults from the recipient on are charged to a letter.

use std::{collections::HashMap, sync::Arc, time::Duration};

use lettre::{Message, message::Mailbox};
use tokio::{
    task::{self, JoinError, JoinSet},
    time::{self, Interval},
};

use super::{
    breaker::Breaker,
    lanes::Refusal,
    message::message,
    outbox::{Lying, Written, open},
    pauses::{next_try, next_try_of_order},
    scribe::Scribe,
    smtp::{Again, Undelivered},
    store::{self, Taken},
    transport::Transport,
};
use crate::{
    clock::{Clock, Moment},
    db::Db,
    dice::Chance,
    ids::{InstanceId, LetterId},
    secrets::MasterKey,
};

/// Leases are renewed so often, and letters looked for while one makes us wait.
const SIGN_OF_LIFE: Duration = Duration::from_secs(8);

/// After so long what could not be written down is written down again.
const AFTER_A_FAULT: Duration = Duration::from_secs(3);

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
    /// When no letter is taken.
    pub breaker: Breaker,
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
            Outcome::Later(..) | Outcome::Back(_) => {
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
    /// Whether there is a letter to send, and none of the reasons to wait.
    pub async fn any_due(&self) -> Result<bool, diesel::result::Error> {
        let (per_minute, now) = (self.per_minute, self.clock.now());
        if !self.breaker.lets_through(now) {
            return Ok(false);
        }
        self.db.read_register(move |conn| store::any_due(conn, per_minute, now)).await
    }

    /// Sends what is due until nothing is left, the pace forbids more, or the mail server takes nothing.
    pub async fn run(&self) -> Result<Round, diesel::result::Error> {
        let _until_it_ends = self.breaker.round().await;
        let (mut round, mut hand, mut done) = (Round::default(), Hand::empty().await, Vec::new());
        let mut most = if self.breaker.is_in_doubt() { 1 } else { self.parallel };
        loop {
            match self.write_down_and_take(&done, most.saturating_sub(hand.letters.len())).await {
                Ok(taken) => {
                    done.clear();
                    for letter in taken {
                        hand.take(letter, self.clone());
                    }
                }
                Err(fault) if done.is_empty() && hand.letters.is_empty() => return Err(fault),
                // The mail server knows nothing of our database: what it is being told goes on.
                Err(fault) => {
                    tracing::error!(%fault, "what became of letters could not be written down, and is kept");
                    time::sleep(AFTER_A_FAULT).await;
                }
            }
            let ended = self.some_done(&mut hand).await;
            for one in &ended {
                round.count(one);
            }
            let any_sent = ended.iter().any(|one| matches!(one.outcome, Outcome::Sent));
            if any_sent && self.breaker.is_in_doubt() {
                self.breaker.closes();
                most = self.parallel;
            }
            let back = ended.iter().find_map(|one| if let Outcome::Back(why) = &one.outcome { Some(why) } else { None });
            if let Some(why) = back {
                // As many conversations as the server likes to hold are enough; with none there is no use.
                most = hand.letters.len();
                if most == 0 && !any_sent {
                    self.pauses(why);
                }
            }
            done.extend(ended);
            if done.is_empty() && hand.letters.is_empty() {
                self.transport.rest().await;
                return Ok(round);
            }
        }
    }

    fn pauses(&self, why: &str) {
        let pause = self.breaker.opens(self.clock.now());
        tracing::warn!(reason = why, seconds = pause.as_secs(), "no letter can be sent; the courier pauses");
    }

    /// One transaction for all that has been done since the last one, and for what is done next.
    async fn write_down_and_take(&self, done: &[Done], free: usize) -> Result<Vec<Taken>, diesel::result::Error> {
        let (by, now, per_minute) = (self.instance, self.clock.now(), self.per_minute);
        let free = if self.breaker.lets_through(now) { i64::try_from(free).unwrap_or(i64::MAX) } else { 0 };
        if done.is_empty() && (free == 0 || !self.any_due().await?) {
            return Ok(Vec::new());
        }
        let (mut gone, mut failed, mut back) = (Vec::new(), Vec::new(), Vec::new());
        for Done { id, outcome, is_order } in done {
            match outcome {
                Outcome::Sent | Outcome::NotWanted => gone.push(*id),
                // Its scribe has seen to it.
                Outcome::GivenUp(_) if *is_order => {}
                Outcome::GivenUp(why) => failed.push((*id, None, why.reason.clone())),
                Outcome::Later(due, reason) => failed.push((*id, Some(*due), reason.clone())),
                Outcome::Back(reason) => back.push((*id, (!is_order).then(|| reason.clone()))),
            }
        }
        self.db
            .register(move |conn| {
                store::gone(conn, &gone)?;
                for (id, due, reason) in &failed {
                    store::not_sent(conn, *id, by, *due, reason)?;
                }
                for (id, reason) in &back {
                    store::gives_back(conn, *id, by, reason.as_deref())?;
                }
                store::take(conn, free, per_minute, by, now)
            })
            .await
    }

    /// Waits until something is done, or until it is time to look for more. Nothing in hand: nothing.
    async fn some_done(&self, hand: &mut Hand) -> Vec<Done> {
        let first = tokio::select! {
            first = hand.under_way.join_next_with_id() => first,
            _ = hand.signs.tick() => {
                self.renew(hand).await;
                None
            }
        };
        let mut done = Vec::new();
        let mut next = first;
        while let Some(one) = next {
            done.extend(self.ended(one, hand));
            next = hand.under_way.try_join_next_with_id();
        }
        done
    }

    /// Says that whoever has these letters in hand lives.
    async fn renew(&self, hand: &Hand) {
        let letters: Vec<_> = hand.letters.values().map(|letter| letter.id).collect();
        let (by, now) = (self.instance, self.clock.now());
        if let Err(fault) = self.db.register(move |conn| store::renew(conn, &letters, by, now)).await {
            tracing::warn!(%fault, "leases of letters could not be renewed");
        }
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
                let InHand { id, is_order, tries } = hand.letters.remove(&fault.id())?;
                let why = Undelivered::later(&"the letter could not be handed over");
                Some(Done { id, outcome: self.later(is_order, why, tries), is_order })
            }
        }
    }

    async fn hand_over(self, letter: Taken) -> Done {
        let (id, is_order, tries) = (letter.id, letter.is_order(), letter.tries);
        let lying = open(&self.master, id, letter.sealed);
        let outcome = match self.send(id, is_order, lying.as_ref()).await {
            Ok(outcome) => outcome,
            Err(Refusal::OfUs(why)) => Outcome::Back(why.reason),
            Err(Refusal::OfTheLetter(why)) => match lying {
                Some(Lying::Order { order }) if is_order && why.again == Again::Never => {
                    self.gives_up(id, order, why, tries).await
                }
                _ => {
                    let outcome = self.later(is_order, why, tries);
                    // Nothing in the log of orders: who counts its lines would count who is still asked.
                    if !is_order {
                        outcome.log(id);
                    }
                    outcome
                }
            },
            Err(Refusal::LineIsOver) => Outcome::Back("the mail server ends every conversation".to_owned()),
        };
        Done { id, outcome, is_order }
    }

    async fn send(&self, id: LetterId, is_order: bool, lying: Option<&Lying>) -> Result<Outcome, Refusal> {
        let Some(lying) = lying else {
            let why = "the letter cannot be opened with this master key, or by this version";
            return Err(Refusal::OfTheLetter(if is_order { Undelivered::later(&why) } else { Undelivered::never(&why) }));
        };
        // One more than may have been kept.
        for _ in 0..=self.parallel {
            // Whether a letter is wanted is asked when nothing has to be waited for any more.
            let ready = self.transport.ready().await.map_err(Refusal::OfUs)?;
            let message = match self.message(id, lying).await {
                Ok(Some(message)) => message,
                Ok(None) => {
                    ready.goes_unused();
                    return Ok(Outcome::NotWanted);
                }
                Err(why) => {
                    ready.goes_unused();
                    return Err(Refusal::OfTheLetter(why));
                }
            };
            match ready.deliver(message, id).await {
                Err(Refusal::LineIsOver) => {}
                delivered => return delivered.map(|()| Outcome::Sent),
            }
        }
        Err(Refusal::LineIsOver)
    }

    /// The letter as it is now; `None` if it is not wanted any more.
    async fn message(&self, id: LetterId, lying: &Lying) -> Result<Option<Message>, Undelivered> {
        match lying {
            Lying::Letter(written) => message(written, id, &self.from, &self.host).map(Some),
            Lying::Order { order } => match self.write(order.clone()).await? {
                Some(written) => message(&written, id, &self.from, &self.host).map(Some),
                None => Ok(None),
            },
        }
    }

    async fn write(&self, order: String) -> Result<Option<Written>, Undelivered> {
        let (scribe, now) = (self.scribe.clone(), self.clock.now());
        let composed = self.db.read_register(move |conn| scribe.write(conn, &order, now)).await;
        let composed = composed.map_err(|fault| {
            tracing::error!(%fault, "a letter of a campaign could not be written");
            Undelivered::later(&"the letter could not be written")
        })?;
        Ok(composed.map(|composed| Written::new(&composed.letter, &composed.sender)))
    }

    /// It will be tried again, if there is sense in it. An order goes on until its scribe does not want it.
    fn later(&self, is_order: bool, why: Undelivered, tries: i32) -> Outcome {
        let (now, dice) = (self.clock.now(), &mut self.chance.dice());
        let due = match (is_order, why.again) {
            (true, _) => Some(next_try_of_order(tries, now, dice)),
            (false, Again::Later) => next_try(tries, now, dice),
            (false, Again::Never) => None,
        };
        match due {
            Some(due) => Outcome::Later(due, why.reason),
            None => Outcome::GivenUp(why),
        }
    }

    /// An order that no try will ever carry out.
    async fn gives_up(&self, id: LetterId, order: String, why: Undelivered, tries: i32) -> Outcome {
        let (scribe, told, now) = (self.scribe.clone(), why.clone(), self.clock.now());
        let given_up = self.db.register(move |conn| {
            scribe.give_up(conn, &order, &told, now)?;
            store::gone(conn, &[id])
        });
        match given_up.await {
            Ok(()) => Outcome::GivenUp(why),
            Err(fault) => {
                tracing::error!(%fault, "a letter of a campaign could not be given up");
                self.later(true, why, tries)
            }
        }
    }
}

/// Letters that this courier has in hand.
struct Hand {
    under_way: JoinSet<Done>,
    letters: HashMap<task::Id, InHand>,
    signs: Interval,
}

impl Hand {
    async fn empty() -> Self {
        let mut signs = time::interval(SIGN_OF_LIFE);
        // The first one comes at once.
        signs.tick().await;
        Self { under_way: JoinSet::new(), letters: HashMap::new(), signs }
    }

    fn take(&mut self, letter: Taken, by: Courier) {
        let in_hand = InHand { id: letter.id, is_order: letter.is_order(), tries: letter.tries };
        let task = self.under_way.spawn(by.hand_over(letter)).id();
        self.letters.insert(task, in_hand);
    }
}

struct InHand {
    id: LetterId,
    is_order: bool,
    tries: i32,
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
    /// Not tried, by no fault of its own.
    Back(String),
    Later(Moment, String),
    GivenUp(Undelivered),
}

impl Outcome {
    fn log(&self, id: LetterId) {
        let (reason, again) = match self {
            Self::Later(_, reason) => (reason, true),
            Self::GivenUp(why) => (&why.reason, false),
            _ => return,
        };
        tracing::warn!(letter.id = %id, reason, again, "a letter was not sent");
    }
}
