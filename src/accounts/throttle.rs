//! Guessing takes time: after a few wrong tries each further one has to wait longer.
//!
//! Tries are counted per account (and per code), never per address on the network, so that an
//! office behind one address is never locked out by one of its own. A device on which somebody
//! signed in before keeps working while strangers guess. When the whole service is being
//! guessed at, strangers' tries are slowed a little; nobody is refused.

use std::time::Duration;

use diesel::QueryResult;

use super::store;
use crate::{
    clock::{DAY, MINUTE, Moment},
    db::RegisterConn,
    secrets::{MasterKey, Purpose},
};

/// So many wrong tries cost nothing.
const FREE: i32 = 5;
const FIRST_WAIT: Duration = Duration::from_secs(30);
const LONGEST_WAIT: Duration = Duration::from_secs(15 * MINUTE.as_secs());

/// So many wrong tries a minute, over all accounts, are ordinary.
const ORDINARY: i32 = 60;
const SLOWED: Duration = Duration::from_secs(2);

/// What is being guessed at.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// The password of an address, whether an account exists for it or not.
    Password(&'a str),
    /// The second factor of an account.
    SecondFactor(&'a [u8]),
    /// Letters with a link to set a new password, to an address.
    ResetLetters(&'a str),
    /// The password again, asked of somebody who is signed in.
    OwnPassword(&'a [u8]),
    /// Through a device that is known for this address.
    KnownDevice(&'a [u8]),
    /// All accounts together.
    Everything,
}

/// The row a target is counted in. A copy of the database does not tell whose it is.
pub fn key(master: &MasterKey, target: Target) -> [u8; 32] {
    let (kind, whose): (&[u8], &[u8]) = match target {
        Target::Password(address) => (b"password", address.as_bytes()),
        Target::SecondFactor(account) => (b"second factor", account),
        Target::ResetLetters(address) => (b"reset letters", address.as_bytes()),
        Target::OwnPassword(account) => (b"own password", account),
        Target::KnownDevice(device) => (b"device", device),
        Target::Everything => (b"everything", b""),
    };
    master.keyed_hash(Purpose::Throttles, &[kind, whose])
}

/// How much longer a try has to wait; `None` if it may be made now.
pub fn wait(conn: &mut RegisterConn, key: &[u8; 32], now: Moment) -> QueryResult<Option<Duration>> {
    Ok(store::throttle(conn, key)?.and_then(|count| remaining(count, now)))
}

/// How long to hold back an answer because everything is being guessed at.
pub fn slowed(conn: &mut RegisterConn, everything: &[u8; 32], now: Moment) -> QueryResult<Option<Duration>> {
    let count = store::throttle(conn, everything)?;
    Ok(count.filter(|count| count.failures > ORDINARY && now.since(count.last_failure) < MINUTE).map(|_| SLOWED))
}

/// A wrong try.
pub fn failed(conn: &mut RegisterConn, key: &[u8; 32], forgotten_after: Duration, now: Moment) -> QueryResult<()> {
    let failures = match store::throttle(conn, key)? {
        Some(count) if now.since(count.last_failure) < forgotten_after => count.failures.saturating_add(1),
        _ => 1,
    };
    store::set_throttle(conn, key, failures, now)
}

/// How long wrong tries at one account are remembered.
pub const REMEMBERED: Duration = DAY;

/// A right one: the count starts anew.
pub fn succeeded(conn: &mut RegisterConn, key: &[u8; 32]) -> QueryResult<()> {
    store::clear_throttle(conn, key)
}

pub fn forget_old(conn: &mut RegisterConn, now: Moment) -> QueryResult<usize> {
    store::forget_throttles_before(conn, now.minus(REMEMBERED))
}

/// Wrong tries, as counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub failures: i32,
    pub last_failure: Moment,
}

fn remaining(count: Count, now: Moment) -> Option<Duration> {
    let beyond = u32::try_from(count.failures - FREE).ok()?;
    let wait = FIRST_WAIT.saturating_mul(2_u32.saturating_pow(beyond.min(10))).min(LONGEST_WAIT);
    wait.checked_sub(now.since(count.last_failure)).filter(|left| !left.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(failures: i32) -> Count {
        Count { failures, last_failure: Moment::from_micros(0) }
    }

    #[test]
    fn a_few_mistakes_cost_nothing_and_then_waiting_grows_but_never_past_a_quarter_of_an_hour() {
        let at_once = Moment::from_micros(0);
        assert_eq!(remaining(count(4), at_once), None);
        assert_eq!(remaining(count(5), at_once), Some(FIRST_WAIT));
        assert_eq!(remaining(count(6), at_once), Some(FIRST_WAIT * 2));
        assert_eq!(remaining(count(1000), at_once), Some(LONGEST_WAIT));
        assert_eq!(remaining(count(1000), at_once.plus(LONGEST_WAIT)), None);
    }

    #[test]
    fn counts_of_different_targets_never_meet() {
        let master = MasterKey::random(&mut crate::dice::Dice::loaded(1));
        let keys = [
            Target::ResetLetters("a@b.th"),
            Target::Password("a@b.th"),
            Target::Password("c@b.th"),
            Target::SecondFactor(b"a@b.th"),
            Target::KnownDevice(b"a@b.th"),
            Target::OwnPassword(b"a@b.th"),
            Target::Everything,
        ];
        let keys: std::collections::BTreeSet<_> = keys.into_iter().map(|target| key(&master, target)).collect();
        assert_eq!(keys.len(), 7);
    }
}
