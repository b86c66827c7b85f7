//! How many letters a minute may go out, however many rounds the courier makes.

use std::sync::{Arc, Mutex, PoisonError};

use crate::clock::{MINUTE, Moment};

/// Counts over the minute that runs; clones count together.
#[derive(Clone, Debug)]
pub struct Pace {
    per_minute: Option<u32>,
    minute: Arc<Mutex<Minute>>,
}

#[derive(Debug)]
struct Minute {
    began: Moment,
    used: usize,
}

impl Pace {
    /// `None`: as fast as the mail server takes them.
    pub fn new(per_minute: Option<u32>) -> Self {
        Self { per_minute, minute: Arc::new(Mutex::new(Minute { began: Moment::from_micros(0), used: 0 })) }
    }

    /// How many more may go out now.
    pub fn left(&self, now: Moment) -> usize {
        let Some(most) = self.per_minute.and_then(|most| usize::try_from(most).ok()) else { return usize::MAX };
        let mut minute = self.minute.lock().unwrap_or_else(PoisonError::into_inner);
        if now.since(minute.began) >= MINUTE {
            *minute = Minute { began: now, used: 0 };
        }
        most.saturating_sub(minute.used)
    }

    pub fn used(&self, letters: usize) {
        self.minute.lock().unwrap_or_else(PoisonError::into_inner).used += letters;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_go_out_in_a_minute_than_allowed_and_the_next_minute_begins_anew() {
        let pace = Pace::new(Some(5));
        let now = Moment::from_micros(1_000_000_000);
        assert_eq!(pace.left(now), 5);
        pace.used(3);
        assert_eq!(pace.clone().left(now.plus(MINUTE / 2)), 2);
        pace.used(2);
        assert_eq!(pace.left(now.plus(MINUTE / 2)), 0);
        assert_eq!(pace.left(now.plus(MINUTE)), 5);
    }

    #[test]
    fn without_a_limit_there_is_always_room() {
        let pace = Pace::new(None);
        pace.used(1_000_000);
        assert_eq!(pace.left(Moment::from_micros(0)), usize::MAX);
    }
}
