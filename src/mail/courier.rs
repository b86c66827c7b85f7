//! The courier: takes letters by lease, hands them over, and writes down what came of it.
//!
//! No transaction is open while the mail server is being talked to. Any number of couriers may
//! run; a lease that runs out (its courier died) frees the letter for the next one.

use std::time::Duration;

use futures_util::{StreamExt, stream};
use lettre::message::Mailbox;

use super::{
    outbox::open,
    pace::Pace,
    smtp::{Again, Undelivered},
    store::{self, Taken},
    transport::{Transport, message},
};
use crate::{
    clock::{Clock, HOUR, MINUTE, Moment},
    db::Db,
    dice::Chance,
    ids::InstanceId,
    secrets::MasterKey,
};

/// Longer than any conversation with a mail server may last.
const LEASE: Duration = Duration::from_secs(10 * MINUTE.as_secs());

/// No more letters are taken after so long; the next round goes on.
const ROUND: Duration = MINUTE;

/// Letters taken at once, for each conversation.
const LETTERS_EACH: usize = 4;

/// Growing pauses between tries; after the last one the letter is given up and shown.
const PAUSES: [Duration; 9] = [
    MINUTE,
    Duration::from_secs(5 * MINUTE.as_secs()),
    Duration::from_secs(15 * MINUTE.as_secs()),
    HOUR,
    Duration::from_secs(3 * HOUR.as_secs()),
    Duration::from_secs(6 * HOUR.as_secs()),
    Duration::from_secs(12 * HOUR.as_secs()),
    Duration::from_secs(12 * HOUR.as_secs()),
    Duration::from_secs(24 * HOUR.as_secs()),
];

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
    pub pace: Pace,
}

/// What one round brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    pub sent: usize,
    pub later: usize,
    pub given_up: usize,
}

impl Courier {
    /// Sends what is due until nothing is left, a minute is over, or the pace forbids more.
    pub async fn run(&self) -> Result<Round, diesel::result::Error> {
        let mut round = Round::default();
        let began = self.clock.now();
        loop {
            if self.clock.now().since(began) > ROUND {
                return Ok(round);
            }
            let most = self.pace.left(self.clock.now()).min(self.parallel * LETTERS_EACH);
            let letters = self.take(most).await?;
            if letters.is_empty() {
                return Ok(round);
            }
            self.pace.used(letters.len());
            let outcomes = stream::iter(letters).map(|letter| self.hand_over(letter)).buffer_unordered(self.parallel);
            let outcomes: Vec<_> = outcomes.collect().await;
            for outcome in outcomes {
                match outcome? {
                    Outcome::Sent => round.sent += 1,
                    Outcome::Later => round.later += 1,
                    Outcome::GivenUp => round.given_up += 1,
                }
            }
        }
    }

    async fn take(&self, most: usize) -> Result<Vec<Taken>, diesel::result::Error> {
        let (most, by, now) = (i64::try_from(most).unwrap_or(i64::MAX), self.instance, self.clock.now());
        if most == 0 {
            return Ok(Vec::new());
        }
        self.db.register(move |conn| store::take(conn, most, by, now, now.plus(LEASE))).await
    }

    async fn hand_over(&self, letter: Taken) -> Result<Outcome, diesel::result::Error> {
        let (id, tries) = (letter.id, letter.tries);
        let delivered = match open(&self.master, id, letter.sealed) {
            Some(written) => match message(&written, id, &self.from, &self.host) {
                Ok(message) => self.transport.deliver(message, id).await,
                Err(fault) => Err(fault),
            },
            None => Err(Undelivered::never(&"the letter cannot be opened with this master key")),
        };
        match delivered {
            Ok(()) => {
                self.db.register(move |conn| store::sent(conn, id)).await?;
                Ok(Outcome::Sent)
            }
            Err(fault) => {
                let due = self.next_try(&fault, tries);
                tracing::warn!(letter.id = %id, reason = fault.reason, again = due.is_some(), "a letter was not sent");
                self.db.register(move |conn| store::not_sent(conn, id, due, &fault.reason)).await?;
                Ok(if due.is_some() { Outcome::Later } else { Outcome::GivenUp })
            }
        }
    }

    /// When to try again, a little earlier or later than others that failed with it.
    fn next_try(&self, fault: &Undelivered, tries: i32) -> Option<Moment> {
        if fault.again == Again::Never {
            return None;
        }
        let pause = *usize::try_from(tries).ok().and_then(|tries| PAUSES.get(tries))?;
        let jitter = Duration::from_millis(self.chance.dice().below(u64::try_from(pause.as_millis() / 5).unwrap_or(0)));
        Some(self.clock.now().plus(pause).plus(jitter))
    }
}

enum Outcome {
    Sent,
    Later,
    GivenUp,
}
