//! Texts of the clinic as they lie in the urn: sealed for their row, and padded to one of a few sizes.

use diesel::{QueryResult, result::Error};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    dice::Dice,
    secrets::{MasterKey, Purpose, Sealed},
};

/// Ten thousand characters fit into the last, whatever they are.
const SIZES: [usize; 4] = [512, 2_048, 8_192, 45_056];
const END: u8 = 0x80;

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
    Ok(master.seal(Purpose::Matters, &place.bytes(), &pad(plain), dice).as_bytes().to_vec())
}

pub fn open<T: DeserializeOwned>(master: &MasterKey, place: Place, sealed: Vec<u8>) -> QueryResult<T> {
    let spoilt = |fault: Box<dyn std::error::Error + Send + Sync>| Error::DeserializationError(fault);
    let padded =
        master.open(Purpose::Matters, &place.bytes(), &Sealed::from_bytes(sealed)).map_err(|fault| spoilt(Box::new(fault)))?;
    let plain = unpad(&padded).ok_or_else(|| spoilt("what was sealed is not padded as agreed".into()))?;
    serde_json::from_slice(plain).map_err(|fault| spoilt(Box::new(fault)))
}

fn pad(mut plain: Vec<u8>) -> Vec<u8> {
    plain.push(END);
    let longest = SIZES.last().copied().unwrap_or(1);
    let size = SIZES.into_iter().find(|size| plain.len() <= *size).unwrap_or_else(|| plain.len().next_multiple_of(longest));
    plain.resize(size, 0);
    plain
}

fn unpad(padded: &[u8]) -> Option<&[u8]> {
    let end = padded.iter().rposition(|byte| *byte != 0)?;
    (padded.get(end) == Some(&END)).then(|| padded.get(..end)).flatten()
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
}
