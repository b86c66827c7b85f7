//! Where it may end, from what has been shown so far.
//!
//! Promises a range, never a number: figures move in steps, and people do not answer at one pace. Reads
//! only what is shown, so it can tell nothing else.

use jiff::civil::Date;

/// Figures of fewer days than this say nothing about a pace.
const DAYS_LEAST: usize = 3;

/// How far the recent pace looks back.
const RECENT_DAYS: i64 = 5;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forecast {
    TooEarly,
    /// At the close, if the slower or the faster of two paces goes on: since the opening, and of the last days.
    Between {
        low: u32,
        high: u32,
    },
}

/// `days` in order. Never forecasts more people than there are.
pub fn forecast(days: &[(Date, u32)], opened: Date, closes: Date, on_roll: u32) -> Forecast {
    let Some(&(last_day, shown)) = days.last() else { return Forecast::TooEarly };
    if days.len() < DAYS_LEAST || shown == 0 {
        return Forecast::TooEarly;
    }
    let left = between(last_day, closes);
    let recent = days.iter().rev().find(|(day, _)| between(*day, last_day) >= RECENT_DAYS).or(days.first());
    let (from, before) = recent.copied().unwrap_or((opened, 0));
    let since_opening = at_this_pace(shown, between(opened, last_day), left);
    let of_late = at_this_pace(shown.saturating_sub(before), between(from, last_day), left);
    let end = |more: u64| u32::try_from(more).unwrap_or(u32::MAX).saturating_add(shown).min(on_roll);
    Forecast::Between { low: end(since_opening.min(of_late)), high: end(since_opening.max(of_late)) }
}

fn between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days())).max(0)
}

fn at_this_pace(gained: u32, days: i64, left: i64) -> u64 {
    let number = |days: i64| u64::try_from(days).unwrap_or(0);
    u64::from(gained) * number(left) / number(days).max(1)
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan as _, civil::date};
    use proptest::{collection::vec, prelude::*};

    use super::*;

    const OPENED: Date = date(2026, 12, 1);

    fn days(shown: &[u32]) -> Vec<(Date, u32)> {
        (1_i64..).zip(shown).map(|(after, shown)| (OPENED.saturating_add(after.days()), *shown)).collect()
    }

    #[test]
    fn it_is_too_early_until_there_are_three_days_and_a_figure() {
        for shown in [&[][..], &[10], &[10, 20], &[0, 0, 0, 0]] {
            assert_eq!(forecast(&days(shown), OPENED, date(2026, 12, 14), 54), Forecast::TooEarly, "{shown:?}");
        }
    }

    #[test]
    fn the_slower_and_the_faster_pace_make_a_range() {
        // Until the morning of the 8th: 21 in 7 days; 6 of them in the last 5. Six days are left.
        let shown = days(&[10, 15, 15, 15, 15, 21, 21]);
        let expected = Forecast::Between { low: 21 + 6 * 6 / 5, high: 21 + 21 * 6 / 7 };
        assert_eq!(forecast(&shown, OPENED, date(2026, 12, 14), 54), expected);
        assert_eq!(forecast(&shown, OPENED, date(2026, 12, 14), 30), Forecast::Between { low: 28, high: 30 });
    }

    proptest! {
        #[test]
        fn it_never_goes_below_what_is_shown_nor_above_the_roll(
            steps in vec(0_u32..30, 0..20),
            open_for in 1_i64..40,
            spare in 0_u32..50,
        ) {
            let shown: Vec<u32> = steps.iter().scan(0, |sum, step| { *sum += step; Some(*sum) }).collect();
            let last = shown.last().copied().unwrap_or(0);
            let closes = OPENED.saturating_add(open_for.days());
            if let Forecast::Between { low, high } = forecast(&days(&shown), OPENED, closes, last + spare) {
                prop_assert!(last <= low && low <= high && high <= last + spare);
            }
        }
    }
}
