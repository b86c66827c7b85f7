//! The public key of one stratum, and whether it signed a prepared message.
//!
//! RSASSA-PSS as RFC 9474 fixes it for RSABSSA-SHA384-PSS-Randomized: SHA-384, MGF1 with SHA-384, a
//! salt of 48 bytes. A key is an SPKI in DER with the plain `rsaEncryption` identifier, so that
//! browsers import the same bytes, and has one way of being written: the one OpenSSL writes.

use openssl::{
    bn::BigNumRef,
    error::ErrorStack,
    md::Md,
    pkey::{PKey, Public},
    pkey_ctx::PkeyCtx,
    rsa::Padding,
    sign::RsaPssSaltlen,
};
use sha2::{Digest, Sha256, Sha384};

use super::PreparedMessage;

const FEWEST_BITS: i32 = 2048;
const MOST_BITS: i32 = 8192;
const SALT_LENGTH: i32 = 48;

/// A public key that is fit to verify with.
#[derive(Debug)]
pub struct PublicKey {
    key: PKey<Public>,
    modulus: Vec<u8>,
}

/// Why a key is not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("it is no RSA key in the form SPKI, DER, rsaEncryption")]
    NoRsaKey,
    #[error("it has {0} bits, and 2048 to 8192 are allowed")]
    Size(i32),
    #[error("its exponent is neither 3 nor 65537")]
    Exponent,
}

impl PublicKey {
    pub fn from_spki(der: &[u8]) -> Result<Self, Unfit> {
        let key = PKey::public_key_from_der(der).map_err(|_| Unfit::NoRsaKey)?;
        let rsa = key.rsa().map_err(|_| Unfit::NoRsaKey)?;
        if key.public_key_to_der().ok().as_deref() != Some(der) {
            return Err(Unfit::NoRsaKey);
        }
        let bits = rsa.n().num_bits();
        if !(FEWEST_BITS..=MOST_BITS).contains(&bits) {
            return Err(Unfit::Size(bits));
        }
        if !is_usual(rsa.e()) {
            return Err(Unfit::Exponent);
        }
        Ok(Self { modulus: rsa.n().to_vec(), key })
    }

    /// What makes two keys one, however their exponents differ: who can sign for one can for both.
    pub fn modulus(&self) -> &[u8] {
        &self.modulus
    }

    /// Ready to verify many signatures; each thread wants its own.
    pub fn verifier(&self) -> Result<Verifier, ErrorStack> {
        let mut context = PkeyCtx::new(&self.key)?;
        context.verify_init()?;
        context.set_rsa_padding(Padding::PKCS1_PSS)?;
        context.set_signature_md(Md::sha384())?;
        context.set_rsa_mgf1_md(Md::sha384())?;
        context.set_rsa_pss_saltlen(RsaPssSaltlen::custom(SALT_LENGTH))?;
        Ok(Verifier { context, length: self.modulus.len() })
    }
}

/// SHA-256 of the SPKI: what letters and pages show of a key.
pub fn fingerprint(spki: &[u8]) -> [u8; 32] {
    Sha256::digest(spki).into()
}

/// Verifies with one key.
pub struct Verifier {
    context: PkeyCtx<Public>,
    length: usize,
}

impl Verifier {
    pub fn accepts(&mut self, message: &PreparedMessage, signature: &[u8]) -> bool {
        self.accepts_bytes(message.as_bytes(), signature)
    }

    fn accepts_bytes(&mut self, message: &[u8], signature: &[u8]) -> bool {
        // An error is a signature that cannot be one: out of range, wrong padding.
        signature.len() == self.length && self.context.verify(&Sha384::digest(message), signature).unwrap_or(false)
    }
}

fn is_usual(exponent: &BigNumRef) -> bool {
    matches!(exponent.to_vec().as_slice(), [3] | [1, 0, 1])
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;
    use openssl::{bn::BigNum, ec, nid::Nid, rsa::Rsa};

    use super::*;

    /// RFC 9474, appendix A, test vector of RSABSSA-SHA384-PSS-Randomized: `n` (`e` is 10001).
    const MODULUS: &str = "\
        aec4d69addc70b990ea66a5e70603b6fee27aafebd08f2d94cbe1250c556e047a928d635c3f45ee9b66d1bc628a03bac\
        9b7c3f416fe20dabea8f3d7b4bbf7f963be335d2328d67e6c13ee4a8f955e05a3283720d3e1f139c38e43e0338ad058a\
        9495c53377fc35be64d208f89b4aa721bf7f7d3fef837be2a80e0f8adf0bcd1eec5bb040443a2b2792fdca522a7472ae\
        d74f31a1ebe1eebc1f408660a0543dfe2a850f106a617ec6685573702eaaa21a5640a5dcaf9b74e397fa3af18a2f1b7c\
        03ba91a6336158de420d63188ee143866ee415735d155b7c2d854d795b7bc236cffd71542df34234221a0413e142d8c6\
        1355cc44d45bda94204974557ac2704cd8b593f035a5724b1adf442e78c542cd4414fce6f1298182fb6d8e53cef1adfd\
        2e90e1e4deec52999bdc6c29144e8d52a125232c8c6d75c706ea3cc06841c7bda33568c63a6c03817f722b50fcf89823\
        7d788a4400869e44d90a3020923dc646388abcc914315215fcd1bae11b1c751fd52443aac8f601087d8d42737c18a3fa\
        11ecd4131ecae017ae0a14acfc4ef85b83c19fed33cfd1cd629da2c4c09e222b398e18d822f77bb378dea3cb360b605e\
        5aa58b20edc29d000a66bd177c682a17e7eb12a63ef7c2e4183e0d898f3d6bf567ba8ae84f84f1d23bf8b8e261c3729e\
        2fa6d07b832e07cddd1d14f55325c6f924267957121902dc19b3b32948bdead5";

    /// The same vector: `msg_prefix`, then `msg`.
    const PREPARED: &str = "\
        8417e699b219d583fb6216ae0c53ca0e9723442d02f1d1a34295527e7d929e8b\
        8f3dc6fb8c4a02f4d6352edf0907822c1210a9b32f9bdda4c45a698c80023aa6b59f8cfec5fdbb36331372ebefedae7d";

    /// The same vector: `sig`, made by blinding, signing and finalizing.
    const SIGNATURE: &str = "\
        191e941c57510e22d29afad257de5ca436d2316221fe870c7cb75205a6c071c2735aed0bc24c37f3d5bd960ab97a829a\
        508f966bbaed7a82645e65eadaf24ab5e6d9421392c5b15b7f9b640d34fec512846a3100b80f75ef51064602118c1a77\
        d28d938f6efc22041d60159a518d3de7c4d840c9c68109672d743d299d8d2577ef60c19ab463c716b3fa75fa56f57353\
        49d414a44df12bf0dd44aa3e10822a651ed4cb0eb6f47c9bd0ef14a034a7ac2451e30434d513eb22e68b7587a8de9b4e\
        63a059d05c8b22c7c51e2cfee2d8bef511412e93c859a13726d87c57d1bc4c2e68ab121562f839c3a3d233e87ed63c69\
        b7e57525367753fbebcc2a9805a2802659f5888b2c69115bf865559f10d906c09d048a0d71bfee4b33857393ec2b69e4\
        51433496d02c9a7910abb954317720bbde9e69108eafc3e90bad3d5ca4066d7b1e49013fa04e948104a1dd82b12509ec\
        b146e948c54bd8bfb5e6d18127cd1f7a93c3cf9f2d869d5a78878c03fe808a0d799e910be6f26d18db61c485b303631d\
        3568368fc41986d08a95ea6ac0592240c19d7b22416b9c82ae6241e211dd5610d0baaa9823158f9c32b66318f5529491\
        b7eeadcaa71898a63bac9d95f4aa548d5e97568d744fc429104e32edd9c87519892a198a30d333d427739ffb9607b092\
        e910ae37771abf2adb9f63bc058bf58062ad456cb934679795bbdfcdfad5e0f2";

    /// RFC 9474, appendix A, test vector of RSABSSA-SHA384-PSSZERO-Randomized: another variant, with the same
    /// key and `msg`; its `msg_prefix` and `sig`. Its salt is empty.
    const ZERO_PREFIX: &str = "84ea86c8cf3beedfed73beceabd792027c609d1100bf041fdd60d826a718130d";
    const ZERO_SIGNATURE: &str = "\
        195363ba25e4bf763f6538c86865785f93f4ea6092da3ad200d41b99eb0eb0869fa792df619fd8fa5923d5d03d5882fa\
        ae6d25054118deef5e4a6a252dd5afb0dac262b74c391090b1575fbafd959d26bc294f47fb45a2c1c209932c4f94b243\
        94eded91fbdd015e1a85dde63c9e77a0283f812cad1192d86432c51331e46fd4f3771bbafb929f847a19cb05e5f79b6b\
        519d67e8f005951e53656be97cb612d2f506618b366403b34648451d6fbc7318c2f3f583cc6fa17bf2108398f9284e06\
        02187904406a9322f1e7b8016ca9ad11b835756df862c465c420535e25faa48bf341f7ee8192be47fa875791f32f56d5\
        e631d237060688f052426dee5b0b2b74ca5f830e82a453379eedb541fa4fcdaa19dae6509401e3cdd4c40f5c9243db3f\
        6d7115c4e8cd6db8290723ab01d9d0d7e355a97a01547800e43f11736668c3f8908848d759c33a67a2f506abc3f6871c\
        be625b1bc71eb06d785a59501396712c581a60d6ccc450d2f4eb4cf08ae0dbfa45c2860425be90cc4cd4c989495bbd29\
        63e19c59ae5d90d1ca884e80d654b5f2cd6a80c3588b514ee91c802736f594c340397b316a97e9c70b0609955b6c3ee0\
        6f4760d9377f0797a0411a244db395bb8b711ef79fbcb5589226174029be79a72dcd6f4ca566b7b1b9a27e43b5c02a9a\
        579d60bdda183398d66d76e0e8eceb1af2f27633589d043bcdc041683b31f7f1";

    fn bytes(hex: &str) -> Vec<u8> {
        HEXLOWER.decode(hex.as_bytes()).unwrap()
    }

    fn spki(modulus: &[u8], exponent: u32) -> Vec<u8> {
        let rsa = Rsa::from_public_components(BigNum::from_slice(modulus).unwrap(), BigNum::from_u32(exponent).unwrap());
        rsa.unwrap().public_key_to_der().unwrap()
    }

    fn published() -> Verifier {
        PublicKey::from_spki(&spki(&bytes(MODULUS), 65537)).unwrap().verifier().unwrap()
    }

    #[test]
    fn the_published_signature_verifies() {
        let mut key = published();
        let (message, signature) = (bytes(PREPARED), bytes(SIGNATURE));
        assert_eq!((message.len(), signature.len()), (32 + 48, 512));
        assert!(key.accepts_bytes(&message, &signature));
        assert!(key.accepts_bytes(&message, &signature), "and a second time");
    }

    #[test]
    fn one_bit_more_or_less_does_not_verify_and_the_next_good_one_does() {
        let mut key = published();
        let (message, signature) = (bytes(PREPARED), bytes(SIGNATURE));
        for place in (0..message.len()).step_by(7) {
            let mut other = message.clone();
            other[place] ^= 1;
            assert!(!key.accepts_bytes(&other, &signature), "byte {place} of the message");
        }
        for place in (0..signature.len()).step_by(61) {
            let mut other = signature.clone();
            other[place] ^= 0x80;
            assert!(!key.accepts_bytes(&message, &other), "byte {place} of the signature");
        }
        assert!(key.accepts_bytes(&message, &signature));
    }

    #[test]
    fn what_is_no_signature_is_refused() {
        let mut key = published();
        let (message, signature) = (bytes(PREPARED), bytes(SIGNATURE));
        let longer = [&[0], &signature[..]].concat();
        for other in [&[], &signature[1..], &longer, &[0; 512], &[0xff; 512], &bytes(MODULUS)] {
            assert!(!key.accepts_bytes(&message, other));
        }
        assert!(!key.accepts_bytes(&message[32..], &signature), "the message without its randomizer");
    }

    #[test]
    fn another_variant_of_the_same_standard_is_refused() {
        let message = [&bytes(ZERO_PREFIX)[..], &bytes(PREPARED)[32..]].concat();
        assert!(!published().accepts_bytes(&message, &bytes(ZERO_SIGNATURE)));
    }

    #[test]
    fn only_rsa_keys_of_decent_size_and_usual_exponent_are_fit() {
        let odd = |bits: usize| [&[0x80][..], &vec![1; bits / 8 - 1]].concat();
        assert!(PublicKey::from_spki(&spki(&odd(2048), 3)).is_ok());
        assert_eq!(PublicKey::from_spki(&spki(&odd(2040), 65537)).unwrap_err(), Unfit::Size(2040));
        assert_eq!(PublicKey::from_spki(&spki(&odd(8200), 65537)).unwrap_err(), Unfit::Size(8200));
        assert_eq!(PublicKey::from_spki(&spki(&odd(2048), 17)).unwrap_err(), Unfit::Exponent);
        let curve = ec::EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).unwrap();
        let elliptic = PKey::from_ec_key(ec::EcKey::generate(&curve).unwrap()).unwrap().public_key_to_der().unwrap();
        assert_eq!(PublicKey::from_spki(&elliptic).unwrap_err(), Unfit::NoRsaKey);
        assert_eq!(PublicKey::from_spki(b"").unwrap_err(), Unfit::NoRsaKey);
    }

    #[test]
    fn a_key_is_written_in_one_way() {
        let mut longer = spki(&bytes(MODULUS), 65537);
        longer.push(0);
        assert_eq!(PublicKey::from_spki(&longer).unwrap_err(), Unfit::NoRsaKey);
    }
}
