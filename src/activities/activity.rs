//! One activity: what, when, where, why and how; who came; what came of it.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::Typed;
use crate::{
    ids::{ActivityId, MeetingId, SurveyId},
    language::{FiscalYear, Language, Period, plain},
    papers::InBoth,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    pub id: ActivityId,
    /// Goes up with every change.
    pub edition: i32,
    pub wanted: Wanted,
}

/// Everything of it that somebody decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub said: Said,
    pub speaks_for: Option<Source>,
    /// The round by which those who came say what they thought of it.
    pub evaluation: Option<SurveyId>,
}

/// What appears in reports by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    Meeting(MeetingId),
    Survey(SurveyId),
}

/// Texts may have several lines each; what nobody wrote is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    pub kind: Kind,
    pub title: InBoth,
    #[serde(serialize_with = "write_period", deserialize_with = "read_period")]
    pub period: Period,
    /// Among the others of the report.
    pub place: u32,
    pub venue: String,
    pub objective: String,
    pub method: String,
    pub key_points: String,
    pub good_practice: String,
    pub knowledge: String,
    pub summary: String,
    pub result: String,
    /// Nothing where nobody counted.
    pub attendance: Option<u32>,
    /// A figure from elsewhere; nothing where a round of ours has it, or nobody asked.
    pub satisfaction: Option<Typed>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Clinic,
    Seminar,
    Lecture,
    Training,
    Election,
    Meeting,
    Other,
}

impl Kind {
    pub const ALL: [Self; 7] =
        [Self::Clinic, Self::Seminar, Self::Lecture, Self::Training, Self::Election, Self::Meeting, Self::Other];

    /// In forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Clinic => "clinic",
            Self::Seminar => "seminar",
            Self::Lecture => "lecture",
            Self::Training => "training",
            Self::Election => "election",
            Self::Meeting => "meeting",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl Activity {
    pub fn title(&self, language: Language) -> &str {
        self.wanted.said.title.say(language)
    }
}

impl Said {
    /// That it began in.
    pub fn year(&self) -> FiscalYear {
        FiscalYear::of(self.period.first_day())
    }
}

fn write_period<S: Serializer>(period: &Period, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&plain(&period.text(Language::Thai)))
}

fn read_period<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
    Period::read(&String::deserialize(deserializer)?).map_err(D::Error::custom)
}
