//! A little work before somebody writes through the open door: a puzzle for a script, or patience without one.
//!
//! The puzzle is that of open links (credentials/admission); what it is bound to is the session. Whoever has no
//! script may send after a while, as the time of the puzzle says; nothing is stored for it until it is used.

use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::{
    clock::{HOUR, Moment},
    dice::Dice,
    ids::MeetingId,
    secrets::{MasterKey, Purpose},
};

/// Together some tenths of a second in a browser.
pub const BITS: u8 = 14;
pub const PARTS: usize = 8;

/// Long enough to write ten thousand characters.
const VALID: Duration = Duration::from_secs(12 * HOUR.as_secs());
/// Without a script; nobody reads and writes faster.
const PATIENCE: Duration = Duration::from_secs(15);

/// Seconds by which the clocks of two servers may differ.
const SKEW: i64 = 60;

const NONCE: usize = 16;
const TAG: usize = 16;

/// One of ours.
pub struct Work {
    pub meeting: MeetingId,
    minted: i64,
    /// By which it is remembered once it is used.
    pub digest: [u8; 32],
}

/// Whether it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Solved,
    /// Without a script, after a while.
    Waited,
    TooEarly,
    Expired,
}

impl Work {
    pub fn mint(master: &MasterKey, meeting: MeetingId, now: Moment, dice: &mut Dice) -> String {
        let nonce = dice.bytes::<NONCE>();
        let minted = now.seconds().to_be_bytes();
        let tag = tag(master, &nonce, meeting.as_bytes(), &minted);
        BASE64URL_NOPAD.encode(&[&nonce[..], meeting.as_bytes(), &minted, &tag].concat())
    }

    pub fn read(master: &MasterKey, text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (nonce, rest) = bytes.split_first_chunk::<NONCE>()?;
        let (meeting, rest) = rest.split_first_chunk::<16>()?;
        let (minted, given) = rest.split_first_chunk::<8>()?;
        let is_ours = bool::from(tag(master, nonce, meeting, minted).ct_eq(given));
        is_ours.then(|| Self {
            meeting: MeetingId::from_bytes(*meeting),
            minted: i64::from_be_bytes(*minted),
            digest: Sha256::digest(text).into(),
        })
    }

    pub fn done(&self, answer: &[u32], now: Moment) -> Done {
        let age = now.seconds().saturating_sub(self.minted);
        // Another server may have minted it, whose clock is a little ahead.
        let is_of_the_future = age < -SKEW;
        let age = u64::try_from(age).unwrap_or(0);
        if is_of_the_future || age > VALID.as_secs() {
            Done::Expired
        } else if answer.len() == PARTS && (0..).zip(answer).all(|(place, number)| self.has(place, *number)) {
            Done::Solved
        } else if age >= PATIENCE.as_secs() {
            Done::Waited
        } else {
            Done::TooEarly
        }
    }

    fn has(&self, place: u32, number: u32) -> bool {
        let hash = Sha256::new().chain_update(self.digest).chain_update(place.to_be_bytes()).chain_update(number.to_be_bytes());
        let first = hash.finalize().first_chunk::<4>().map_or(u32::MAX, |first| u32::from_be_bytes(*first));
        first.leading_zeros() >= u32::from(BITS)
    }
}

/// As the script writes it: numbers with commas.
pub fn answer(written: &str) -> Vec<u32> {
    written.split(',').filter_map(|number| number.parse().ok()).take(PARTS + 1).collect()
}

fn tag(master: &MasterKey, nonce: &[u8], meeting: &[u8], minted: &[u8]) -> [u8; TAG] {
    let hash = master.keyed_hash(Purpose::Challenges, &[b"clinic", nonce, meeting, minted]);
    hash.first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_work_is_done_by_a_script_at_once_or_by_waiting_and_is_good_for_half_a_day() {
        let dice = &mut Dice::loaded(1);
        let (master, meeting) = (MasterKey::random(dice), dice.id());
        let now = Moment::from_micros(1_795_237_201_000_000);
        let text = Work::mint(&master, meeting, now, dice);
        let work = Work::read(&master, &text).unwrap();
        assert_eq!(work.meeting, meeting);
        assert!(Work::read(&MasterKey::random(dice), &text).is_none() && Work::read(&master, "x").is_none());
        let numbers: Vec<u32> = (0..8).map(|place| (0..u32::MAX).find(|number| work.has(place, *number)).unwrap()).collect();
        let written = numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        assert_eq!(work.done(&answer(&written), now), Done::Solved);
        assert_eq!(work.done(&[], now), Done::TooEarly);
        assert_eq!(work.done(&[], now.plus(PATIENCE)), Done::Waited);
        assert_eq!(work.done(&numbers, now.plus(VALID).plus(PATIENCE)), Done::Expired);
    }
}
