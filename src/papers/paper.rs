//! The paper as a text: written once, at the opening, and never again.

use std::fmt;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Bytes, Comments, Door, Release, SealingKey, Slips};
use crate::{
    ids::{StratumId, SurveyId},
    instruments::Instrument,
    language::Language,
};

const FORMAT: &str = "clearjai paper v1";

#[derive(Clone, Debug)]
pub struct Paper {
    pub survey: SurveyId,
    pub title: InBoth,
    /// In seconds. The close is the one that was announced; it may be put off.
    pub opens: i64,
    pub closes: i64,
    pub grace_minutes: u32,
    /// Nothing is shown of a smaller group.
    pub k: u32,
    pub release: Release,
    pub comments: Comments,
    pub door: Door,
    pub slips: Slips,
    pub without_script: bool,
    pub one_by_one: bool,
    pub strata: Vec<Stratum>,
    pub sealing_key: SealingKey,
    /// Of plaintexts, ascending.
    pub sizes: Vec<usize>,
    pub instrument: Instrument,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InBoth {
    pub th: String,
    pub en: String,
}

impl InBoth {
    /// In that language, or in the other rather than nothing.
    pub fn say(&self, language: Language) -> &str {
        let (wanted, other) = match language {
            Language::Thai => (&self.th, &self.en),
            Language::English => (&self.en, &self.th),
        };
        if wanted.trim().is_empty() { other } else { wanted }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stratum {
    pub id: StratumId,
    pub name: InBoth,
    /// People on the roll; 0 behind an open link.
    pub roll: u32,
    /// SPKI, DER.
    pub key: Bytes,
    /// SHA-256 of the key, in hex.
    pub fingerprint: String,
}

impl Stratum {
    pub fn new(id: StratumId, name: InBoth, roll: u32, spki: Vec<u8>) -> Self {
        let fingerprint = HEXLOWER.encode(&Sha256::digest(&spki));
        Self { id, name, roll, key: Bytes(spki), fingerprint }
    }
}

/// SHA-256 over the text of the paper.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PaperHash([u8; 32]);

impl PaperHash {
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

impl fmt::Debug for PaperHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PaperHash({})", BASE64URL_NOPAD.encode(&self.0))
    }
}

/// Why a text is no paper of ours.
#[derive(Debug, thiserror::Error)]
pub enum NoPaper {
    #[error("no JSON, or not of this form: {0}")]
    Malformed(#[from] serde_json::Error),
    #[error("of another form")]
    OtherForm,
    #[error("its questionnaire is none: {0}")]
    Instrument(#[from] crate::instruments::Refused),
    #[error("its key seals nothing")]
    Key,
}

/// With the questionnaire in its own form, which brings its version along.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    survey: SurveyId,
    title: InBoth,
    opens: i64,
    closes: i64,
    grace_minutes: u32,
    k: u32,
    release: Release,
    comments: Comments,
    door: Door,
    /// Papers of earlier versions do not have it.
    #[serde(default, skip_serializing_if = "is_usual")]
    slips: Slips,
    without_script: bool,
    one_by_one: bool,
    strata: Vec<Stratum>,
    sealing_key: Bytes,
    sizes: Vec<usize>,
    instrument: Box<serde_json::value::RawValue>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn is_usual(slips: &Slips) -> bool {
    *slips == Slips::default()
}

impl Paper {
    pub fn stratum(&self, id: StratumId) -> Option<&Stratum> {
        self.strata.iter().find(|stratum| stratum.id == id)
    }

    /// The text that is hashed. The same paper is always the same text.
    pub fn write(&self) -> Result<String, NoPaper> {
        let paper = self.clone();
        Ok(serde_json::to_string(&Written {
            format: FORMAT.to_owned(),
            survey: paper.survey,
            title: paper.title,
            opens: paper.opens,
            closes: paper.closes,
            grace_minutes: paper.grace_minutes,
            k: paper.k,
            release: paper.release,
            comments: paper.comments,
            door: paper.door,
            slips: paper.slips,
            without_script: paper.without_script,
            one_by_one: paper.one_by_one,
            strata: paper.strata,
            sealing_key: Bytes(paper.sealing_key.to_bytes()),
            sizes: paper.sizes,
            instrument: serde_json::value::RawValue::from_string(paper.instrument.to_json())?,
        })?)
    }

    pub fn read(text: &str) -> Result<Self, NoPaper> {
        let written: Written = serde_json::from_str(text)?;
        if written.format != FORMAT {
            return Err(NoPaper::OtherForm);
        }
        Ok(Self {
            survey: written.survey,
            title: written.title,
            opens: written.opens,
            closes: written.closes,
            grace_minutes: written.grace_minutes,
            k: written.k,
            release: written.release,
            comments: written.comments,
            door: written.door,
            slips: written.slips,
            without_script: written.without_script,
            one_by_one: written.one_by_one,
            strata: written.strata,
            sealing_key: SealingKey::from_bytes(&written.sealing_key.0).ok_or(NoPaper::Key)?,
            sizes: written.sizes,
            instrument: Instrument::from_stored(written.instrument.get())?,
        })
    }
}
