//! Whether a picture is small enough to be shown, and how numbers stand in it.

use crate::enclosures::{Refused, limits};

pub(super) fn check(width: u32, height: u32) -> Result<(), Refused> {
    let too_many = u64::from(width) * u64::from(height) > limits::DOTS;
    if too_many || width > limits::SIDE || height > limits::SIDE { Err(Refused::TooManyDots) } else { Ok(()) }
}

pub(super) fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_be_bytes)
}

pub(super) fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_be_bytes)
}
