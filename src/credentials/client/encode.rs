//! EMSA-PSS-ENCODE of RFC 8017 with SHA-384, MGF1 with SHA-384 and a salt of 48 bytes.

use sha2::{Digest as _, Sha384};

pub const SALT: usize = 48;
const HASH: usize = 48;
const TRAILER: u8 = 0xbc;

/// For a modulus of so many bytes, all of whose bits count.
pub fn encode(message: &[u8], salt: &[u8; SALT], length: usize) -> Option<Vec<u8>> {
    let hash = Sha384::new().chain_update([0; 8]).chain_update(Sha384::digest(message)).chain_update(salt).finalize();
    let zeros = length.checked_sub(HASH + SALT + 2)?;
    let mut block = vec![0; zeros];
    block.push(1);
    block.extend_from_slice(salt);
    for (byte, mask) in block.iter_mut().zip(mgf1(&hash, length)) {
        *byte ^= mask;
    }
    // One bit less than the modulus has.
    *block.first_mut()? &= 0x7f;
    block.extend_from_slice(&hash);
    block.push(TRAILER);
    Some(block)
}

fn mgf1(seed: &[u8], length: usize) -> impl Iterator<Item = u8> {
    let blocks = u32::try_from(length.div_ceil(HASH)).unwrap_or(u32::MAX);
    (0..blocks).flat_map(move |number| Sha384::new().chain_update(seed).chain_update(number.to_be_bytes()).finalize())
}
