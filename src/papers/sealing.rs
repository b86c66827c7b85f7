//! Sealing answers, and opening them: HPKE (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256),
//! HKDF-SHA256 and AES-128-GCM.
//!
//! A sealed ballot is bound to its paper and its stratum (`info`) and to its own message (`aad`): moved
//! anywhere else it does not open.

use std::fmt;

use hpke::{
    Deserializable as _, Kem as _, OpModeR, OpModeS, Serializable as _, aead::AesGcm128, kdf::HkdfSha256, kem::DhP256HkdfSha256,
};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::PaperHash;
use crate::{dice::Dice, ids::StratumId};

type Kem = DhP256HkdfSha256;

/// An uncompressed point of P-256.
const ENC: usize = 65;
const TAG: usize = 16;

/// Anybody may seal.
#[derive(Clone, PartialEq, Eq)]
pub struct SealingKey(<Kem as hpke::Kem>::PublicKey);

/// Opens what its [`SealingKey`] sealed.
pub struct OpeningKey(<Kem as hpke::Kem>::PrivateKey);

/// What cannot be sealed or opened: another key, another place, or altered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it does not open: another key, another place, or altered")]
pub struct NotSealed;

/// How long a sealed ballot may be, for plaintexts of these sizes.
pub fn sealed_sizes(sizes: &[usize]) -> impl Iterator<Item = usize> {
    sizes.iter().map(|size| ENC + size + TAG)
}

impl SealingKey {
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        <Kem as hpke::Kem>::PublicKey::from_bytes(bytes).ok().map(Self)
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes().to_vec()
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
        let info = info(paper, stratum);
        let sender =
            hpke::setup_sender_with_rng::<AesGcm128, HkdfSha256, Kem>(&OpModeS::Base, &self.0, &info, &mut dice.generator());
        let (enc, mut context) = sender.map_err(|_| NotSealed)?;
        let ciphertext = context.seal(plaintext, &aad(message)).map_err(|_| NotSealed)?;
        Ok([&enc.to_bytes()[..], &ciphertext].concat())
    }
}

impl OpeningKey {
    pub fn random(dice: &mut Dice) -> (Self, SealingKey) {
        let (private, public) = Kem::derive_keypair(&*Zeroizing::new(dice.bytes::<32>()));
        (Self(private), SealingKey(public))
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        <Kem as hpke::Kem>::PrivateKey::from_bytes(bytes).ok().map(Self)
    }

    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.to_bytes().to_vec())
    }

    /// The other half: what this one opens was sealed with it.
    pub fn sealing_key(&self) -> SealingKey {
        SealingKey(Kem::sk_to_pk(&self.0))
    }

    pub fn open(&self, paper: PaperHash, stratum: StratumId, message: &[u8], sealed: &[u8]) -> Result<Vec<u8>, NotSealed> {
        let (enc, ciphertext) = sealed.split_at_checked(ENC).ok_or(NotSealed)?;
        let enc = <Kem as hpke::Kem>::EncappedKey::from_bytes(enc).map_err(|_| NotSealed)?;
        let info = info(paper, stratum);
        let receiver = hpke::setup_receiver::<AesGcm128, HkdfSha256, Kem>(&OpModeR::Base, &self.0, &enc, &info);
        receiver.map_err(|_| NotSealed)?.open(ciphertext, &aad(message)).map_err(|_| NotSealed)
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
        let private = <Kem as hpke::Kem>::PrivateKey::from_bytes(&private).unwrap();
        let enc = <Kem as hpke::Kem>::EncappedKey::from_bytes(&enc).unwrap();
        let mut context = hpke::setup_receiver::<AesGcm128, HkdfSha256, Kem>(&OpModeR::Base, &private, &enc, &info).unwrap();
        assert_eq!(context.open(&ciphertext, &aad).unwrap(), plaintext);
    }
}
