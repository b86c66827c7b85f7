//! Which way up a photograph is: the one thing of its Exif that is seen.
//!
//! Cameras store what the sensor saw and note here how it was held. Nothing else is read, and what is written is our
//! own.

/// Whether the note is kept: by itself a picture needs it; inside a document nobody reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::enclosures) enum Upright {
    Kept,
    Left,
}

const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;

/// From 2 to 8; 1, the usual way, needs no note.
pub(super) fn orientation(tiff: &[u8]) -> Option<u8> {
    let big = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = tiff.get(at..)?.first_chunk().copied()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let bytes = tiff.get(4..)?.first_chunk().copied()?;
    let first = usize::try_from(if big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }).ok()?;
    let count = usize::from(short(first)?);
    let entry = (0..count).map(|place| first + 2 + 12 * place).find(|at| short(*at) == Some(ORIENTATION))?;
    let value = short(entry + 8).filter(|_| short(entry + 2) == Some(SHORT))?;
    u8::try_from(value).ok().filter(|way| (2..=8).contains(way))
}

/// One entry, and nothing after it.
pub(super) fn note(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.extend([orientation, 0, 0, 0, 0, 0, 0]);
    tiff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_up_is_read_in_either_order_of_bytes_and_written_again() {
        for way in 2..=8 {
            assert_eq!(orientation(&note(way)), Some(way));
        }
        let little = b"II*\0\x08\0\0\0\x02\0\x0F\x01\x02\0\x04\0\0\0abc\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(orientation(little), Some(6));
        assert_eq!(orientation(&note(1)), None);
        assert_eq!(orientation(&note(9)), None);
        assert_eq!(orientation(b"II*\0\xFF\xFF\xFF\xFF"), None);
    }
}
