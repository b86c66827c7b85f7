//! Whether counts of a few people tell what each of them said: because all of them said the same, or all but
//! one, who then knows it of the others.
//!
//! Judges counts only. Where a group is large enough for it not to matter is decided by whoever asks.

use crate::results::{questions::Kind, tally::Count};

/// So few who differ from all others would know all others by the figure.
pub const TOO_ALIKE: u32 = 1;

/// What one number weighs against all others but the one of whoever works it out: a tenth, as statistical offices
/// have it.
const WEIGHS: i128 = 10;

pub fn is_alike(kind: &Kind, count: &Count) -> bool {
    let given = count.given;
    let most = count.by_answer.iter().max().copied().unwrap_or_default();
    match kind {
        Kind::Rated { .. } | Kind::Choice(_) => given.saturating_sub(most) <= TOO_ALIKE,
        // Chosen by all; or nearly nobody chose anything.
        Kind::Choices(_) | Kind::Votes(_) | Kind::Election(_) => {
            given.saturating_sub(most) <= TOO_ALIKE || (most <= TOO_ALIKE && count.by_answer.iter().sum::<u32>() < given)
        }
        Kind::Ranking(codes) => is_ranked_alike(u32::try_from(codes.len()).unwrap_or(u32::MAX), count),
        Kind::Number => is_numbered_alike(count),
    }
}

/// All but one put the same first; or, where everything had to be ranked, the same last.
fn is_ranked_alike(choices: u32, count: &Count) -> bool {
    let all_but_one = count.given.saturating_sub(TOO_ALIKE);
    let is_first = |points: &u32| *points >= choices.saturating_mul(all_but_one);
    let of_all = choices.saturating_mul(choices.saturating_add(1)) / 2;
    let is_whole = count.by_answer.iter().sum::<u32>() == of_all.saturating_mul(count.given);
    let is_last = |points: &u32| is_whole && *points <= all_but_one.saturating_add(choices.saturating_mul(TOO_ALIKE));
    count.by_answer.iter().any(|points| is_first(points) || is_last(points))
}

/// The sum would tell what each said, or what the one said who is far from all others.
fn is_numbered_alike(count: &Count) -> bool {
    let ([lowest, low], [highest, high]) = (&count.lowest[..], &count.highest[..]) else { return true };
    let (given, span) = (i128::from(count.given), highest - lowest);
    let above = count.sum - lowest * given - span - (high - lowest);
    let below = highest * given - count.sum - span - (highest - low);
    low == highest || high == lowest || above * WEIGHS < span || below * WEIGHS < span
}
