//! Growing pauses between tries of one letter. After the last one a letter to one is given up; an order is tried
//! on, for its scribe knows when it is not wanted any more.

use std::time::Duration;

use crate::{
    clock::{DAY, HOUR, MINUTE, Moment},
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
    LAST,
];

const LAST: Duration = DAY;

/// No letter is put off for so long.
pub(super) const LONGER_THAN_ANY: Duration = Duration::from_secs(2 * DAY.as_secs());

/// When to try again after so many tries, a little later than others that failed with it.
pub(super) fn next_try(tries: i32, now: Moment, dice: &mut Dice) -> Option<Moment> {
    let pause = *usize::try_from(tries).ok().and_then(|tries| PAUSES.get(tries))?;
    Some(after(pause, now, dice))
}

/// The same for an order.
pub(super) fn next_try_of_order(tries: i32, now: Moment, dice: &mut Dice) -> Moment {
    next_try(tries, now, dice).unwrap_or_else(|| after(LAST, now, dice))
}

fn after(pause: Duration, now: Moment, dice: &mut Dice) -> Moment {
    let jitter = Duration::from_millis(dice.below(u64::try_from(pause.as_millis() / 5).unwrap_or(0)));
    now.plus(pause).plus(jitter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_given_up_in_the_end_and_an_order_is_not() {
        let (now, dice) = (Moment::from_micros(1_795_237_200_000_000), &mut Dice::real());
        assert!(next_try(8, now, dice).is_some());
        assert_eq!(next_try(9, now, dice), None);
        for tries in [9, 10, 1_000, i32::MAX] {
            let due = next_try_of_order(tries, now, dice);
            assert!(due >= now.plus(LAST) && due < now.plus(LONGER_THAN_ANY), "{tries}: {due:?}");
        }
        assert!(next_try_of_order(0, now, dice) < now.plus(2 * MINUTE));
    }
}
