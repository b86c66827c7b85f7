//! The bulletin of a survey: what is published after the close, for anyone to check.
//!
//! One JSON object. Bytes are base64url without padding, fingerprints lower-case hex, days ISO.
//! `ballots` lists every *counted* ballot once, in the order of the 64 bytes of its message (as
//! bytes, not as base64url), whatever its stratum; spoilt ballots are counted in `spoilt` and not
//! listed. Numbers are of people, credentials and ballots, replacements of acts. Nothing else may
//! be in it: a field that is not known is refused. Knows no person, no answer, no moment but the day.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};
use serde_json::error::Category;

use super::{PreparedMessage, written};
use crate::ids::{StratumId, SurveyId};

/// A bulletin of 350,000 ballots is this large; whatever is larger is no bulletin of a department.
pub const MOST_BYTES: u64 = 200_000_000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bulletin {
    pub format: Format,
    pub survey: SurveyId,
    pub title: InBoth,
    /// SHA-256 over the paper.
    #[serde(deserialize_with = "written::bytes")]
    pub paper: [u8; 32],
    #[serde(deserialize_with = "written::day")]
    pub closed: Date,
    /// People on the roll of the survey.
    pub roll: u32,
    pub strata: Vec<Stratum>,
    pub ballots: Vec<Ballot>,
}

/// The form of the file; another one would have another name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    V1,
}

impl Format {
    const NAME: &str = "clearjai bulletin v1";
}

// Not derived: serde_json calls whatever is no text a fault of the JSON here.
impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wanted = format!("the format “{}”", Self::NAME);
        written::text(deserializer, wanted, |text| (text == Self::NAME).then_some(Self::V1))
    }
}

/// A name in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InBoth {
    pub th: String,
    pub en: String,
}

impl InBoth {
    /// The English name, or the Thai one where there is no other.
    pub fn english(&self) -> &str {
        if self.en.trim().is_empty() { &self.th } else { &self.en }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stratum {
    pub id: StratumId,
    pub name: InBoth,
    /// SPKI, DER.
    #[serde(deserialize_with = "written::key")]
    pub key: Vec<u8>,
    #[serde(deserialize_with = "written::hex")]
    pub fingerprint: [u8; 32],
    pub roll: u32,
    pub issued: u32,
    pub counted: u32,
    pub spoilt: u32,
    pub replaced: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    pub stratum: StratumId,
    pub message: PreparedMessage,
    #[serde(deserialize_with = "written::signature")]
    pub signature: Box<[u8]>,
}

/// Why a file is no bulletin.
#[derive(Debug, thiserror::Error)]
pub enum NoBulletin {
    #[error("is larger than 200 MB, and no bulletin is")]
    TooLarge,
    #[error("is empty")]
    Empty,
    #[error("ends too early, in line {0}. Fetch it again")]
    CutOff(usize),
    #[error("is not written as JSON: {0}")]
    NotJson(serde_json::Error),
    #[error("is JSON, but not a bulletin of the form we know: {0}")]
    OtherShape(serde_json::Error),
}

impl Bulletin {
    pub fn parse(file: &[u8]) -> Result<Self, NoBulletin> {
        if u64::try_from(file.len()).unwrap_or(u64::MAX) > MOST_BYTES {
            return Err(NoBulletin::TooLarge);
        }
        if file.trim_ascii().is_empty() {
            return Err(NoBulletin::Empty);
        }
        serde_json::from_slice(file).map_err(|fault| match fault.classify() {
            Category::Eof => NoBulletin::CutOff(fault.line()),
            Category::Syntax | Category::Io => NoBulletin::NotJson(fault),
            Category::Data => NoBulletin::OtherShape(fault),
        })
    }

    /// Where in the list a counted ballot stands, from 0.
    pub fn place_of(&self, message: &PreparedMessage) -> Option<usize> {
        self.ballots.iter().position(|ballot| ballot.message == *message)
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::BASE64URL_NOPAD;
    use serde_json::{Value, json};

    use super::*;

    fn example() -> Value {
        json!({
            "format": "clearjai bulletin v1",
            "survey": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "title": { "th": "บรรยากาศการทำงาน", "en": "" },
            "paper": BASE64URL_NOPAD.encode(&[7; 32]),
            "closed": "2026-09-30",
            "roll": 12,
            "strata": [{
                "id": "11111111-1111-4111-8111-111111111111", "name": { "th": "กอง", "en": "Division" },
                "key": "AAAA", "fingerprint": "00".repeat(32),
                "roll": 12, "issued": 11, "counted": 1, "spoilt": 2, "replaced": 3
            }],
            "ballots": [{
                "stratum": "11111111-1111-4111-8111-111111111111",
                "message": BASE64URL_NOPAD.encode(&[1; 64]), "signature": BASE64URL_NOPAD.encode(&[2; 256])
            }]
        })
    }

    fn refusal(value: &Value) -> String {
        Bulletin::parse(serde_json::to_string_pretty(value).unwrap().as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn a_bulletin_is_read_as_it_is_written() {
        let bulletin = Bulletin::parse(example().to_string().as_bytes()).unwrap();
        assert_eq!(bulletin.title.english(), "บรรยากาศการทำงาน");
        assert_eq!(bulletin.closed, jiff::civil::date(2026, 9, 30));
        assert_eq!(bulletin.strata[0].name.english(), "Division");
        assert_eq!(bulletin.place_of(&PreparedMessage::from_bytes([1; 64])), Some(0));
        assert_eq!(bulletin.place_of(&PreparedMessage::from_bytes([2; 64])), None);
    }

    #[test]
    fn whatever_is_written_otherwise_is_refused_with_its_line() {
        let spoilt: [(&str, Value); 13] = [
            ("/format", json!("clearjai bulletin v2")),
            ("/survey", json!("the big one")),
            ("/paper", json!(BASE64URL_NOPAD.encode(&[7; 31]))),
            ("/closed", json!("2026-09-31")),
            ("/closed", json!("2026-09-30T12:00:00")),
            ("/closed", json!("20260930")),
            ("/roll", json!(-1)),
            ("/strata/0/issued", json!(1.5)),
            ("/strata/0/fingerprint", json!("AB".repeat(32))),
            ("/strata/0/key", json!("====")),
            ("/ballots/0/message", json!(BASE64URL_NOPAD.encode(&[1; 63]))),
            ("/ballots/0/message", json!(format!("{}==", BASE64URL_NOPAD.encode(&[1; 64])))),
            ("/ballots/0/signature", json!(BASE64URL_NOPAD.encode(&[2; 255]))),
        ];
        for (at, other) in spoilt {
            let mut value = example();
            *value.pointer_mut(at).unwrap() = other;
            let said = refusal(&value);
            assert!(said.contains(" at line ") && said.contains("not a bulletin"), "{at}: {said}");
        }
    }

    #[test]
    fn nothing_may_be_added_or_left_out() {
        for at in ["", "/title", "/strata/0", "/ballots/0"] {
            let mut value = example();
            value.pointer_mut(at).unwrap()["weight"] = json!(1);
            assert!(refusal(&value).contains("unknown field `weight`"), "{at}");
        }
        let mut value = example();
        value["strata"][0].as_object_mut().unwrap().remove("spoilt");
        assert!(refusal(&value).contains("missing field `spoilt`"));
    }

    #[test]
    fn a_file_that_is_cut_off_or_something_else_is_told_apart() {
        let whole = serde_json::to_string_pretty(&example()).unwrap();
        let refused = |text: &str| Bulletin::parse(text.as_bytes()).unwrap_err();
        assert!(matches!(refused(""), NoBulletin::Empty));
        assert!(matches!(refused(" \n"), NoBulletin::Empty));
        assert!(matches!(refused(&whole[..whole.len() - 40]), NoBulletin::CutOff(line) if line > 20));
        assert!(matches!(refused("<!doctype html>"), NoBulletin::NotJson(_)));
        assert!(matches!(refused(&format!("{whole} again")), NoBulletin::NotJson(_)));
        assert!(matches!(refused("[1, 2]"), NoBulletin::OtherShape(_)));
    }
}
