//! Growing pauses between tries of one letter; after the last one it is given up.

use std::time::Duration;

use crate::{
    clock::{HOUR, MINUTE, Moment},
    dice::Dice,
};

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

/// When to try again after so many tries, a little later than others that failed with it.
pub(super) fn next_try(tries: i32, now: Moment, dice: &mut Dice) -> Option<Moment> {
    let pause = *usize::try_from(tries).ok().and_then(|tries| PAUSES.get(tries))?;
    let jitter = Duration::from_millis(dice.below(u64::try_from(pause.as_millis() / 5).unwrap_or(0)));
    Some(now.plus(pause).plus(jitter))
}
