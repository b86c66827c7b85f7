//! Texts and files of the clinic as they lie in the urn: sealed for their row, and padded to one of a few sizes.

use diesel::{QueryResult, result::Error};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    dice::Dice,
    secrets::{MasterKey, Purpose, Sealed},
};

/// Ten thousand characters fit into the last, whatever they are.
const SIZES: [usize; 4] = [512, 2_048, 8_192, 45_056];
const END: u8 = 0x80;
/// No file takes less.
const SMALLEST_FILE: usize = 64 * 1024;

/// Which row of which kind: what is sealed for one opens in no other.
#[derive(Clone, Copy)]
pub struct Place<'id>(pub &'static str, pub &'id [u8]);

impl Place<'_> {
    fn bytes(self) -> Vec<u8> {
        [self.0.as_bytes(), b" ", self.1].concat()
    }
}

pub fn seal(master: &MasterKey, place: Place, what: &impl Serialize, dice: &mut Dice) -> QueryResult<Vec<u8>> {
    let plain = serde_json::to_vec(what).map_err(|fault| Error::SerializationError(Box::new(fault)))?;
    Ok(seal_padded(master, place, &pad(plain), dice))
}

pub fn seal_padded(master: &MasterKey, place: Place, padded: &[u8], dice: &mut Dice) -> Vec<u8> {
    master.seal(Purpose::Matters, &place.bytes(), padded, dice).as_bytes().to_vec()
}

pub fn open<T: DeserializeOwned>(master: &MasterKey, place: Place, sealed: Vec<u8>) -> QueryResult<T> {
    serde_json::from_slice(&open_file(master, place, sealed)?).map_err(|fault| Error::DeserializationError(Box::new(fault)))
}

/// The bytes of a file as they were.
pub fn open_file(master: &MasterKey, place: Place, sealed: Vec<u8>) -> QueryResult<Vec<u8>> {
    let mut plain = open_padded(master, place, sealed)?;
    let end = plain.iter().rposition(|byte| *byte != 0).filter(|end| plain.get(*end) == Some(&END));
    let end = end.ok_or_else(|| Error::DeserializationError("what was sealed is not padded as agreed".into()))?;
    plain.truncate(end);
    Ok(plain)
}

pub fn open_padded(master: &MasterKey, place: Place, sealed: Vec<u8>) -> QueryResult<Vec<u8>> {
    let opened = master.open(Purpose::Matters, &place.bytes(), &Sealed::from_bytes(sealed));
    opened.map_err(|fault| Error::DeserializationError(Box::new(fault)))
}

/// To 64 kB, or four times as much, and so on: sizes go with a file from the letterbox to the desk, so there are few.
pub fn pad_file(mut plain: Vec<u8>) -> Vec<u8> {
    plain.push(END);
    let mut size = SMALLEST_FILE;
    while size < plain.len() {
        size *= 4;
    }
    plain.resize(size, 0);
    plain
}

fn pad(mut plain: Vec<u8>) -> Vec<u8> {
    plain.push(END);
    let longest = SIZES.last().copied().unwrap_or(1);
    let size = SIZES.into_iter().find(|size| plain.len() <= *size).unwrap_or_else(|| plain.len().next_multiple_of(longest));
    plain.resize(size, 0);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_opens_in_its_row_alone_and_its_size_tells_next_to_nothing() {
        let dice = &mut Dice::loaded(1);
        let master = MasterKey::random(dice);
        let sealed = |text: &str, dice: &mut Dice| seal(&master, Place("remark", b"1"), &text, dice).unwrap();
        let short = sealed("สั้น", dice);
        assert_eq!(short.len(), sealed("ยาวกว่านี้หน่อยหนึ่ง", dice).len());
        assert!(!short.windows(3).any(|bytes| bytes == "ส".as_bytes()));
        assert_eq!(open::<String>(&master, Place("remark", b"1"), short.clone()).unwrap(), "สั้น");
        assert!(open::<String>(&master, Place("remark", b"2"), short.clone()).is_err());
        assert!(open::<String>(&master, Place("name", b"1"), short).is_err());
        for letters in ["ก", "🙏", "\""] {
            let longest = letters.repeat(10_000);
            let sealed = sealed(&longest, dice);
            assert!(sealed.len() <= SIZES[3] + 64);
            assert_eq!(open::<String>(&master, Place("remark", b"1"), sealed).unwrap(), longest);
        }
    }

    #[test]
    fn a_file_opens_as_it_was_and_has_one_of_a_few_sizes() {
        let dice = &mut Dice::loaded(1);
        let master = MasterKey::random(dice);
        let mut sizes = std::collections::BTreeSet::new();
        for length in [0, 1, 60_000, 65_535, 65_536, 98_303, 98_304, 131_071, 131_072, 900_000, 20 * 1024 * 1024] {
            let bytes = vec![0; length];
            let padded = pad_file(bytes.clone());
            assert!(padded.len() > length && padded.len() <= (length + 1).max(16_384) * 4, "{length}");
            sizes.insert(padded.len());
            let sealed = seal_padded(&master, Place("file", b"1"), &padded, dice);
            assert!(open_file(&master, Place("file", b"2"), sealed.clone()).is_err());
            assert_eq!(open_file(&master, Place("file", b"1"), sealed).unwrap(), bytes);
        }
        assert_eq!(sizes.into_iter().map(|size| size / 1024).collect::<Vec<_>>(), [64, 256, 1_024, 64 * 1_024]);
    }
}
