//! Values that lie in the database encrypted: AES-256-GCM under a key derived from the master key.
//!
//! A sealed value is bound to its place (the row it belongs to), so that it opens nowhere else.

use aes_gcm::{
    Aes256Gcm, Nonce,
    aead::{Aead, KeyInit, Payload},
};
use zeroize::Zeroize;

use super::{MasterKey, Purpose};
use crate::dice::Dice;

const NONCE: usize = 12;

/// Nonce and ciphertext, ready for a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sealed value does not open: another master key, another place, or altered")]
pub struct NotOpened;

impl Sealed {
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl MasterKey {
    /// Seals `plain` for one place only.
    pub fn seal(&self, purpose: Purpose, place: &[u8], plain: &[u8], dice: &mut Dice) -> Sealed {
        let nonce = dice.bytes::<NONCE>();
        let sealed = self.cipher(purpose).encrypt(&Nonce::from(nonce), Payload { msg: plain, aad: place });
        debug_assert!(sealed.is_ok(), "only more than 64 GiB could not be sealed");
        Sealed([&nonce[..], &sealed.unwrap_or_default()].concat())
    }

    /// Opens what [`MasterKey::seal`] closed, in the same place.
    pub fn open(&self, purpose: Purpose, place: &[u8], sealed: &Sealed) -> Result<Vec<u8>, NotOpened> {
        let (nonce, ciphertext) = sealed.0.split_first_chunk::<NONCE>().ok_or(NotOpened)?;
        self.cipher(purpose).decrypt(&Nonce::from(*nonce), Payload { msg: ciphertext, aad: place }).map_err(|_| NotOpened)
    }

    fn cipher(&self, purpose: Purpose) -> Aes256Gcm {
        let mut key = self.derive(purpose);
        let cipher = Aes256Gcm::new(&key.into());
        key.zeroize();
        cipher
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_opens_only_with_its_key_in_its_place_for_its_purpose_unaltered() {
        let dice = &mut Dice::loaded(1);
        let (key, other) = (MasterKey::random(dice), MasterKey::random(dice));
        let sealed = key.seal(Purpose::Letters, b"row 1", "ความลับ".as_bytes(), dice);

        assert_eq!(key.open(Purpose::Letters, b"row 1", &sealed).unwrap(), "ความลับ".as_bytes());
        assert_eq!(other.open(Purpose::Letters, b"row 1", &sealed), Err(NotOpened));
        assert_eq!(key.open(Purpose::Letters, b"row 2", &sealed), Err(NotOpened));
        assert_eq!(key.open(Purpose::SecondFactors, b"row 1", &sealed), Err(NotOpened));

        let mut altered = sealed.0;
        *altered.last_mut().unwrap() ^= 1;
        assert_eq!(key.open(Purpose::Letters, b"row 1", &Sealed(altered)), Err(NotOpened));
        assert_eq!(key.open(Purpose::Letters, b"row 1", &Sealed(vec![1, 2])), Err(NotOpened));
    }

    #[test]
    fn the_same_value_never_looks_the_same_twice() {
        let dice = &mut Dice::loaded(1);
        let key = MasterKey::random(dice);
        let first = key.seal(Purpose::Letters, b"", b"same", dice);
        assert_ne!(first, key.seal(Purpose::Letters, b"", b"same", dice));
    }
}
