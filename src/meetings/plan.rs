//! What is planned of a session: everything that its notice will say, and who is invited.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    clock::Moment,
    ids::{MeetingId, UnitId},
    notices::{Gathering, Notice, Topic, Ways},
    papers::{Bytes, InBoth},
};

/// One of fewer might be guessed; a department may ask for more.
pub const K_LEAST: u32 = 5;

pub const SEATS_MOST: u32 = 9;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub title: InBoth,
    pub about: InBoth,
    pub answered_by: InBoth,
    /// Nothing for the standing clinic.
    pub gathering: Option<Gathering>,
    /// In seconds.
    pub opens: i64,
    pub closes: Option<i64>,
    pub topics: Vec<Topic>,
    pub ways: Ways,
    pub is_moderated: bool,
    /// Whether files may be added to what comes by name or by seat.
    #[serde(default)]
    pub takes_files: bool,
    pub seats_each: u32,
    pub invited: Invited,
}

/// Who is invited, of all who work here. Nothing named: everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    pub categories: Vec<String>,
    /// With everything below them.
    pub units: Vec<UnitId>,
}

impl Plan {
    /// As it is put up, once and for all.
    pub fn notice(&self, meeting: MeetingId, now: Moment, k: u32, key: Option<Vec<u8>>) -> Notice {
        Notice {
            meeting,
            title: self.title.clone(),
            about: self.about.clone(),
            answered_by: self.answered_by.clone(),
            gathering: self.gathering.clone(),
            opens: self.opens.max(now.seconds()),
            closes: self.closes,
            topics: self.topics.clone(),
            ways: self.ways,
            is_moderated: self.is_moderated,
            takes_files: self.takes_files,
            k,
            seats_each: self.seats_each,
            key: key.map(Bytes),
        }
    }

    /// Whether anybody needs a link of their own.
    pub const fn has_links(&self) -> bool {
        self.ways.by_name || self.ways.by_seat
    }

    pub const fn is_standing(&self) -> bool {
        self.gathering.is_none()
    }

    /// When nothing of it is to come any more; never for the standing clinic.
    pub fn ends(&self, closes: Option<Moment>) -> Option<i64> {
        let gathering = self.gathering.as_ref().map(|gathering| gathering.ends);
        closes.map(Moment::seconds).max(gathering).filter(|_| closes.is_some())
    }
}

/// What is usually asked.
pub fn usual_topics() -> Vec<Topic> {
    let topics = [
        ("money", "การเบิกจ่าย", "Payments"),
        ("supplies", "พัสดุ", "Supplies"),
        ("steps", "ขั้นตอนทำงาน", "Procedures"),
        ("welfare", "สวัสดิการ", "Welfare"),
        ("other", "เรื่องอื่น", "Other"),
    ];
    let topic = |(code, th, en): (&str, &str, &str)| {
        let name = InBoth { th: th.to_owned(), en: en.to_owned() };
        Topic { code: code.to_owned(), name }
    };
    topics.into_iter().map(topic).collect()
}

/// Topics with their codes: the same name has the same one in every session.
pub fn sense_of_topics(names: Vec<InBoth>) -> Vec<Topic> {
    let usual = usual_topics();
    let code = |name: &InBoth| match usual.iter().find(|topic| topic.name.th == name.th) {
        Some(topic) => topic.code.clone(),
        None => format!("t-{}", data_encoding::HEXLOWER.encode(Sha256::digest(&name.th).get(..6).unwrap_or_default())),
    };
    names.into_iter().map(|name| Topic { code: code(&name), name }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_topic_has_the_same_code_in_every_session() {
        let named = |th: &str| InBoth { th: th.to_owned(), en: String::new() };
        let one = sense_of_topics(vec![named("พัสดุ"), named("ที่จอดรถ")]);
        let other = sense_of_topics(vec![named("ที่จอดรถ"), named("อาหารกลางวัน")]);
        assert_eq!(one[0].code, "supplies");
        assert_eq!(one[1].code, other[0].code);
        assert_ne!(other[0].code, other[1].code);
    }
}
