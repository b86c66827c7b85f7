//! A voucher: "this is so-and-so, for one message of this session". Somebody asks for it with their personal link;
//! it is sealed, so that only we read the name, and it goes with the message. Nothing is written down when it
//! is handed out.

use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

use crate::{
    clock::{HOUR, Moment},
    dice::Dice,
    ids::MeetingId,
    secrets::{MasterKey, Purpose, Sealed},
};

const VALID: Duration = Duration::from_secs(24 * HOUR.as_secs());
const PLACE: &[u8] = b"voucher";

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voucher {
    pub meeting: MeetingId,
    pub name: String,
    pub unit: String,
    /// In seconds.
    pub expires: i64,
    /// By which it is remembered once it is used.
    pub nonce: [u8; 16],
}

impl Voucher {
    pub fn new(meeting: MeetingId, name: String, unit: String, now: Moment, dice: &mut Dice) -> Self {
        Self { meeting, name, unit, expires: now.plus(VALID).seconds(), nonce: dice.bytes() }
    }

    pub fn write(&self, master: &MasterKey, dice: &mut Dice) -> Result<String, serde_json::Error> {
        let plain = serde_json::to_vec(self)?;
        Ok(BASE64URL_NOPAD.encode(master.seal(Purpose::Vouchers, PLACE, &plain, dice).as_bytes()))
    }

    /// `None` for what we did not hand out, and for what has ended.
    pub fn read(master: &MasterKey, text: &str, now: Moment) -> Option<Self> {
        let sealed = Sealed::from_bytes(BASE64URL_NOPAD.decode(text.as_bytes()).ok()?);
        let plain = master.open(Purpose::Vouchers, PLACE, &sealed).ok()?;
        let read: Self = serde_json::from_slice(&plain).ok()?;
        (now.seconds() < read.expires).then_some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voucher_reads_back_for_a_day_and_only_in_the_house_that_wrote_it() {
        let dice = &mut Dice::loaded(1);
        let master = MasterKey::random(dice);
        let now = Moment::from_micros(1_795_237_201_000_000);
        let voucher = Voucher::new(dice.id(), "สมชาย ใจดี".to_owned(), "ฝ่ายคลัง".to_owned(), now, dice);
        let text = voucher.write(&master, dice).unwrap();
        assert!(Voucher::read(&master, &text, now) == Some(voucher));
        assert!(Voucher::read(&master, &text, now.plus(VALID)).is_none());
        assert!(Voucher::read(&MasterKey::random(dice), &text, now).is_none());
        assert!(Voucher::read(&master, text.get(2..).unwrap(), now).is_none());
        assert!(!text.contains("สมชาย"));
    }
}
