//! The master key: 32 bytes from which every other key is derived (HKDF-SHA256).

use std::fmt;

use data_encoding::BASE64;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::dice::Dice;

/// What a derived key is for. A new use is a new purpose: no key serves two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To notice that data was written under another master key.
    KeyCheck,
    /// Letters waiting in the outbox.
    Letters,
    /// Who a letter is for, so that one batch writes to nobody twice.
    Recipients,
    /// Keys of forms, which prove that we drew the form for this visitor.
    Forms,
    /// Second factors of accounts.
    SecondFactors,
    /// The chain that holds the diary together.
    Diary,
    /// Whose tries to sign in are counted.
    Throttles,
    /// Files of staff on their way into the roster.
    Imports,
    /// Devices on which somebody has signed in before.
    Devices,
    /// Pieces of work for browsers that come by an open link.
    Challenges,
    /// What they get for it.
    Admissions,
    /// Personal links.
    Links,
    /// What signs credentials.
    SigningKeys,
    /// What opens sealed answers.
    OpeningKeys,
    /// Which blinded message was signed.
    Blinded,
    /// The sixteen digits of links and slips, which the register knows by their hash alone.
    Codes,
    /// Slips that are drawn from a box.
    DrawnSlips,
    /// Papers and keys of surveys that are about to open.
    Preparations,
    /// The number of a letter to one of many.
    LetterIds,
    /// What brings a name from a personal link into one message of the clinic.
    Vouchers,
    /// Personal links to sessions of the clinic.
    MeetingLinks,
    /// Which blinded messages were signed as seats.
    Seats,
    /// What is said in the clinic.
    Matters,
    /// Receipts of the clinic.
    Receipts,
    /// What is asked live.
    Live,
    /// Which browser has asked or voted live, without telling it from any other.
    LiveMarks,
    /// Where those are written to who own a step of a plan.
    StepOwners,
}

impl Purpose {
    const fn info(self) -> &'static str {
        match self {
            Self::KeyCheck => "clearjai key check v1",
            Self::Letters => "clearjai letters v1",
            Self::Recipients => "clearjai recipients v1",
            Self::Forms => "clearjai forms v1",
            Self::SecondFactors => "clearjai second factors v1",
            Self::Diary => "clearjai diary v1",
            Self::Throttles => "clearjai throttles v1",
            Self::Imports => "clearjai imports v1",
            Self::Devices => "clearjai devices v1",
            Self::Challenges => "clearjai challenges v1",
            Self::Admissions => "clearjai admissions v1",
            Self::Links => "clearjai links v1",
            Self::SigningKeys => "clearjai signing keys v1",
            Self::OpeningKeys => "clearjai opening keys v1",
            Self::Blinded => "clearjai blinded messages v1",
            Self::Codes => "clearjai codes v1",
            Self::DrawnSlips => "clearjai drawn slips v1",
            Self::Preparations => "clearjai preparations v1",
            Self::LetterIds => "clearjai letter ids v1",
            Self::Vouchers => "clearjai vouchers v1",
            Self::MeetingLinks => "clearjai meeting links v1",
            Self::Seats => "clearjai seats v1",
            Self::Matters => "clearjai matters v1",
            Self::Receipts => "clearjai receipts v1",
            Self::Live => "clearjai live v1",
            Self::LiveMarks => "clearjai live marks v1",
            Self::StepOwners => "clearjai step owners v1",
        }
    }
}

#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct MasterKey([u8; 32]);

impl MasterKey {
    pub fn random(dice: &mut Dice) -> Self {
        Self(dice.bytes())
    }

    /// Base64 of exactly 32 bytes.
    pub fn from_base64(text: &str) -> Option<Self> {
        let mut bytes = BASE64.decode(text.trim().as_bytes()).ok()?;
        let key = <[u8; 32]>::try_from(bytes.as_slice()).ok().map(Self);
        bytes.zeroize();
        key
    }

    pub fn to_base64(&self) -> String {
        BASE64.encode(&self.0)
    }

    /// The key for one purpose.
    pub(super) fn derive(&self, purpose: Purpose) -> [u8; 32] {
        let mut key = [0; 32];
        let expanded = Hkdf::<Sha256>::new(None, &self.0).expand(purpose.info().as_bytes(), &mut key);
        debug_assert!(expanded.is_ok(), "32 bytes are always to be had");
        key
    }

    /// HMAC-SHA256 over the parts; their borders count, so that ("ab", "c") is not ("a", "bc").
    pub fn keyed_hash(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        let mut key = self.derive(purpose);
        #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("any length will do");
        key.zeroize();
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> MasterKey {
        MasterKey::random(&mut Dice::loaded(1))
    }

    #[test]
    fn every_purpose_has_a_key_of_its_own() {
        let hash = |purpose| key().keyed_hash(purpose, &[b"x"]);
        assert_ne!(hash(Purpose::Letters), hash(Purpose::Forms));
        assert_eq!(hash(Purpose::Letters), hash(Purpose::Letters));
    }

    #[test]
    fn the_borders_between_parts_count() {
        let hash = |parts: &[&[u8]]| key().keyed_hash(Purpose::Diary, parts);
        assert_ne!(hash(&[b"ab", b"c"]), hash(&[b"a", b"bc"]));
    }

    #[test]
    fn a_key_reads_back_what_it_writes_and_never_shows_itself() {
        let again = MasterKey::from_base64(&key().to_base64()).unwrap();
        assert_eq!(again.0, key().0);
        assert_eq!(format!("{:?}", key()), "MasterKey(…)");
        assert!(MasterKey::from_base64("c2hvcnQ=").is_none());
        assert!(MasterKey::from_base64("not base64 at all").is_none());
    }
}
