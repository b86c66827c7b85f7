//! Form keys: proof that we drew this form for this visitor, and a name for "this very form".
//!
//! A key is random bytes, the time, and a keyed hash over both and their owner (a session, or a
//! guest's cookie). Nothing is stored for it. Who has no key of ours cannot post a form in a
//! visitor's name; and a deed that must happen once is remembered under the key and what was sent
//! with it (`once`).

use std::{fmt, time::Duration};

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;

use crate::{
    clock::{HOUR, Moment},
    dice::Dice,
    secrets::{MasterKey, Purpose},
};

/// A form may lie on a desk for so long.
const VALID: Duration = Duration::from_secs(12 * HOUR.as_secs());

/// Seconds by which the clocks of two servers may differ.
const SKEW: i64 = 60;

const RANDOM: usize = 16;
const TIME: usize = 8;
const TAG: usize = 16;

/// A key that was checked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FormKey([u8; RANDOM]);

impl FormKey {
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The key of this form with exactly this in it. Sent twice it is one deed; sent again with
    /// something else, which a browser's “back” makes easy, it is another.
    #[must_use]
    pub fn with<'sent>(self, content: impl IntoIterator<Item = &'sent [u8]>) -> Self {
        let mut hash = Sha256::new();
        hash.update(self.0);
        for part in content {
            hash.update(part.len().to_be_bytes());
            hash.update(part);
        }
        let mut key = [0; RANDOM];
        for (byte, digest) in key.iter_mut().zip(hash.finalize()) {
            *byte = digest;
        }
        Self(key)
    }
}

impl fmt::Debug for FormKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FormKey(…)")
    }
}

/// Mints and checks form keys.
#[derive(Clone, Debug)]
pub struct FormKeys(MasterKey);

impl FormKeys {
    pub fn new(master: MasterKey) -> Self {
        Self(master)
    }

    /// A new key for a form drawn for `owner`.
    pub fn mint(&self, owner: &[u8], now: Moment, dice: &mut Dice) -> String {
        let random = dice.bytes::<RANDOM>();
        let time = now.seconds().to_be_bytes();
        BASE64URL_NOPAD.encode(&[&random[..], &time, &self.tag(owner, &random, time)].concat())
    }

    /// The key, if it is one of ours, for this owner, and not too old.
    pub fn check(&self, text: &str, owner: &[u8], now: Moment) -> Option<FormKey> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (random, rest) = bytes.split_first_chunk::<RANDOM>()?;
        let (time, tag) = rest.split_first_chunk::<TIME>()?;
        let age = now.seconds().checked_sub(i64::from_be_bytes(*time))?;
        // Another server may have drawn it, whose clock is a little ahead.
        let fresh = u64::try_from(age.saturating_add(SKEW)).is_ok_and(|age| age <= VALID.as_secs() + SKEW.unsigned_abs());
        let ours = bool::from(self.tag(owner, random, *time).ct_eq(tag));
        (ours && fresh).then_some(FormKey(*random))
    }

    fn tag(&self, owner: &[u8], random: &[u8], time: [u8; TIME]) -> [u8; TAG] {
        let hash = self.0.keyed_hash(Purpose::Forms, &[owner, random, &time]);
        hash.first_chunk().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::MINUTE;

    #[test]
    fn a_form_key_is_good_for_its_owner_until_it_is_old() {
        let dice = &mut Dice::loaded(1);
        let keys = FormKeys::new(MasterKey::random(dice));
        let drawn = Moment::from_micros(1_000_000_000_000_000);
        let text = keys.mint(b"anan", drawn, dice);

        assert!(keys.check(&text, b"anan", drawn).is_some());
        assert!(keys.check(&text, b"anan", drawn.plus(VALID)).is_some());
        assert!(keys.check(&text, b"bo", drawn).is_none());
        assert!(keys.check(&text, b"anan", drawn.plus(VALID).plus(MINUTE)).is_none());
        assert!(keys.check(&text, b"anan", drawn.minus(MINUTE)).is_some()); // drawn by a clock that is ahead
        assert!(keys.check(&text, b"anan", drawn.minus(2 * MINUTE)).is_none());
        assert!(keys.check("", b"anan", drawn).is_none());

        let other_house = FormKeys::new(MasterKey::random(dice));
        assert!(other_house.check(&text, b"anan", drawn).is_none());
    }

    #[test]
    fn no_two_forms_have_the_same_key() {
        let dice = &mut Dice::loaded(1);
        let keys = FormKeys::new(MasterKey::random(dice));
        let now = Moment::from_micros(0);
        assert_ne!(keys.mint(b"anan", now, dice), keys.mint(b"anan", now, dice));
    }
}
