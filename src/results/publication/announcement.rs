//! What coordinators decide when they publish: which figures are shown beside the indicators, and the lines of
//! what will be done.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Nobody reads more.
pub const LINES_MOST: usize = 10;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    pub shows: Shows,
    /// At least one.
    pub undertakings: Vec<Undertaking>,
}

/// Indicators are always shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shows {
    pub items: bool,
    pub units: bool,
    pub comparison: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undertaking {
    pub what: String,
    pub who: String,
    #[serde(serialize_with = "write_day", deserialize_with = "read_day")]
    pub until: Date,
}

fn write_day<S: Serializer>(day: &impl std::fmt::Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

fn read_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}
