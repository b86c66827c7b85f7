//! What a browser gets for its work: the right to ask for one credential of one round, for a day.
//!
//! A keyed hash over the round, its end and chance; nothing is stored for it, and it names nobody.

use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq as _;

use super::challenge::next_step;
use crate::{
    clock::{DAY, HOUR, Moment},
    dice::Dice,
    ids::SurveyId,
    secrets::{MasterKey, Purpose},
};

const VALID: Duration = DAY;
/// Rounded up, so that it does not tell when it was handed out.
const STEP: i64 = HOUR.as_secs().cast_signed();

const NONCE: usize = 16;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admission {
    pub survey: SurveyId,
    /// In seconds.
    pub expires: i64,
    /// By which it is remembered once it is exchanged.
    pub nonce: [u8; NONCE],
}

impl Admission {
    pub fn new(survey: SurveyId, now: Moment, dice: &mut Dice) -> Self {
        Self { survey, expires: next_step(now.plus(VALID), STEP), nonce: dice.bytes() }
    }

    pub fn write(&self, master: &MasterKey) -> String {
        let expires = self.expires.to_be_bytes();
        BASE64URL_NOPAD.encode(&[&self.nonce[..], self.survey.as_bytes(), &expires, &self.tag(master)].concat())
    }

    /// `None` for what we did not hand out, and for what has ended.
    pub fn read(master: &MasterKey, text: &str, now: Moment) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (nonce, rest) = bytes.split_first_chunk::<NONCE>()?;
        let (survey, rest) = rest.split_first_chunk::<16>()?;
        let (expires, given) = rest.split_first_chunk::<8>()?;
        let read = Self { survey: SurveyId::from_bytes(*survey), expires: i64::from_be_bytes(*expires), nonce: *nonce };
        let is_ours = bool::from(read.tag(master).ct_eq(given));
        (is_ours && now.seconds() < read.expires).then_some(read)
    }

    fn tag(&self, master: &MasterKey) -> [u8; 32] {
        master.keyed_hash(Purpose::Admissions, &[&self.nonce, self.survey.as_bytes(), &self.expires.to_be_bytes()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_admission_reads_back_for_a_day_and_nowhere_else() {
        let dice = &mut Dice::loaded(1);
        let master = MasterKey::random(dice);
        let now = Moment::from_micros(1_795_237_201_000_000);
        let admission = Admission::new(dice.id(), now, dice);
        let text = admission.write(&master);
        assert_eq!(Admission::read(&master, &text, now.plus(DAY)), Some(admission));
        assert_eq!(Admission::read(&master, &text, now.plus(DAY).plus(HOUR)), None);
        assert_eq!(Admission::read(&MasterKey::random(dice), &text, now), None);
        assert_eq!(Admission::read(&master, text.get(2..).unwrap(), now), None);
    }
}
