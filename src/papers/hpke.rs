//! RFC 9180 in base mode, one message each: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM.
//!
//! The curve is OpenSSL's, whose arithmetic is in constant time and eight times as fast as what there is in
//! Rust alone: a release opens a million of these. The rest are the few steps that tie the standard's parts
//! together. Tests hold it to the published vectors and to an independent library.

use aes_gcm::{
    Aes128Gcm,
    aead::{Aead as _, KeyInit as _, Payload},
};
use hkdf::Hkdf;
use openssl::{
    bn::{BigNum, BigNumContext},
    ec::{EcGroup, EcGroupRef, EcPoint, EcPointRef, PointConversionForm},
    error::ErrorStack,
    nid::Nid,
};
use sha2::Sha256;
use zeroize::Zeroizing;

/// An uncompressed point of P-256.
pub const POINT: usize = 65;
pub const TAG: usize = 16;
pub const SCALAR: usize = 32;

const UNCOMPRESSED: u8 = 4;
const VERSION: &[u8] = b"HPKE-v1";
/// DHKEM(P-256, HKDF-SHA256)
const KEM: &[u8] = b"KEM\x00\x10";
/// The same with HKDF-SHA256 and AES-128-GCM.
const SUITE: &[u8] = b"HPKE\x00\x10\x00\x01\x00\x01";
const BASE: u8 = 0;

pub type Point = [u8; POINT];

/// A private key and the public one that belongs to it.
pub struct KeyPair {
    scalar: Zeroizing<[u8; SCALAR]>,
    pub public: Point,
}

impl KeyPair {
    /// `None` for the few numbers that are no key.
    pub fn new(scalar: Zeroizing<[u8; SCALAR]>) -> Option<Self> {
        let public = public(&*scalar).ok()??;
        Some(Self { scalar, public })
    }

    pub fn scalar(&self) -> Zeroizing<[u8; SCALAR]> {
        self.scalar.clone()
    }

    /// What was sealed for the public key, in the place that `info` and `aad` say.
    pub fn open(&self, enc: &Point, info: &[u8], aad: &[u8], ciphertext: &[u8]) -> Option<Vec<u8>> {
        let (cipher, nonce) = context(&*shared(&self.scalar, enc)?, enc, &self.public, info)?;
        cipher.decrypt(&nonce.into(), Payload { msg: ciphertext, aad }).ok()
    }
}

/// `once` seals one message and is thrown away; its public half goes along.
pub fn seal(once: &KeyPair, to: &Point, info: &[u8], aad: &[u8], plaintext: &[u8]) -> Option<Vec<u8>> {
    let (cipher, nonce) = context(&*shared(&once.scalar, to)?, &once.public, to, info)?;
    cipher.encrypt(&nonce.into(), Payload { msg: plaintext, aad }).ok()
}

/// Whether these bytes are a point of the curve.
pub fn is_point(bytes: &Point) -> bool {
    let on_curve = || -> Result<EcPoint, ErrorStack> {
        let group = group()?;
        EcPoint::from_bytes(&group, bytes, &mut *BigNumContext::new()?)
    };
    bytes.first() == Some(&UNCOMPRESSED) && on_curve().is_ok()
}

fn group() -> Result<EcGroup, ErrorStack> {
    EcGroup::from_curve_name(Nid::X9_62_PRIME256V1)
}

fn public(scalar: &[u8]) -> Result<Option<Point>, ErrorStack> {
    let (group, numbers, mut order) = (group()?, &mut *BigNumContext::new_secure()?, BigNum::new()?);
    let number = secret(scalar)?;
    group.order(&mut order, numbers)?;
    if number.num_bits() == 0 || number >= order {
        return Ok(None);
    }
    let mut public = EcPoint::new(&group)?;
    public.mul_generator2(&group, &number, numbers)?;
    bytes(&group, &public, numbers)
}

/// The number that both sides come to.
fn shared(scalar: &[u8; SCALAR], other: &Point) -> Option<Zeroizing<[u8; SCALAR]>> {
    let agreed = || -> Result<Option<Point>, ErrorStack> {
        let (group, numbers) = (group()?, &mut *BigNumContext::new_secure()?);
        let mut agreed = EcPoint::new(&group)?;
        // Refuses what is not on the curve.
        let other = EcPoint::from_bytes(&group, other, numbers)?;
        agreed.mul2(&group, &other, &*secret(scalar)?, numbers)?;
        bytes(&group, &agreed, numbers)
    };
    if other.first() != Some(&UNCOMPRESSED) {
        return None;
    }
    let agreed = Zeroizing::new(agreed().ok()??);
    agreed.get(1..=SCALAR)?.try_into().ok().map(Zeroizing::new)
}

fn secret(scalar: &[u8]) -> Result<BigNum, ErrorStack> {
    let mut number = BigNum::new_secure()?;
    number.copy_from_slice(scalar)?;
    number.set_const_time();
    Ok(number)
}

/// One point has no such form: it is nobody's key, and nothing may be agreed with it.
fn bytes(
    group: &EcGroupRef,
    point: &EcPointRef,
    numbers: &mut openssl::bn::BigNumContextRef,
) -> Result<Option<Point>, ErrorStack> {
    let bytes = Zeroizing::new(point.to_bytes(group, PointConversionForm::UNCOMPRESSED, numbers)?);
    Ok(bytes.as_slice().try_into().ok())
}

/// RFC 9180, sections 4.1 and 5.1.
fn context(dh: &[u8; SCALAR], enc: &Point, recipient: &Point, info: &[u8]) -> Option<(Aes128Gcm, [u8; 12])> {
    let agreed = extract(KEM, &[], b"eae_prk", dh);
    let mut shared = Zeroizing::new([0; 32]);
    expand(KEM, &agreed, b"shared_secret", &[enc, recipient], &mut *shared)?;
    let (psk_id, info) = (prk(SUITE, &[], b"psk_id_hash", &[]), prk(SUITE, &[], b"info_hash", info));
    let schedule: [&[u8]; 3] = [&[BASE], &psk_id, &info];
    let secret = extract(SUITE, &*shared, b"secret", &[]);
    let (mut key, mut nonce) = (Zeroizing::new([0; 16]), [0; 12]);
    expand(SUITE, &secret, b"key", &schedule, &mut *key)?;
    expand(SUITE, &secret, b"base_nonce", &schedule, &mut nonce)?;
    Some((Aes128Gcm::new(&(*key).into()), nonce))
}

fn extract(suite: &[u8], salt: &[u8], label: &[u8], ikm: &[u8]) -> Hkdf<Sha256> {
    let labelled = Zeroizing::new([VERSION, suite, label, ikm].concat());
    Hkdf::new(Some(salt), &labelled)
}

fn prk(suite: &[u8], salt: &[u8], label: &[u8], ikm: &[u8]) -> [u8; 32] {
    Hkdf::<Sha256>::extract(Some(salt), &[VERSION, suite, label, ikm].concat()).0.into()
}

fn expand(suite: &[u8], from: &Hkdf<Sha256>, label: &[u8], info: &[&[u8]], out: &mut [u8]) -> Option<()> {
    let length = u16::try_from(out.len()).ok()?.to_be_bytes();
    let labelled = [&[&length[..], VERSION, suite, label], info].concat();
    from.expand_multi_info(&labelled, out).ok()
}
