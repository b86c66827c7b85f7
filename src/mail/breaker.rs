//! When the courier of this server pauses: the mail server takes no letter of ours, whichever it is, or the
//! program is about to end.
//!
//! One letter that gets through ends all doubt. Until then every pause is longer than the one before.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::sync::{RwLock, RwLockReadGuard};

use crate::clock::{MINUTE, Moment};

const PAUSES: [Duration; 5] = [
    Duration::from_secs(10),
    Duration::from_secs(30),
    MINUTE,
    Duration::from_secs(5 * MINUTE.as_secs()),
    Duration::from_secs(15 * MINUTE.as_secs()),
];

#[derive(Clone, Debug, Default)]
pub struct Breaker {
    state: Arc<Mutex<State>>,
    /// Held by every round.
    rounds: Arc<RwLock<()>>,
}

#[derive(Debug, Default)]
struct State {
    is_ending: bool,
    faults: usize,
    pause: Option<(Moment, Duration)>,
}

impl Breaker {
    /// Whether letters may be taken.
    pub(super) fn lets_through(&self, now: Moment) -> bool {
        let state = self.state();
        // A pause that begins in the future was begun while the clock was wrong.
        let pauses = state.pause.is_some_and(|(from, pause)| from <= now && now.since(from) < pause);
        !state.is_ending && !pauses
    }

    /// After a pause one letter is tried, and not as many as there may be conversations.
    pub(super) fn is_in_doubt(&self) -> bool {
        self.state().faults > 0
    }

    /// No letter can get through. Says for how long none is tried.
    pub(super) fn opens(&self, now: Moment) -> Duration {
        let mut state = self.state();
        let [.., longest] = PAUSES;
        let pause = PAUSES.get(state.faults).copied().unwrap_or(longest);
        state.faults = state.faults.saturating_add(1);
        state.pause = Some((now, pause));
        pause
    }

    /// A letter got through.
    pub(super) fn closes(&self) {
        let mut state = self.state();
        state.faults = 0;
        state.pause = None;
    }

    pub(super) async fn round(&self) -> RwLockReadGuard<'_, ()> {
        self.rounds.read().await
    }

    /// No letter is taken any more. Waits for those in conversation, but no longer than `patience`; says whether
    /// all of them came to their end.
    pub async fn ends(&self, patience: Duration) -> bool {
        self.state().is_ending = true;
        tokio::time::timeout(patience, self.rounds.write()).await.is_ok()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_micros(1_795_237_200_000_000);

    #[test]
    fn every_pause_is_longer_and_one_letter_ends_them() {
        let breaker = Breaker::default();
        assert!(breaker.lets_through(NOW) && !breaker.is_in_doubt());
        for seconds in [10, 30, 60, 300, 900, 900] {
            assert_eq!(breaker.opens(NOW), Duration::from_secs(seconds));
            assert!(!breaker.lets_through(NOW.plus(Duration::from_secs(seconds - 1))));
            assert!(breaker.lets_through(NOW.plus(Duration::from_secs(seconds))) && breaker.is_in_doubt());
        }
        breaker.closes();
        assert!(breaker.lets_through(NOW) && !breaker.is_in_doubt());
        assert_eq!(breaker.opens(NOW), Duration::from_secs(10));
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_make_a_pause_longer() {
        let breaker = Breaker::default();
        breaker.opens(NOW);
        assert!(breaker.lets_through(NOW.minus(MINUTE)));
    }

    #[tokio::test]
    async fn whoever_ends_waits_for_rounds_and_lets_nothing_through() {
        let breaker = Breaker::default();
        let round = breaker.round().await;
        assert!(!breaker.ends(Duration::from_millis(1)).await, "a round is under way");
        assert!(!breaker.lets_through(NOW));
        drop(round);
        assert!(breaker.ends(MINUTE).await);
    }
}
