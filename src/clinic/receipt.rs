//! The receipt of a message: sixteen digits, shown once. The first six find the row, all of them open it.
//!
//! It grows from a number that only the writer's browser knew and the right that was used, so that an answer that
//! was lost on its way is given again; what is kept finds no digits without the master key and a slow search.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use diesel::{QueryResult, result::Error};
use subtle::ConstantTimeEq as _;

use crate::{
    dice::Dice,
    language::arabic,
    secrets::{MasterKey, Purpose, Sealed},
};

const DIGITS: usize = 16;
const FIRST: usize = 6;
const SALT: usize = 16;

/// 19 MiB, two passes, one lane; as for passwords.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// Of 1 KiB each, more than the C library keeps; what is not used is never touched.
const RESERVED_BLOCKS: usize = 33 * 1024;

#[derive(Clone, PartialEq, Eq)]
pub struct Receipt(String);

/// What is kept of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Lock {
    pub locator: Vec<u8>,
    pub salt: Vec<u8>,
    pub secret: Vec<u8>,
}

impl Receipt {
    /// `once`: what the browser drew; `mark`: of the right that is used up.
    pub fn grow(master: &MasterKey, once: &str, mark: &[u8]) -> Self {
        Self(Dice::grown_from(master.keyed_hash(Purpose::Receipts, &[b"digits", once.as_bytes(), mark])).digits(DIGITS))
    }

    /// Thai digits and spaces are fine.
    pub fn read(typed: &str) -> Option<Self> {
        let digits: String = arabic(typed).chars().filter(|it| !it.is_whitespace() && *it != '-').collect();
        (digits.len() == DIGITS && digits.bytes().all(|it| it.is_ascii_digit())).then_some(Self(digits))
    }

    pub fn digits(&self) -> &str {
        &self.0
    }

    /// In fours.
    pub fn grouped(&self) -> String {
        let digits: Vec<char> = self.0.chars().collect();
        digits.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// In the letterbox.
    pub fn locator(&self, master: &MasterKey) -> Vec<u8> {
        let first = self.0.get(..FIRST).unwrap_or_default();
        located(master, &[b"locator", first.as_bytes()])
    }

    /// At the desk.
    pub fn locator_at_desk(&self, master: &MasterKey) -> Vec<u8> {
        at_desk(master, &self.locator(master))
    }

    /// Slow.
    pub fn lock(&self, master: &MasterKey, dice: &mut Dice) -> Lock {
        let salt = dice.bytes::<SALT>();
        Lock { locator: self.locator(master), salt: salt.to_vec(), secret: self.stretched(master, &salt).to_vec() }
    }

    /// Slow, whatever it finds.
    pub fn opens(&self, master: &MasterKey, lock: &Lock) -> bool {
        bool::from(self.stretched(master, &lock.salt)[..].ct_eq(&lock.secret))
    }

    fn stretched(&self, master: &MasterKey, salt: &[u8]) -> [u8; 32] {
        let whole = master.keyed_hash(Purpose::Receipts, &[b"whole", self.0.as_bytes()]);
        let params = Params::new(MEMORY_KIB, PASSES, 1, None);
        debug_assert!(params.is_ok(), "our own parameters are valid");
        let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.unwrap_or_default());
        let mut memory = Vec::with_capacity(RESERVED_BLOCKS);
        memory.resize(MEMORY_KIB as usize, Block::default());
        let mut hash = [0; 32];
        let computed = hasher.hash_password_into_with_memory(&whole, salt, &mut hash, &mut memory);
        // Salts are ours; a spoilt one must open nothing.
        if computed.is_ok() { hash } else { Dice::real().bytes() }
    }
}

/// Without the master key nothing shows that two are of one receipt.
fn at_desk(master: &MasterKey, locator: &[u8]) -> Vec<u8> {
    located(master, &[b"locator at the desk", locator])
}

fn located(master: &MasterKey, of: &[&[u8]]) -> Vec<u8> {
    let hash = master.keyed_hash(Purpose::Receipts, of);
    hash.first_chunk::<16>().map(|hash| hash.to_vec()).unwrap_or_default()
}

impl Lock {
    /// When the letterbox is emptied.
    pub fn brought_to_desk(self, master: &MasterKey) -> Self {
        Self { locator: at_desk(master, &self.locator), ..self }
    }

    /// All but the locator, for the row with this id.
    pub fn seal(&self, master: &MasterKey, id: &[u8], dice: &mut Dice) -> Vec<u8> {
        let plain = [&self.salt[..], &self.secret].concat();
        master.seal(Purpose::Receipts, id, &plain, dice).as_bytes().to_vec()
    }

    pub fn open(master: &MasterKey, id: &[u8], locator: Vec<u8>, sealed: Vec<u8>) -> QueryResult<Self> {
        let spoilt = || Error::DeserializationError("a receipt's lock does not open in its row".into());
        let plain = master.open(Purpose::Receipts, id, &Sealed::from_bytes(sealed)).map_err(|_| spoilt())?;
        let (salt, secret) = plain.split_at_checked(SALT).ok_or_else(spoilt)?;
        Ok(Self { locator, salt: salt.to_vec(), secret: secret.to_vec() })
    }

    /// Nobody's: tried where there is none, so that the time tells nothing.
    pub fn of_nobody() -> Self {
        Self { locator: vec![0; 16], salt: vec![0; 16], secret: vec![0; 32] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_and_right_give_the_same_digits_and_they_open_their_lock_alone() {
        let dice = &mut Dice::loaded(1);
        let master = MasterKey::random(dice);
        let receipt = Receipt::grow(&master, "drawn", b"seat");
        assert!(receipt == Receipt::grow(&master, "drawn", b"seat") && receipt != Receipt::grow(&master, "drawn", b"other"));
        let lock = receipt.lock(&master, dice);
        assert!(receipt.opens(&master, &lock) && lock.locator == receipt.locator(&master));
        assert!(!Receipt::grow(&master, "other", b"seat").opens(&master, &lock));
        assert!(!receipt.opens(&master, &Lock::of_nobody()) && !receipt.opens(&MasterKey::random(dice), &lock));
    }

    #[test]
    fn brought_to_the_desk_the_same_receipt_opens_a_lock_that_has_nothing_in_common_with_the_one_before() {
        let dice = &mut Dice::loaded(2);
        let master = MasterKey::random(dice);
        let receipt = Receipt::grow(&master, "drawn", b"seat");
        let before = receipt.lock(&master, dice);
        let there = before.clone().brought_to_desk(&master);
        assert!(there.locator == receipt.locator_at_desk(&master) && there.locator != before.locator);
        let (one, other) = (before.seal(&master, b"waiting", dice), there.seal(&master, b"matter", dice));
        assert!(!one.windows(8).any(|bytes| other.windows(8).any(|others| others == bytes)));
        let opened = Lock::open(&master, b"matter", there.locator.clone(), other.clone()).unwrap();
        assert!(opened == there && receipt.opens(&master, &opened));
        assert!(Lock::open(&master, b"waiting", there.locator, other).is_err());
    }

    #[test]
    fn it_is_read_as_people_write_it() {
        let read = |text| Receipt::read(text).map(|receipt| receipt.grouped());
        assert_eq!(read("๔๘๒๑ 0937-5562 1408").as_deref(), Some("4821 0937 5562 1408"));
        assert_eq!(read("4821 0937 5562 140"), None);
        assert_eq!(read("4821 0937 5562 140x"), None);
    }
}
