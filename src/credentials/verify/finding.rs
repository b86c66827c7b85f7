//! What can be wrong with a bulletin, each in a sentence.
//!
//! A group is what people call a stratum. Ballots are named by their position in the list, from
//! 1, and never by their message. Names come from the file, so whoever prints a sentence keeps
//! control characters out of it.

use std::fmt;

use super::Unfit;
use crate::ids::StratumId;

const SHOWN: usize = 5;

/// `group` is the name of one group; `whose` may also be all of them together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    #[error("Group “{group}”: the fingerprint is not that of its key.")]
    OtherFingerprint { group: String },
    #[error("Group “{group}”: its key cannot be used, so none of its ballots could be checked; {why}.")]
    UnfitKey { group: String, why: Unfit },
    #[error("Group “{group}”: its key is also that of group “{other}”, so a ballot of one would pass for a ballot of the other.")]
    SharedKey { group: String, other: String },
    #[error("Two groups have the id {0}: it is not clear whose its ballots are.")]
    SharedId(StratumId),
    #[error("The ballots are not in the order of their messages. Those that should stand after the next one: {0}.")]
    Unsorted(Places),
    #[error("The same ballot is listed more than once. Those that stand further up already: {0}.")]
    Repeated(Places),
    #[error("Ballots of a group that is not in the bulletin: {0}.")]
    UnknownGroup(Places),
    #[error("Ballots whose signature was not made by the key of their group: {0}.")]
    NotEntitled(Places),
    #[error("{whose}: {counted} counted, but {listed} listed.")]
    OtherNumber { whose: String, counted: u64, listed: u64 },
    #[error("All groups together: {opened} ballots opened, but {unopened} not: either all are, or none.")]
    PartlyOpened { opened: u64, unopened: u64 },
    #[error("{whose}: {counted} counted and {spoilt} spoilt, more than the {issued} credentials issued.")]
    MoreThanIssued { whose: String, counted: u64, spoilt: u64, issued: u64 },
    #[error("{whose}: {issued} credentials issued, more than the {roll} people on the roll.")]
    MoreThanRoll { whose: String, issued: u64, roll: u64 },
    #[error("All groups together: {groups} people on their rolls, but {survey} on the roll of the survey.")]
    OtherRoll { groups: u64, survey: u64 },
}

impl Finding {
    /// Whether this finding is about the ballot at a place, counted from 0.
    pub fn concerns(&self, place: usize) -> bool {
        match self {
            Self::Repeated(places) | Self::UnknownGroup(places) | Self::NotEntitled(places) => places.0.contains(&place),
            _ => false,
        }
    }
}

/// Places in the list of ballots, counted from 0 and shown from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places(pub Vec<usize>);

impl fmt::Display for Places {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(places) = self;
        let first: Vec<_> = places.iter().take(SHOWN).map(|place| (place + 1).to_string()).collect();
        let more = if places.len() > SHOWN { " first" } else { "" };
        write!(f, "{},{more} at position {}", places.len(), first.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_places_are_shown_and_all_are_counted() {
        assert_eq!(Places(vec![0]).to_string(), "1, at position 1");
        assert_eq!(Places(vec![3, 6]).to_string(), "2, at position 4, 7");
        assert_eq!(Places((0..900).collect()).to_string(), "900, first at position 1, 2, 3, 4, 5");
    }
}
