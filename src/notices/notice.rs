//! The notice as a text: written once, when the session is opened for contributions, and never again.

use std::fmt;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    ids::MeetingId,
    papers::{Bytes, InBoth},
};

const FORMAT: &str = "clearjai notice v1";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    pub meeting: MeetingId,
    pub title: InBoth,
    /// What it is about, in a few lines; may be empty.
    pub about: InBoth,
    /// Who answers.
    pub answered_by: InBoth,
    /// When and where people meet; nothing for the standing clinic.
    pub gathering: Option<Gathering>,
    /// Contributions are taken from here on, in seconds.
    pub opens: i64,
    /// And until here as it was announced; nothing for the standing clinic.
    pub closes: Option<i64>,
    pub topics: Vec<Topic>,
    pub ways: Ways,
    /// Whether somebody reads a contribution before it stands on the board.
    pub is_moderated: bool,
    /// Whether files may be added.
    pub takes_files: bool,
    /// What comes by seats is shown to the desk once so many people have taken theirs.
    pub k: u32,
    /// How many seats each person has.
    pub seats_each: u32,
    /// What seats are signed with: SPKI, DER. Without seats there is none.
    pub key: Option<Bytes>,
}

/// When and where people meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gathering {
    /// In seconds.
    pub starts: i64,
    pub ends: i64,
    pub place: InBoth,
    /// Where one can take part from elsewhere; empty where one cannot.
    pub online: String,
}

/// What a contribution may be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Short and stable; two sessions that name the same topic have the same code.
    pub code: String,
    pub name: InBoth,
}

/// The ways in which somebody may contribute. At least one is offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ways {
    /// With their name, by a voucher from the personal link.
    pub by_name: bool,
    /// Without it, by a blindly signed seat: somebody who works here, and nothing else.
    pub by_seat: bool,
    /// Anybody who stands at the door.
    pub open_door: bool,
}

/// SHA-256 over the text of the notice.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct NoticeHash([u8; 32]);

/// Why a text is no notice of ours.
#[derive(Debug, thiserror::Error)]
pub enum NoNotice {
    #[error("no JSON, or not of this form: {0}")]
    Malformed(#[from] serde_json::Error),
    #[error("of another form")]
    OtherForm,
}

#[derive(Serialize, Deserialize)]
struct Written {
    format: String,
    notice: Notice,
}

impl Notice {
    /// The text that is hashed. The same notice is always the same text.
    pub fn write(&self) -> Result<String, NoNotice> {
        Ok(serde_json::to_string(&Written { format: FORMAT.to_owned(), notice: self.clone() })?)
    }

    pub fn read(text: &str) -> Result<Self, NoNotice> {
        let written: Written = serde_json::from_str(text)?;
        if written.format == FORMAT { Ok(written.notice) } else { Err(NoNotice::OtherForm) }
    }

    pub fn topic(&self, code: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.code == code)
    }

    /// Whether what somebody brings stands on the board, in their own words, before anybody has read it. What comes through
    /// the open door never does: nobody is known to work here.
    pub const fn is_shown_unread(&self, through_open_door: bool) -> bool {
        !self.is_moderated && !through_open_door
    }

    /// The clinic that is always open, between sessions.
    pub const fn is_standing(&self) -> bool {
        self.gathering.is_none()
    }
}

impl NoticeHash {
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text).into())
    }

    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// As letters and pages show it.
    pub fn to_hex(&self) -> String {
        HEXLOWER.encode(&self.0)
    }
}

impl fmt::Debug for NoticeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NoticeHash({})", BASE64URL_NOPAD.encode(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    fn notice() -> Notice {
        let said = |th: &str, en: &str| InBoth { th: th.to_owned(), en: en.to_owned() };
        Notice {
            meeting: Dice::loaded(1).id(),
            title: said("คลินิกเคลียร์ใจ ครั้งที่ 1", "Clinic 1"),
            about: said("", ""),
            answered_by: said("ฝ่ายคลัง", "Finance"),
            gathering: Some(Gathering { starts: 20, ends: 30, place: said("ห้อง 2", "Room 2"), online: String::new() }),
            opens: 10,
            closes: Some(19),
            topics: vec![Topic { code: "money".to_owned(), name: said("การเบิกจ่าย", "Payments") }],
            ways: Ways { by_name: true, by_seat: true, open_door: false },
            is_moderated: true,
            takes_files: false,
            k: 5,
            seats_each: 3,
            key: Some(Bytes(vec![1, 2, 3])),
        }
    }

    #[test]
    fn a_notice_reads_back_and_every_change_of_it_is_another_notice() {
        let text = notice().write().unwrap();
        assert_eq!(Notice::read(&text).unwrap(), notice());
        let other = Notice { seats_each: 4, ..notice() };
        assert_ne!(NoticeHash::of(&text), NoticeHash::of(&other.write().unwrap()));
        assert!(notice().topic("money").is_some() && notice().topic("rules").is_none() && !notice().is_standing());
    }

    #[test]
    fn what_is_no_notice_of_ours_is_refused() {
        let text = notice().write().unwrap();
        assert!(matches!(Notice::read(&text.replace("notice v1", "notice v9")), Err(NoNotice::OtherForm)));
        assert!(matches!(Notice::read(&text.replace("\"k\"", "\"j\"")), Err(NoNotice::Malformed(_))));
    }
}
