//! What came of a session, as everybody reads it: how many came, what was said, what was decided, and what those who
//! came thought of it.
//!
//! Figures are told by whoever knows the results; here they are text, and stay as they were when it was published.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::papers::InBoth;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    pub attendance: Attendance,
    pub summary: InBoth,
    pub decisions: Vec<Decision>,
    /// Nothing where nobody was asked, and where nothing is told yet.
    pub evaluation: Option<Evaluation>,
}

/// People; nothing where nobody counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    pub here: Option<u32>,
    pub elsewhere: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub what: String,
    /// May be empty in a draft.
    pub who: String,
    #[serde(serialize_with = "write_day", deserialize_with = "read_day")]
    pub until: Option<Date>,
}

/// What a round of the evaluation lets out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Evaluation {
    /// Fewer than k answered, or the figure would tell what so few said.
    TooFew { k: u32 },
    /// Out of 100, by n answers on scales of that many levels: the fewest and the most.
    Told { mean: Mean, n: u32, levels: [u32; 2] },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Mean {
    /// To two decimals, as results show it.
    Exact(String),
    /// Nothing closer is told.
    Within { least: String, most: String },
}

impl Attendance {
    /// `None` where nobody counted.
    pub fn total(self) -> Option<u64> {
        let counted = [self.here, self.elsewhere].into_iter().flatten();
        counted.map(u64::from).reduce(|one, other| one + other)
    }
}

impl Report {
    /// As one text.
    pub fn write(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    pub fn read(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }
}

fn write_day<S: Serializer>(day: &(impl Copy + Into<Option<Date>>), serializer: S) -> Result<S::Ok, S::Error> {
    let day: Option<Date> = (*day).into();
    match day {
        Some(day) => serializer.collect_str(&day),
        None => serializer.serialize_none(),
    }
}

fn read_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text: Option<String> = Option::deserialize(deserializer)?;
    text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_report_is_read_back_as_it_was_written() {
        let decision = |until| Decision {
            what: "แก้คู่มือ".to_owned(), who: "ฝ่ายคลัง".to_owned(), until
        };
        let report = Report {
            attendance: Attendance { here: Some(54), elsewhere: Some(15) },
            summary: InBoth { th: "บรรทัดหนึ่ง\nสอง".to_owned(), en: String::new() },
            decisions: vec![decision(Some(date(2027, 1, 31))), decision(None)],
            evaluation: Some(Evaluation::Told { mean: Mean::Exact("88.60".to_owned()), n: 69, levels: [5, 5] }),
        };
        assert_eq!(Report::read(&report.write().unwrap()).unwrap(), report);
        assert_eq!(report.attendance.total(), Some(69));
        assert_eq!(Attendance::default().total(), None);
    }
}
