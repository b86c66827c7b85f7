//! The bulletin of a survey: what is published after the close, for anyone to check.
//!
//! One JSON object. Bytes are base64url without padding, fingerprints lower-case hex, days ISO.
//! `ballots` lists every *counted* ballot once, in the order of the 64 bytes of its message (as
//! bytes, not as base64url), whatever its stratum; spoilt ballots are counted in `spoilt` and not
//! listed. Where there were fewer ballots than may be shown, none was opened: they are listed all the same, and
//! counted in `unopened` instead. Behind an open link (`door`) nobody is on a roll: it is 0 everywhere.
//! Numbers are of people, credentials and ballots, replacements of acts. Nothing else may be in it: a field
//! that is not known is refused. What is written is what is read. Knows no person, no answer, no moment but
//! the day.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::error::Category;

use super::{PreparedMessage, written};
use crate::{
    ids::{StratumId, SurveyId},
    papers::Door,
};

/// A bulletin of 350,000 ballots is this large; whatever is larger is no bulletin of a department.
pub const MOST_BYTES: u64 = 200_000_000;

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bulletin {
    pub format: Format,
    pub survey: SurveyId,
    pub title: InBoth,
    /// SHA-256 over the paper.
    #[serde(deserialize_with = "written::bytes", serialize_with = "written::to_base64")]
    pub paper: [u8; 32],
    #[serde(deserialize_with = "written::day", serialize_with = "written::to_text")]
    pub closed: Date,
    #[serde(default)]
    pub door: Door,
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

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::NAME)
    }
}

/// A name in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stratum {
    pub id: StratumId,
    pub name: InBoth,
    /// SPKI, DER.
    #[serde(deserialize_with = "written::key", serialize_with = "written::to_base64")]
    pub key: Vec<u8>,
    #[serde(deserialize_with = "written::hex", serialize_with = "written::to_hex")]
    pub fingerprint: [u8; 32],
    pub roll: u32,
    pub issued: u32,
    pub counted: u32,
    pub spoilt: u32,
    pub replaced: u32,
    #[serde(default)]
    pub unopened: u32,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    pub stratum: StratumId,
    pub message: PreparedMessage,
    #[serde(deserialize_with = "written::signature", serialize_with = "written::to_base64")]
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

    /// In all groups together.
    pub fn unopened(&self) -> u64 {
        self.strata.iter().map(|stratum| u64::from(stratum.unopened)).sum()
    }

    /// Where in the list a counted ballot stands, from 0.
    pub fn place_of(&self, message: &PreparedMessage) -> Option<usize> {
        self.ballots.iter().position(|ballot| ballot.message == *message)
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::BASE64URL_NOPAD;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::dice::Dice;

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
    fn what_was_left_out_once_is_none() {
        let bulletin = Bulletin::parse(example().to_string().as_bytes()).unwrap();
        assert_eq!((bulletin.door, bulletin.unopened()), (Door::Roll, 0));
        let mut value = example();
        value["door"] = json!("open_link");
        value["strata"][0]["unopened"] = json!(4);
        let bulletin = Bulletin::parse(value.to_string().as_bytes()).unwrap();
        assert_eq!((bulletin.door, bulletin.unopened()), (Door::OpenLink, 4));
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_is_read(seed: u64, strata in 0_usize..4, ballots in 0_usize..6) {
            let dice = &mut Dice::loaded(seed);
            let mut number = || u32::try_from(dice.below(1 << 32)).unwrap();
            let numbers: Vec<_> = (0..strata).map(|_| [(); 6].map(|()| number())).collect();
            let name = |text: &str| InBoth { th: format!("กอง {text}\"\\"), en: text.to_owned() };
            let stratum = |[roll, issued, counted, spoilt, replaced, unopened]: [u32; 6]| Stratum {
                id: dice.id(),
                name: name("Division\n</script>"),
                key: dice.bytes::<294>().to_vec(),
                fingerprint: dice.bytes(),
                roll, issued, counted, spoilt, replaced, unopened,
            };
            let strata: Vec<_> = numbers.into_iter().map(stratum).collect();
            let bulletin = Bulletin {
                format: Format::V1,
                survey: dice.id(),
                title: name(""),
                paper: dice.bytes(),
                closed: jiff::civil::date(2026, 9, 30),
                door: if seed.is_multiple_of(2) { Door::Roll } else { Door::OpenLink },
                roll: u32::MAX,
                strata,
                ballots: (0..ballots)
                    .map(|_| Ballot {
                        stratum: dice.id(),
                        message: PreparedMessage::from_bytes(dice.bytes()),
                        signature: Box::new(dice.bytes::<256>()),
                    })
                    .collect(),
            };
            let written = serde_json::to_vec(&bulletin).unwrap();
            prop_assert_eq!(Bulletin::parse(&written).unwrap(), bulletin);
        }
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
