//! Personal links: computed from the roll and the master key, and never stored.
//!
//! A link names a survey and a person by their ids, with a keyed hash over both and over which link of this
//! person it is. A copy of the database mints none. Nobody's name is in it.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq as _;

use crate::{
    db::RegisterConn,
    ids::{PersonId, SurveyId},
    people,
    secrets::{MasterKey, Purpose},
};

/// Eighty bits, which can only be tried by asking.
const TAG: usize = 10;

#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    pub survey: SurveyId,
    pub person: PersonId,
    tag: [u8; TAG],
}

/// How a link stands to the one that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    Counts,
    /// A newer one was made.
    Replaced,
    Forged,
}

impl Link {
    pub fn new(master: &MasterKey, survey: SurveyId, person: PersonId, which: i32) -> Self {
        Self { survey, person, tag: tag(master, survey, person, which) }
    }

    /// As it stands in addresses.
    pub fn write(&self) -> String {
        BASE64URL_NOPAD.encode(&[self.survey.as_bytes(), self.person.as_bytes(), &self.tag].concat())
    }

    /// Anything of the right shape; whether it was made here is for [`Link::validity`].
    pub fn read(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (survey, rest) = bytes.split_first_chunk::<16>()?;
        let (person, rest) = rest.split_first_chunk::<16>()?;
        Some(Self { survey: SurveyId::from_bytes(*survey), person: PersonId::from_bytes(*person), tag: rest.try_into().ok()? })
    }

    pub fn validity(&self, master: &MasterKey, which: i32) -> Validity {
        let fits = |which| bool::from(tag(master, self.survey, self.person, which).ct_eq(&self.tag));
        if fits(which) {
            Validity::Counts
        } else if (1..which).any(fits) {
            Validity::Replaced
        } else {
            Validity::Forged
        }
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link(…)")
    }
}

/// A link for everyone on the roll, for whoever writes letters or prints slips.
pub fn personal_links(
    conn: &mut RegisterConn,
    master: &MasterKey,
    survey: SurveyId,
) -> diesel::QueryResult<Vec<(PersonId, Link)>> {
    let roll = people::links(conn, survey)?.into_iter();
    Ok(roll.map(|(person, which)| (person, Link::new(master, survey, person, which))).collect())
}

fn tag(master: &MasterKey, survey: SurveyId, person: PersonId, which: i32) -> [u8; TAG] {
    let hash = master.keyed_hash(Purpose::Links, &[survey.as_bytes(), person.as_bytes(), &which.to_be_bytes()]);
    hash.first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    #[test]
    fn a_link_reads_back_and_only_the_newest_counts() {
        let dice = &mut Dice::loaded(1);
        let (master, survey, person) = (MasterKey::random(dice), dice.id(), dice.id());
        let link = Link::new(&master, survey, person, 2);
        let read = Link::read(&link.write()).unwrap();
        assert_eq!((read.survey, read.person), (survey, person));
        assert_eq!(read.validity(&master, 2), Validity::Counts);
        assert_eq!(read.validity(&master, 3), Validity::Replaced);
        assert_eq!(read.validity(&master, 1), Validity::Forged);
        assert_eq!(read.validity(&MasterKey::random(dice), 2), Validity::Forged);
    }

    #[test]
    fn whatever_is_changed_in_it_it_is_ours_no_more() {
        let dice = &mut Dice::loaded(2);
        let master = MasterKey::random(dice);
        let bytes = BASE64URL_NOPAD.decode(Link::new(&master, dice.id(), dice.id(), 1).write().as_bytes()).unwrap();
        for bit in 0..bytes.len() * 8 {
            let mut altered = bytes.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            let read = Link::read(&BASE64URL_NOPAD.encode(&altered)).unwrap();
            // Six bits of an id mark its kind, and are what they are.
            let is_same = read == Link::read(&BASE64URL_NOPAD.encode(&bytes)).unwrap();
            assert!(is_same || read.validity(&master, 1) == Validity::Forged, "bit {bit}");
        }
        assert_eq!(Link::read("admin"), None);
        assert_eq!(Link::read(""), None);
    }
}
