//! Blinding a prepared message, and taking the blinding off what was signed.

use openssl::{
    bn::{BigNum, BigNumContext},
    error::ErrorStack,
    pkey::{PKey, Public},
    rsa::Rsa,
};
use sha2::{Digest as _, Sha512};

use super::encode::{SALT, encode};
use crate::credentials::verify::{PreparedMessage, PublicKey};

/// One blinding: the same secret always makes the same one, so that what was asked for can be asked for
/// again.
pub struct Blinding {
    key: Rsa<Public>,
    spki: Vec<u8>,
    message: PreparedMessage,
    pub blinded: Vec<u8>,
    inverse: BigNum,
}

#[derive(Debug, thiserror::Error)]
pub enum NotBlinded {
    #[error("the key is not fit")]
    Key,
    #[error("what was signed is not what was asked for")]
    WrongSignature,
    #[error("OpenSSL failed")]
    Library(#[from] ErrorStack),
}

impl Blinding {
    pub fn new(spki: &[u8], message: PreparedMessage, secret: &[u8; 32]) -> Result<Self, NotBlinded> {
        let key = PKey::public_key_from_der(spki)?.rsa()?;
        let mut context = BigNumContext::new_secure()?;
        let salt = stretch(secret, b"salt", SALT);
        let salt = salt.first_chunk::<SALT>().ok_or(NotBlinded::Key)?;
        // Longer than the modulus by 128 bits, so that nothing is likelier than anything else.
        let (mut factor, mut inverse) = (BigNum::new_secure()?, BigNum::new_secure()?);
        let length = usize::try_from(key.size()).map_err(|_| NotBlinded::Key)?;
        factor.nnmod(&*BigNum::from_slice(&stretch(secret, b"factor", length + 16))?, key.n(), &mut context)?;
        inverse.mod_inverse(&factor, key.n(), &mut context)?;
        Self::with(key, spki, message, salt, inverse, &factor)
    }

    fn with(
        key: Rsa<Public>,
        spki: &[u8],
        message: PreparedMessage,
        salt: &[u8; SALT],
        inverse: BigNum,
        factor: &BigNum,
    ) -> Result<Self, NotBlinded> {
        let length = usize::try_from(key.size()).map_err(|_| NotBlinded::Key)?;
        let encoded = encode(message.as_bytes(), salt, length).ok_or(NotBlinded::Key)?;
        let blinded = blind(&key, &encoded, factor)?;
        Ok(Self { spki: spki.to_vec(), key, message, blinded, inverse })
    }

    /// The signature of the message itself, which holds.
    pub fn finalize(&self, signed: &[u8]) -> Result<Vec<u8>, NotBlinded> {
        let signature = unblind(&self.key, signed, &self.inverse)?;
        let mut verifier = PublicKey::from_spki(&self.spki).map_err(|_| NotBlinded::Key)?.verifier()?;
        if verifier.accepts(&self.message, &signature) { Ok(signature) } else { Err(NotBlinded::WrongSignature) }
    }
}

/// encoded · factor^e mod n
fn blind(key: &Rsa<Public>, encoded: &[u8], factor: &BigNum) -> Result<Vec<u8>, ErrorStack> {
    let mut context = BigNumContext::new_secure()?;
    let (mut power, mut blinded) = (BigNum::new()?, BigNum::new()?);
    power.mod_exp(factor, key.e(), key.n(), &mut context)?;
    blinded.mod_mul(&*BigNum::from_slice(encoded)?, &power, key.n(), &mut context)?;
    blinded.to_vec_padded(key.size().cast_signed())
}

/// signed · inverse mod n
fn unblind(key: &Rsa<Public>, signed: &[u8], inverse: &BigNum) -> Result<Vec<u8>, ErrorStack> {
    let mut signature = BigNum::new()?;
    signature.mod_mul(&*BigNum::from_slice(signed)?, inverse, key.n(), &mut *BigNumContext::new_secure()?)?;
    signature.to_vec_padded(key.size().cast_signed())
}

fn stretch(secret: &[u8; 32], what: &[u8], length: usize) -> Vec<u8> {
    let blocks = 0_u32..;
    let block = |number: u32| Sha512::new().chain_update(secret).chain_update(what).chain_update(number.to_be_bytes()).finalize();
    blocks.flat_map(block).take(length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{credentials::issue::SigningKey, dice::Dice};

    #[test]
    fn what_was_blinded_signed_and_finalized_holds_and_the_same_secret_asks_for_the_same() {
        let dice = &mut Dice::loaded(1);
        let key = SigningKey::generate().unwrap();
        let spki = key.spki().unwrap();
        for _ in 0..20 {
            let (message, secret) = (PreparedMessage::from_bytes(dice.bytes()), dice.bytes());
            let blinding = Blinding::new(&spki, message.clone(), &secret).unwrap();
            let signed = key.sign(&blinding.blinded).unwrap();
            assert_eq!(blinding.finalize(&signed).unwrap().len(), 256);
            assert_eq!(Blinding::new(&spki, message.clone(), &secret).unwrap().blinded, blinding.blinded);
            assert_ne!(Blinding::new(&spki, message, &dice.bytes()).unwrap().blinded, blinding.blinded);
            let mut wrong = signed;
            wrong[200] ^= 1;
            assert!(matches!(blinding.finalize(&wrong), Err(NotBlinded::WrongSignature)));
        }
    }

    /// RFC 9474, appendix A: RSABSSA-SHA384-PSS-Randomized.
    #[test]
    fn the_published_message_is_blinded_and_finalized_as_published() {
        let vector: serde_json::Value =
            serde_json::from_str(include_str!("../../../tests/browser/vectors/rfc9474.json")).unwrap();
        let bytes = |name: &str| data_encoding::HEXLOWER.decode(vector[name].as_str().unwrap().as_bytes()).unwrap();
        let number = |name: &str| BigNum::from_slice(&bytes(name)).unwrap();
        let key = Rsa::from_public_components(number("n"), BigNum::from_u32(65_537).unwrap()).unwrap();
        let message = [bytes("msg_prefix"), bytes("msg")].concat();
        let encoded = encode(&message, bytes("salt")[..].try_into().unwrap(), 512).unwrap();
        let (mut factor, inverse) = (BigNum::new().unwrap(), number("inv"));
        factor.mod_inverse(&inverse, key.n(), &mut BigNumContext::new().unwrap()).unwrap();
        assert_eq!(blind(&key, &encoded, &factor).unwrap(), bytes("blinded_msg"));
        assert_eq!(unblind(&key, &bytes("blind_sig"), &inverse).unwrap(), bytes("sig"));
    }
}
