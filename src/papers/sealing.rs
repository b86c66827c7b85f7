//! Sealing answers, and opening them: HPKE (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256),
//! HKDF-SHA256 and AES-128-GCM.
//!
//! A sealed ballot is bound to its paper and its stratum (`info`) and to its own message (`aad`): moved
//! anywhere else it does not open.

use std::fmt;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{
    PaperHash,
    hpke::{self, KeyPair, POINT, Point, SCALAR, TAG},
};
use crate::{dice::Dice, ids::StratumId};

/// Anybody may seal.
#[derive(Clone, PartialEq, Eq)]
pub struct SealingKey(Point);

/// Opens what its [`SealingKey`] sealed.
pub struct OpeningKey(KeyPair);

/// What cannot be sealed or opened: another key, another place, or altered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it does not open: another key, another place, or altered")]
pub struct NotSealed;

/// How long a sealed ballot may be, for plaintexts of these sizes.
pub fn sealed_sizes(sizes: &[usize]) -> impl Iterator<Item = usize> {
    sizes.iter().map(|size| POINT + size + TAG)
}

impl SealingKey {
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().filter(hpke::is_point).map(Self)
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_vec()
    }

    /// `enc ‖ ct`. `message` is the prepared message of the ballot.
    pub fn seal(
        &self,
        paper: PaperHash,
        stratum: StratumId,
        message: &[u8],
        plaintext: &[u8],
        dice: &mut Dice,
    ) -> Result<Vec<u8>, NotSealed> {
        let once = random(dice);
        let sealed = hpke::seal(&once, &self.0, &info(paper, stratum), &aad(message), plaintext).ok_or(NotSealed)?;
        Ok([&once.public[..], &sealed].concat())
    }
}

impl OpeningKey {
    pub fn random(dice: &mut Dice) -> (Self, SealingKey) {
        let pair = random(dice);
        let public = SealingKey(pair.public);
        (Self(pair), public)
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let scalar: [u8; SCALAR] = bytes.try_into().ok()?;
        KeyPair::new(Zeroizing::new(scalar)).map(Self)
    }

    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.scalar().to_vec())
    }

    /// The other half: what this one opens was sealed with it.
    pub const fn sealing_key(&self) -> SealingKey {
        SealingKey(self.0.public)
    }

    pub fn open(&self, paper: PaperHash, stratum: StratumId, message: &[u8], sealed: &[u8]) -> Result<Vec<u8>, NotSealed> {
        let (enc, ciphertext) = sealed.split_first_chunk::<POINT>().ok_or(NotSealed)?;
        self.0.open(enc, &info(paper, stratum), &aad(message), ciphertext).ok_or(NotSealed)
    }
}

/// Nearly every number is a key; the next one is, where one is not.
fn random(dice: &mut Dice) -> KeyPair {
    loop {
        if let Some(pair) = KeyPair::new(Zeroizing::new(dice.bytes())) {
            return pair;
        }
    }
}

fn info(paper: PaperHash, stratum: StratumId) -> Vec<u8> {
    [&paper.as_bytes()[..], stratum.as_bytes()].concat()
}

fn aad(message: &[u8]) -> [u8; 32] {
    Sha256::digest(message).into()
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKey(…)")
    }
}

impl fmt::Debug for OpeningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpeningKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;
    use hpke_library::{
        Deserializable as _, Kem as _, OpModeR, OpModeS, Serializable as _, aead::AesGcm128, kdf::HkdfSha256,
        kem::DhP256HkdfSha256 as Kem,
    };
    use proptest::{collection::vec, prelude::*};

    use super::*;

    #[test]
    fn what_was_sealed_opens_in_its_own_place_alone() {
        let dice = &mut Dice::loaded(1);
        let (opening, sealing) = OpeningKey::random(dice);
        let (paper, other_paper) = (PaperHash::of("one"), PaperHash::of("another"));
        let (stratum, other_stratum) = (dice.id(), dice.id());
        let sealed = sealing.seal(paper, stratum, b"message", b"answers", dice).unwrap();
        assert_eq!(sealed.len(), sealed_sizes(&[7]).next().unwrap());
        assert_eq!(opening.open(paper, stratum, b"message", &sealed).unwrap(), b"answers");
        assert_eq!(opening.open(other_paper, stratum, b"message", &sealed), Err(NotSealed));
        assert_eq!(opening.open(paper, other_stratum, b"message", &sealed), Err(NotSealed));
        assert_eq!(opening.open(paper, stratum, b"massage", &sealed), Err(NotSealed));
        assert_eq!(OpeningKey::random(dice).0.open(paper, stratum, b"message", &sealed), Err(NotSealed));
        for at in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[at] ^= 1;
            assert_eq!(opening.open(paper, stratum, b"message", &altered), Err(NotSealed), "byte {at}");
        }
        assert_eq!(opening.open(paper, stratum, b"message", &sealed[..64]), Err(NotSealed));
    }

    #[test]
    fn keys_read_back_as_they_were_written() {
        let dice = &mut Dice::loaded(2);
        let (opening, sealing) = OpeningKey::random(dice);
        let (again, sealing_again) =
            (OpeningKey::from_bytes(&opening.to_bytes()).unwrap(), SealingKey::from_bytes(&sealing.to_bytes()).unwrap());
        let (paper, stratum) = (PaperHash::of(""), dice.id());
        let sealed = sealing_again.seal(paper, stratum, b"m", b"a", dice).unwrap();
        assert_eq!(again.open(paper, stratum, b"m", &sealed).unwrap(), b"a");
        assert!(again.sealing_key() == sealing && OpeningKey::random(dice).0.sealing_key() != sealing);
        assert!(SealingKey::from_bytes(&[4; 65]).is_none() && OpeningKey::from_bytes(&[0; 32]).is_none());
    }

    /// RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, the first
    /// encryption.
    #[test]
    fn the_published_ciphertext_opens() {
        let hex = |text: &str| HEXLOWER.decode(text.as_bytes()).unwrap();
        let private = hex("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2");
        let enc = hex(
            "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
        );
        let ciphertext = hex("5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434");
        let (info, aad, plaintext) = (
            hex("4f6465206f6e2061204772656369616e2055726e"),
            hex("436f756e742d30"),
            hex("4265617574792069732074727574682c20747275746820626561757479"),
        );
        let pair = KeyPair::new(Zeroizing::new(private.try_into().unwrap())).unwrap();
        let enc = enc.try_into().unwrap();
        assert_eq!(pair.open(&enc, &info, &aad, &ciphertext).unwrap(), plaintext);
    }

    proptest! {
        #[test]
        fn another_library_opens_what_is_sealed_here_and_seals_what_opens_here(
            seed: u64,
            info in vec(any::<u8>(), 0..80),
            aad in vec(any::<u8>(), 0..80),
            plaintext in vec(any::<u8>(), 0..300),
        ) {
            let dice = &mut Dice::loaded(seed);
            let (ours, once) = (random(dice), random(dice));
            let private = <Kem as hpke_library::Kem>::PrivateKey::from_bytes(&*ours.scalar()).unwrap();
            prop_assert_eq!(&Kem::sk_to_pk(&private).to_bytes()[..], &ours.public[..]);

            let sealed = hpke::seal(&once, &ours.public, &info, &aad, &plaintext).unwrap();
            let enc = <Kem as hpke_library::Kem>::EncappedKey::from_bytes(&once.public).unwrap();
            let receiver = hpke_library::setup_receiver::<AesGcm128, HkdfSha256, Kem>(&OpModeR::Base, &private, &enc, &info);
            prop_assert_eq!(receiver.unwrap().open(&sealed, &aad).unwrap(), plaintext.clone());

            let (mode, public) = (OpModeS::Base, Kem::sk_to_pk(&private));
            let sender = hpke_library::setup_sender_with_rng::<AesGcm128, HkdfSha256, Kem>(&mode, &public, &info, &mut dice.generator());
            let (enc, mut context) = sender.unwrap();
            let sealed = context.seal(&plaintext, &aad).unwrap();
            let enc = enc.to_bytes().as_slice().try_into().unwrap();
            prop_assert_eq!(ours.open(&enc, &info, &aad, &sealed).unwrap(), plaintext);
        }
    }

    #[test]
    fn what_is_no_point_or_no_key_is_refused() {
        let pair = random(&mut Dice::loaded(3));
        let mut off = pair.public;
        off[64] ^= 1;
        let mut compressed = pair.public;
        compressed[0] = 2;
        for wrong in [off, compressed, [0; POINT], [4; POINT], [0xff; POINT]] {
            assert!(!hpke::is_point(&wrong), "{wrong:?}");
            assert_eq!(pair.open(&wrong, b"", b"", &[0; 32]), None);
        }
        // Nothing, the number of points, and more than that.
        let order = HEXLOWER.decode(b"ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551").unwrap();
        for wrong in [&[0; 32][..], &order, &[0xff; 32]] {
            assert!(OpeningKey::from_bytes(wrong).is_none());
        }
    }
}
