//! The sixteen digits that open a survey for somebody: in a letter, on a slip, typed on a phone.
//!
//! They are computed from ids and the master key, and never stored; the register has a keyed hash of them,
//! by which they are found again. A copy of the database mints none, and tries none out. Nobody's name is
//! in them.

use std::fmt;

use crate::{
    ids::{MeetingId, PersonId, StratumId, SurveyId},
    language::arabic,
    secrets::{MasterKey, Purpose},
};

const DIGITS: usize = 16;
const ALL: u128 = 10_000_000_000_000_000;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link(String);

impl Link {
    /// Somebody's own. `which`: a newer one makes the earlier ones void.
    pub fn new(master: &MasterKey, survey: SurveyId, person: PersonId, which: i32) -> Self {
        let parts = [survey.as_bytes(), person.as_bytes(), &which.to_be_bytes()[..]];
        Self::of(master.keyed_hash(Purpose::Links, &parts))
    }

    /// Nobody's own: one of those that are drawn from the box of a group.
    pub fn drawn(master: &MasterKey, stratum: StratumId, place: u32) -> Self {
        Self::of(master.keyed_hash(Purpose::DrawnSlips, &[stratum.as_bytes(), &place.to_be_bytes()]))
    }

    /// Somebody's own, to a session of the clinic.
    pub fn to_meeting(master: &MasterKey, meeting: MeetingId, person: PersonId, which: i32) -> Self {
        let parts = [meeting.as_bytes(), person.as_bytes(), &which.to_be_bytes()[..]];
        Self::of(master.keyed_hash(Purpose::MeetingLinks, &parts))
    }

    fn of(hash: [u8; 32]) -> Self {
        let number = hash.first_chunk().copied().map_or(0, u128::from_be_bytes) % ALL;
        Self(format!("{number:0DIGITS$}"))
    }

    /// As it stands in addresses.
    pub fn write(&self) -> String {
        self.0.clone()
    }

    /// However it was typed: with Thai digits, spaces, dashes.
    pub fn read(text: &str) -> Option<Self> {
        let is_between = |char: char| {
            char.is_whitespace() || matches!(char, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}' | '\u{2060}')
        };
        let digits: String = arabic(text).chars().filter(|char| !is_between(*char)).collect();
        let is_code = digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_code.then_some(Self(digits))
    }

    /// By what the register knows it.
    pub fn hash(&self, master: &MasterKey) -> [u8; 32] {
        master.keyed_hash(Purpose::Codes, &[self.0.as_bytes()])
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link(…)")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::dice::Dice;

    #[test]
    fn sixteen_digits_are_read_however_they_are_written_and_nothing_else_is() {
        for typed in [
            "4821093755621408",
            " 4821 0937 5562 1408 ",
            "4821-0937-5562-1408\n",
            "๔๘๒๑ ๐๙๓๗ ๕๕๖๒ ๑๔๐๘",
            "4821\u{a0}0937–5562—1408",
            "4821\u{200b}0937\u{2060}5562−1408",
        ] {
            assert_eq!(Link::read(typed).map(|link| link.write()).as_deref(), Some("4821093755621408"), "{typed}");
        }
        for typed in
            ["", "admin", "482109375562140", "48210937556214088", "482109375562140O", "४८२१०९३७५५६२१४०८", "4821_0937_5562_1408"]
        {
            assert_eq!(Link::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_link_is_another_and_without_the_key_nobody_computes_or_finds_it() {
        let dice = &mut Dice::loaded(2);
        let (master, survey) = (MasterKey::random(dice), dice.id());
        let links: HashSet<String> = (0..1_000).map(|_| Link::new(&master, survey, dice.id(), 1).write()).collect();
        assert_eq!(links.len(), 1_000);
        let (person, other) = (dice.id(), MasterKey::random(dice));
        let link = Link::new(&master, survey, person, 1);
        assert_ne!(link, Link::new(&master, survey, person, 2));
        assert_ne!(link, Link::new(&other, survey, person, 1));
        assert_ne!(link.hash(&master), link.hash(&other));
    }
}
