//! The hatch: where messages are handed in and receipts are tried. Slow sums are done off the async threads, a few at
//! a time; whoever guesses waits longer each time, and nobody is locked out.

use std::{
    collections::HashMap,
    num::NonZero,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{
    clock::{HOUR, MINUTE, Moment},
    db::Db,
    secrets::MasterKey,
};

/// So many may wait for their turn.
const QUEUE: usize = 64;
/// Files that are in memory at once: one is cleaned, the others come in or wait for their turn.
const FILES: usize = 12;
/// Deeds with files of one matter in an hour: what is taken back costs a sweep.
const FILES_AN_HOUR: u32 = 20;
/// Bytes of all files together. Ballots lie on the same disk, and `SQLite` is written anew as a whole.
const ROOM_EMBEDDED: i64 = 1024 * 1024 * 1024;
const ROOM: i64 = 8 * ROOM_EMBEDDED;

/// Wrong tries from one browser that cost nothing; and from one address, behind which a whole office may sit.
const FREE: u32 = 5;
const FREE_OF_ADDRESS: u32 = 40;
const FIRST_DELAY: Duration = Duration::from_millis(250);
const LONGEST_DELAY: Duration = Duration::from_secs(8);
/// And from a proxy, behind which everybody has the same address: somebody's guesses hold nobody up for long.
const FREE_OF_ALL: u32 = 1_000;
const LONGEST_DELAY_OF_ALL: Duration = Duration::from_secs(1);
/// More are not remembered at once.
const MOST: usize = 10_000;
/// Messages of one session through the open door without any work done, in a minute.
const PATIENT_A_MINUTE: u32 = 6;
/// Marks of one address at one card in an hour; and of a proxy, behind which everybody has the same.
const VOTES_AN_HOUR: u32 = 200;
const VOTES_AN_HOUR_OF_ALL: u32 = 5_000;

/// Cloning it gives the same hatch.
#[derive(Clone)]
pub struct Hatch {
    pub db: Db,
    pub master: MasterKey,
    /// Where corruption, harassment and urgent danger belong.
    pub protected: Option<String>,
    /// Then whatever comes has the address of the proxy.
    is_behind_proxy: bool,
    turns: Arc<Semaphore>,
    queue: Arc<Semaphore>,
    cleaning: Arc<Semaphore>,
    files: Arc<Semaphore>,
    counts: Arc<Mutex<HashMap<[u8; 32], Count>>>,
    /// One sweeps, and one more waits; whoever comes then is swept with that one.
    sweepers: Arc<Semaphore>,
    sweeping: Arc<Semaphore>,
}

#[derive(Clone, Copy)]
struct Count {
    number: u32,
    since: Moment,
}

/// When counting begins anew.
#[derive(Clone, Copy)]
enum Ends {
    AfterTheFirst(Duration),
    AfterTheLast(Duration),
}

/// Too many at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many receipts are being worked out")]
pub struct Busy;

impl Hatch {
    pub fn new(db: Db, master: MasterKey, protected: Option<String>, is_behind_proxy: bool) -> Self {
        let processors = thread::available_parallelism().map_or(1, NonZero::get);
        let at_once = processors.saturating_sub(1).max(1);
        Self {
            db,
            master,
            protected,
            is_behind_proxy,
            turns: Arc::new(Semaphore::new(at_once)),
            queue: Arc::new(Semaphore::new(at_once + QUEUE)),
            cleaning: Arc::new(Semaphore::new(1)),
            files: Arc::new(Semaphore::new(FILES)),
            counts: Arc::default(),
            sweepers: Arc::new(Semaphore::new(2)),
            sweeping: Arc::new(Semaphore::new(1)),
        }
    }

    pub(super) async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Busy> {
        let place = self.queue.clone().try_acquire_owned().map_err(|_| Busy)?;
        let turn = self.turns.clone().acquire_owned().await.map_err(|_| Busy)?;
        // Whoever goes away meanwhile lets nobody else begin.
        let done = tokio::task::spawn_blocking(move || {
            let _held = (place, turn);
            work()
        });
        done.await.map_err(|_| Busy)
    }

    /// What was deleted is to lie in no file either.
    pub(super) async fn sweep(&self, tables: &'static [&'static str]) -> diesel::QueryResult<()> {
        let Ok(_sweeper) = self.sweepers.clone().try_acquire_owned() else { return Ok(()) };
        let _turn = self.sweeping.clone().acquire_owned().await;
        self.db.rewrite_urn(tables).await
    }

    pub(super) fn room_for_files(&self) -> i64 {
        if self.db.is_embedded() { ROOM_EMBEDDED } else { ROOM }
    }

    pub(super) fn may_change_files(&self, key: [u8; 32], now: Moment) -> bool {
        self.count(key, Ends::AfterTheFirst(HOUR), now) <= FILES_AN_HOUR
    }

    /// To be had before a file is read, and kept until it is stored.
    pub(super) fn place_for_file(&self) -> Result<OwnedSemaphorePermit, Busy> {
        self.files.clone().try_acquire_owned().map_err(|_| Busy)
    }

    /// One file at a time: unpacked it may fill much of the memory. Whoever goes away meanwhile lets nobody else begin.
    pub(super) async fn one_file<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Busy> {
        let turn = self.cleaning.clone().acquire_owned().await.map_err(|_| Busy)?;
        let done = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        });
        done.await.map_err(|_| Busy)
    }

    /// How long the answer to a wrong try is held back. `browser` and `address` are hashes, kept in memory alone. Whoever
    /// throws the browser's cookie away is known by the address.
    pub fn wrong(&self, browser: [u8; 32], address: [u8; 32], now: Moment) -> Duration {
        let of_browser = self.count(browser, Ends::AfterTheLast(HOUR), now);
        let of_address = self.count(address, Ends::AfterTheLast(HOUR), now);
        let (free, longest) =
            if self.is_behind_proxy { (FREE_OF_ALL, LONGEST_DELAY_OF_ALL) } else { (FREE_OF_ADDRESS, LONGEST_DELAY) };
        delay(of_browser.saturating_sub(FREE)).max(delay(of_address.saturating_sub(free)).min(longest))
    }

    pub(super) fn may_come_by_patience(&self, key: [u8; 32], now: Moment) -> bool {
        self.count(key, Ends::AfterTheFirst(MINUTE), now) <= PATIENT_A_MINUTE
    }

    pub(super) fn may_vote(&self, key: [u8; 32], now: Moment) -> bool {
        let most = if self.is_behind_proxy { VOTES_AN_HOUR_OF_ALL } else { VOTES_AN_HOUR };
        self.count(key, Ends::AfterTheFirst(HOUR), now) <= most
    }

    /// How many there are with this one.
    fn count(&self, key: [u8; 32], ends: Ends, now: Moment) -> u32 {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= MOST {
            counts.retain(|_, count| now.since(count.since) < MINUTE);
            if counts.len() >= MOST {
                counts.clear();
            }
        }
        let count = counts.entry(key).or_insert(Count { number: 0, since: now });
        let (Ends::AfterTheFirst(length) | Ends::AfterTheLast(length)) = ends;
        if now.since(count.since) >= length {
            *count = Count { number: 0, since: now };
        }
        count.number = count.number.saturating_add(1);
        if matches!(ends, Ends::AfterTheLast(_)) {
            count.since = now;
        }
        count.number
    }
}

/// Twice as long each time.
fn delay(beyond: u32) -> Duration {
    match beyond.checked_sub(1) {
        None => Duration::ZERO,
        Some(power) => FIRST_DELAY.saturating_mul(2_u32.saturating_pow(power.min(10))).min(LONGEST_DELAY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::scratch::Scratch;

    #[test]
    fn after_five_wrong_tries_an_answer_takes_longer_each_time_up_to_an_end() {
        let delays: Vec<_> = (0..9).map(|beyond| delay(beyond).as_millis()).collect();
        assert_eq!(delays, [0, 250, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
        assert_eq!(delay(u32::MAX), LONGEST_DELAY);
    }

    const ADDRESS: [u8; 32] = [1; 32];
    const BROWSER: [u8; 32] = [2; 32];
    const NOW: Moment = Moment::from_micros(0);

    fn hatch(is_behind_proxy: bool) -> Hatch {
        let scratch = Scratch::new();
        Hatch::new(scratch.db(), scratch.key.clone(), None, is_behind_proxy)
    }

    /// How many of so many wrong tries, each from a browser of its own, were answered at once; and how long the last waited.
    fn tries(hatch: &Hatch, number: u32) -> (usize, Duration) {
        let browser = |nth: u32| [nth.to_le_bytes(); 8].concat().try_into().unwrap();
        let waits: Vec<_> = (0..number).map(|nth| hatch.wrong(browser(nth), ADDRESS, NOW)).collect();
        (waits.iter().filter(|wait| wait.is_zero()).count(), *waits.last().unwrap())
    }

    #[test]
    fn who_throws_the_cookie_away_after_each_try_is_known_by_the_address() {
        assert_eq!(tries(&hatch(false), FREE_OF_ADDRESS + 2), (40, 2 * FIRST_DELAY));
        assert_eq!(tries(&hatch(false), 100), (40, LONGEST_DELAY));
    }

    #[test]
    fn behind_a_proxy_guesses_hold_up_a_whole_office_for_a_second_and_only_after_a_thousand() {
        let hatch = hatch(true);
        assert_eq!(tries(&hatch, 1_100), (1_000, Duration::from_secs(1)));
        let own: Vec<_> = (0..7).map(|_| hatch.wrong(BROWSER, [9; 32], NOW)).collect();
        assert_eq!(own, [[Duration::ZERO; 5].as_slice(), &[FIRST_DELAY, 2 * FIRST_DELAY]].concat(), "one's own count as ever");
    }

    #[test]
    fn an_office_behind_a_proxy_may_vote_though_all_of_it_has_one_address() {
        let votes = |hatch: &Hatch| (0..5_001).filter(|_| hatch.may_vote(ADDRESS, NOW)).count();
        assert_eq!((votes(&hatch(false)), votes(&hatch(true))), (200, 5_000));
    }
}
