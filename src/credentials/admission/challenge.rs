//! A piece of work for a browser: numbers whose hashes begin with so many zeros.
//!
//! The answer to a challenge `c` is [`PARTS`] numbers. The one at place `i` is a number `n` for which
//! SHA-256(SHA-256(c) ‖ i ‖ n), both as four bytes, begins with [`BITS`] zero bits. Finding them takes
//! 2^17 tries on average, and several small searches never take as long as one large one may;
//! checking takes nine hashes.

use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::{
    clock::Moment,
    dice::Dice,
    ids::SurveyId,
    secrets::{MasterKey, Purpose},
};

/// Together about a third of a second in a browser on a desk and two on a phone of many years ago
/// (docs/performance.md).
pub const BITS: u8 = 14;
pub const PARTS: usize = 8;

/// A challenge is good for so long at least.
const VALID: Duration = Duration::from_secs(10 * 60);
/// Its end is rounded up to such steps, so that it does not tell when it was asked for.
const STEP: i64 = 5 * 60;

const NONCE: usize = 16;
const TAG: usize = 16;

/// One of ours, not forged. Whether it still holds is another question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    pub survey: SurveyId,
    /// In seconds.
    pub expires: i64,
    /// By which it is remembered once it is solved; also what the answer is appended to.
    pub digest: [u8; 32],
    bits: u8,
}

impl Challenge {
    pub fn mint(master: &MasterKey, survey: SurveyId, now: Moment, dice: &mut Dice) -> String {
        let nonce = dice.bytes::<NONCE>();
        let expires = next_step(now.plus(VALID), STEP).to_be_bytes();
        let tag = tag(master, &nonce, survey.as_bytes(), &expires, BITS);
        BASE64URL_NOPAD.encode(&[&nonce[..], survey.as_bytes(), &expires, &[BITS], &tag].concat())
    }

    /// `None` for what we did not hand out.
    pub fn read(master: &MasterKey, text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (nonce, rest) = bytes.split_first_chunk::<NONCE>()?;
        let (survey, rest) = rest.split_first_chunk::<16>()?;
        let (expires, rest) = rest.split_first_chunk::<8>()?;
        let (&bits, given) = rest.split_first()?;
        let is_ours = bool::from(tag(master, nonce, survey, expires, bits).ct_eq(given));
        is_ours.then(|| Self {
            survey: SurveyId::from_bytes(*survey),
            expires: i64::from_be_bytes(*expires),
            digest: Sha256::digest(text).into(),
            bits,
        })
    }

    pub fn holds(&self, now: Moment) -> bool {
        now.seconds() < self.expires
    }

    pub fn is_solved_by(&self, answer: &[u32]) -> bool {
        answer.len() == PARTS && (0..).zip(answer).all(|(place, number)| self.has(place, *number))
    }

    fn has(&self, place: u32, number: u32) -> bool {
        let hash = Sha256::new().chain_update(self.digest).chain_update(place.to_be_bytes()).chain_update(number.to_be_bytes());
        let first = hash.finalize().first_chunk::<4>().map_or(u32::MAX, |first| u32::from_be_bytes(*first));
        first.leading_zeros() >= u32::from(self.bits)
    }
}

/// In seconds, rounded up.
pub(super) fn next_step(moment: Moment, step: i64) -> i64 {
    let seconds = moment.seconds();
    seconds + (step - seconds.rem_euclid(step))
}

fn tag(master: &MasterKey, nonce: &[u8], survey: &[u8], expires: &[u8], bits: u8) -> [u8; TAG] {
    let hash = master.keyed_hash(Purpose::Challenges, &[nonce, survey, expires, &[bits]]);
    hash.first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clock::{Clock, MINUTE};

    const NOON: Moment = Moment::from_micros(1_795_237_201_000_000);

    #[test]
    fn a_challenge_reads_back_and_holds_until_a_step_after_ten_minutes() {
        let dice = &mut Dice::loaded(1);
        let (master, survey) = (MasterKey::random(dice), dice.id());
        let text = Challenge::mint(&master, survey, NOON, dice);
        let read = Challenge::read(&master, &text).unwrap();
        assert_eq!((read.survey, read.bits, read.expires % STEP), (survey, BITS, 0));
        assert!(read.holds(NOON.plus(VALID)) && !read.holds(NOON.plus(VALID).plus(5 * MINUTE)));
        assert_ne!(Challenge::mint(&master, survey, NOON, dice), text);
        let other_house = MasterKey::random(dice);
        assert_eq!(Challenge::read(&other_house, &text), None);
        assert_eq!(Challenge::read(&master, ""), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn whatever_is_changed_in_it_it_is_ours_no_more(at in 0_usize..57, bit in 0_u8..8) {
            let dice = &mut Dice::loaded(2);
            let master = MasterKey::random(dice);
            let text = Challenge::mint(&master, dice.id(), NOON, dice);
            let mut bytes = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
            bytes[at] ^= 1 << bit;
            prop_assert_eq!(Challenge::read(&master, &BASE64URL_NOPAD.encode(&bytes)), None);
        }
    }

    #[test]
    fn an_answer_is_found_by_trying_and_only_whole_and_in_order_is_it_one() {
        let challenge = Challenge { survey: Dice::loaded(1).id(), expires: 0, digest: [7; 32], bits: 10 };
        let found: Vec<u32> = (0..20_000).filter(|number| challenge.has(0, *number)).collect();
        assert!((5..60).contains(&found.len()), "hardly any number is one: {}", found.len());
        let first = |place| (0..u32::MAX).find(|number| challenge.has(place, *number)).unwrap();
        let mut answer: Vec<u32> = (0..8).map(first).collect();
        assert!(challenge.is_solved_by(&answer));
        assert!(!Challenge { bits: 32, ..challenge.clone() }.is_solved_by(&answer));
        answer.swap(0, 1);
        assert!(!challenge.is_solved_by(&answer), "each number has its place");
        answer.swap(0, 1);
        assert!(!challenge.is_solved_by(&answer[..7]) && !challenge.is_solved_by(&[]));
        answer.push(first(8));
        assert!(!challenge.is_solved_by(&answer));
    }

    #[test]
    fn an_answer_is_checked_in_no_time() {
        let dice = &mut Dice::loaded(1);
        let master = MasterKey::random(dice);
        let text = Challenge::mint(&master, dice.id(), NOON, dice);
        let begun = Clock::System.now();
        for number in 0..1_000 {
            Challenge::read(&master, &text).unwrap().is_solved_by(&[number; PARTS]);
        }
        println!("{:?} for a thousand", Clock::System.now().since(begun));
        assert!(Clock::System.now().since(begun).as_secs() < 2);
    }
}
