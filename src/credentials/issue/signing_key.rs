//! The private key of one stratum: signs a blinded message without learning what it is.
//!
//! `BlindSign` of RFC 9474. The private operation is OpenSSL's, in constant time and with a blinding of its
//! own, because whoever asks chooses what is signed. Numbers that would give something away are refused,
//! and every result is checked before it leaves.

use std::fmt;

use openssl::{
    bn::{BigNum, BigNumRef},
    error::ErrorStack,
    pkey::{PKey, Private},
    rsa::{Padding, Rsa},
};
use zeroize::Zeroizing;

const BITS: u32 = 2048;

pub struct SigningKey(Rsa<Private>);

#[derive(Debug, thiserror::Error)]
pub enum NotSigned {
    /// Of another length, not below n, or one of 0, 1 and n − 1.
    #[error("this is no blinded message")]
    NotABlindedMessage,
    #[error("the signature did not hold, and was not handed out")]
    WrongResult,
    #[error("OpenSSL failed")]
    Library(#[from] ErrorStack),
}

impl SigningKey {
    pub fn generate() -> Result<Self, ErrorStack> {
        Rsa::generate(BITS).map(Self)
    }

    /// What [`SigningKey::to_der`] wrote.
    pub fn from_der(der: &[u8]) -> Result<Self, ErrorStack> {
        Rsa::private_key_from_der(der).map(Self)
    }

    pub fn to_der(&self) -> Result<Zeroizing<Vec<u8>>, ErrorStack> {
        self.0.private_key_to_der().map(Zeroizing::new)
    }

    /// The public key, as SPKI.
    pub fn spki(&self) -> Result<Vec<u8>, ErrorStack> {
        PKey::public_key_from_der(&self.0.public_key_to_der()?)?.public_key_to_der()
    }

    pub fn check(&self, blinded: &[u8]) -> Result<(), NotSigned> {
        if u32::try_from(blinded.len()) != Ok(self.0.size()) {
            return Err(NotSigned::NotABlindedMessage);
        }
        let number = BigNum::from_slice(blinded)?;
        let one = BigNum::from_u32(1)?;
        if *number <= *one || *number >= *before(self.0.n())? { Err(NotSigned::NotABlindedMessage) } else { Ok(()) }
    }

    pub fn sign(&self, blinded: &[u8]) -> Result<Vec<u8>, NotSigned> {
        self.check(blinded)?;
        let mut signature = vec![0; blinded.len()];
        self.0.private_encrypt(blinded, &mut signature, Padding::NONE)?;
        let mut again = vec![0; blinded.len()];
        self.0.public_decrypt(&signature, &mut again, Padding::NONE)?;
        if again == blinded { Ok(signature) } else { Err(NotSigned::WrongResult) }
    }
}

/// n − 1
fn before(modulus: &BigNumRef) -> Result<BigNum, ErrorStack> {
    let mut before = modulus.to_owned()?;
    before.sub_word(1)?;
    Ok(before)
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_give_something_away_is_refused() {
        let key = SigningKey::generate().unwrap();
        let bytes = |number: &BigNumRef| number.to_vec_padded(256).unwrap();
        let n = key.0.n();
        let mut above = n.to_owned().unwrap();
        above.add_word(1).unwrap();
        let one = BigNum::from_u32(1).unwrap();
        let refused =
            [vec![0; 256], bytes(&one), bytes(&before(n).unwrap()), bytes(n), bytes(&above), vec![2; 255], vec![0; 257], vec![]];
        for number in refused {
            assert!(matches!(key.sign(&number), Err(NotSigned::NotABlindedMessage)), "{number:?}");
        }
        let mut two_before = n.to_owned().unwrap();
        two_before.sub_word(2).unwrap();
        for number in [BigNum::from_u32(2).unwrap(), two_before] {
            assert_eq!(key.sign(&bytes(&number)).unwrap().len(), 256);
        }
    }

    #[test]
    fn the_same_number_gets_the_same_signature_also_from_the_key_that_was_kept() {
        let key = SigningKey::generate().unwrap();
        let again = SigningKey::from_der(&key.to_der().unwrap()).unwrap();
        assert_eq!(key.spki().unwrap(), again.spki().unwrap());
        assert_eq!(key.sign(&[7; 256]).unwrap(), again.sign(&[7; 256]).unwrap());
    }

    /// RFC 9474, appendix A: RSABSSA-SHA384-PSS-Randomized.
    #[test]
    fn the_published_blinded_message_gets_the_published_signature() {
        let vector: serde_json::Value =
            serde_json::from_str(include_str!("../../../tests/browser/vectors/rfc9474.json")).unwrap();
        let number = |name: &str| BigNum::from_hex_str(vector[name].as_str().unwrap()).unwrap();
        let bytes = |name: &str| number(name).to_vec_padded(512).unwrap();
        let (one, other, public) = (number("p"), number("q"), BigNum::from_u32(65_537).unwrap());
        let mut context = openssl::bn::BigNumContext::new().unwrap();
        let (mut phi, mut private) = (BigNum::new().unwrap(), BigNum::new().unwrap());
        phi.checked_mul(&before(&one).unwrap(), &before(&other).unwrap(), &mut context).unwrap();
        private.mod_inverse(&public, &phi, &mut context).unwrap();
        let rsa = openssl::rsa::RsaPrivateKeyBuilder::new(number("n"), public, private).unwrap();
        let rsa = rsa.set_factors(one, other).unwrap().build();
        assert_eq!(SigningKey(rsa).sign(&bytes("blinded_msg")).unwrap(), bytes("blind_sig"));
    }
}
