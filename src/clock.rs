//! What time it is: a clock that is handed in, and one for tests that is turned by hand.
//!
//! Moments are microseconds, which both databases keep exactly. Days are days in Bangkok
//! (UTC+7, without summer time since 1920), whatever the machine believes.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime},
};

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::BigInt};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz,
};

const BANGKOK: tz::Offset = tz::offset(7);

pub const MINUTE: Duration = Duration::from_secs(60);
pub const HOUR: Duration = Duration::from_secs(60 * 60);
pub const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A point in time, to the microsecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = BigInt)]
pub struct Moment(i64);

impl Moment {
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    pub const fn micros(&self) -> &i64 {
        &self.0
    }

    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    #[must_use]
    pub fn plus(self, time: Duration) -> Self {
        Self(self.0.saturating_add(micros(time)))
    }

    #[must_use]
    pub fn minus(self, time: Duration) -> Self {
        Self(self.0.saturating_sub(micros(time)))
    }

    /// The last whole hour, or minute, or whatever `step` is, before this moment.
    #[must_use]
    pub fn rounded_down_to(self, step: Duration) -> Self {
        Self(self.0 - self.0.checked_rem_euclid(micros(step)).unwrap_or(0))
    }

    /// How long after `earlier` this is; nothing if it is before.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// The day and the time of day in Bangkok.
    pub fn in_bangkok(self) -> DateTime {
        let time = Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH);
        BANGKOK.to_datetime(time)
    }

    pub fn day(self) -> Date {
        self.in_bangkok().date()
    }

    /// The first moment of a day in Bangkok.
    pub fn start_of(day: Date) -> Self {
        let midnight = day.to_datetime(jiff::civil::Time::midnight());
        Self(BANGKOK.to_timestamp(midnight).map_or(0, Timestamp::as_microsecond))
    }
}

fn micros(time: Duration) -> i64 {
    i64::try_from(time.as_micros()).unwrap_or(i64::MAX)
}

/// Tells the time to whoever asks; cloning it gives the same clock.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    #[default]
    System,
    ByHand(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at `moment` until it is turned.
    pub fn by_hand(moment: Moment) -> Self {
        Self::ByHand(Arc::new(AtomicI64::new(moment.0)))
    }

    pub fn now(&self) -> Moment {
        match self {
            Self::System => {
                let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
                Moment(micros(since_1970))
            }
            Self::ByHand(moment) => Moment(moment.load(Ordering::SeqCst)),
        }
    }

    /// Turns a clock that is turned by hand; the system's clock goes its own way.
    pub fn turn(&self, time: Duration) {
        if let Self::ByHand(moment) = self {
            moment.fetch_add(micros(time), Ordering::SeqCst);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_changes_at_midnight_in_bangkok() {
        let midnight = Moment::start_of(date(2025, 10, 1));
        assert_eq!(midnight.day(), date(2025, 10, 1));
        assert_eq!(midnight.minus(Duration::from_micros(1)).day(), date(2025, 9, 30));
        assert_eq!(midnight.seconds(), 1_759_251_600); // 2025-09-30T17:00:00Z
    }

    #[test]
    fn a_clock_turned_by_hand_moves_only_by_hand() {
        let clock = Clock::by_hand(Moment::start_of(date(2026, 1, 1)));
        let other = clock.clone();
        clock.turn(DAY);
        assert_eq!(other.now().day(), date(2026, 1, 2));
    }

    #[test]
    fn nothing_lies_before_its_own_beginning() {
        let now = Moment::start_of(date(2026, 1, 1));
        assert_eq!(now.since(now.plus(HOUR)), Duration::ZERO);
        assert_eq!(now.plus(HOUR).since(now), HOUR);
    }
}
