//! What was tried to break: a program that is killed, a disk that is full, a database that is held or goes away, a
//! clock that jumps.
//!
//! A real process, ended by SIGKILL and started again; people who send again until they have an answer. On
//! SQLite, or on PostgreSQL where `TEST_DATABASE_URL` says so. `CLEARJAI_TEST_ENDURANCE` says for how many seconds in
//! all; each story does at least what it takes to be one. They follow each other, so that none is a fault to another.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story that cannot go on should say where"
)]

mod busy_database;
mod client;
mod crowd;
mod disk_full;
mod jumping_clock;
mod killed_campaign;
mod killed_handing_in;
mod killed_import;
mod killed_migration;
mod killed_release;
mod look;
mod one_of_two_killed;
#[path = "../flows/house/place.rs"]
mod place;
mod restarted_postgres;
#[path = "../../benches/wall/round.rs"]
#[expect(dead_code, reason = "the bench asks for more")]
mod round;
mod server;
#[path = "../letters/sink.rs"]
mod sink;
#[path = "../upgrades/thawed.rs"]
mod thawed;

use std::{
    env,
    error::Error,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use clearjai::dice::Dice;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// So many stories share the time on either engine.
const STORIES: u32 = 8;

/// A story's turn, and how much of the time is its own.
struct Turn {
    ends: Instant,
    share: Duration,
    _held: MutexGuard<'static, ()>,
}

impl Turn {
    fn comes() -> Self {
        static TURN: Mutex<()> = Mutex::new(());
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let seconds = env::var("CLEARJAI_TEST_ENDURANCE").map_or(5, |seconds| seconds.parse().unwrap());
        let share = Duration::from_secs(seconds) / STORIES;
        Self { ends: Instant::now() + share, share, _held: turn }
    }

    fn is_over(&self) -> bool {
        Instant::now() >= self.ends
    }
}

/// Any moment up to this one.
fn some_of(longest: Duration) -> Duration {
    Duration::from_millis(Dice::real().below(u64::try_from(longest.as_millis()).unwrap().max(1)))
}

/// A little longer with every kill, so that it comes to an end on a slow machine too.
fn longer(life: Duration, kills: usize) -> Duration {
    life + life * u32::try_from(kills).unwrap() / 20
}

/// What cannot be tried on this machine, unless it must be.
fn passed_over(why: &str) {
    let required = env::var("CLEARJAI_TEST_REQUIRE").unwrap_or_default();
    assert!(!["faults", "all"].contains(&required.as_str()), "{why}");
    println!("skipped: {why}");
}

/// For a server that has to say the same a thousand times.
fn quietly() -> [(String, String); 1] {
    [("CLEARJAI_LOG".to_owned(), "off".to_owned())]
}
