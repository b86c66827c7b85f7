//! What lies in a browser once somebody has pressed a button: sixteen random bytes, and what is kept of them.
//!
//! The bytes themselves are nowhere but there. Kept are keyed hashes, another one for every question and place, so
//! that neither two votes nor two questions of one browser can be told to be of one.

use data_encoding::BASE64URL_NOPAD;

use super::question::Text;
use crate::{
    dice::Dice,
    ids::{LiveQuestionId, MeetingId},
    secrets::{MasterKey, Purpose},
    web::FormKey,
};

/// So many questions of one browser may wait.
const PLACES: u8 = 3;

#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Browser([u8; 16]);

impl Browser {
    pub fn random(dice: &mut Dice) -> Self {
        Self(dice.bytes())
    }

    pub fn parse(text: &str) -> Option<Self> {
        BASE64URL_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok().map(Self)
    }

    pub fn write(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// By what a "me too" is known to be counted.
    pub fn mark(&self, master: &MasterKey, question: LiveQuestionId) -> [u8; 32] {
        master.keyed_hash(Purpose::LiveMarks, &[b"vote", &self.0, question.as_bytes()])
    }

    /// What questions that wait occupy, one each.
    pub fn places(&self, master: &MasterKey, meeting: MeetingId) -> Vec<Vec<u8>> {
        let place = |number| master.keyed_hash(Purpose::LiveMarks, &[b"place", &self.0, meeting.as_bytes(), &[number]]);
        (0..PLACES).map(|number| place(number).to_vec()).collect()
    }
}

/// The same form with the same words in it is the same question, however often it is sent.
pub fn question_of(master: &MasterKey, form: FormKey, text: &Text) -> LiveQuestionId {
    let form = form.with([text.as_str().as_bytes()]);
    let hash = master.keyed_hash(Purpose::LiveMarks, &[b"question", form.as_bytes()]);
    let mut id = [0; 16];
    for (byte, hashed) in id.iter_mut().zip(hash) {
        *byte = hashed;
    }
    LiveQuestionId::from_bytes(id)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn nothing_that_is_kept_of_one_browser_is_ever_the_same_twice() {
        let dice = &mut Dice::loaded(1);
        let (master, browser) = (MasterKey::random(dice), Browser::random(dice));
        let questions: Vec<LiveQuestionId> = (0..5).map(|_| dice.id()).collect();
        let mut kept: Vec<Vec<u8>> = questions.iter().map(|id| browser.mark(&master, *id).to_vec()).collect();
        for meeting in [dice.id(), dice.id()] {
            kept.extend(browser.places(&master, meeting));
        }
        assert_eq!(kept.iter().collect::<HashSet<_>>().len(), 5 + 6);
        assert!(Browser::parse(&browser.write()) == Some(browser) && Browser::parse("x").is_none());
    }
}
