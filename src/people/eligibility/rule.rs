//! The rule of one survey, in the one form in which it is kept.
//!
//! Every field is always written and none is left out when reading, so that an unfinished rule is
//! refused rather than wider than somebody meant. Does not know whom it lets in: bind it with `applied`.

use std::fmt::Display;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{Applied, service::Service};
use crate::{
    ids::UnitId,
    language::FiscalYear,
    people::{Category, UnitTree},
};

/// Unless it says otherwise: everybody with more than one year of service when the fiscal year begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub minimum_months: u16,
    pub comparator: Comparator,
    pub reference: Reference,
    /// Empty: every category.
    pub categories: Vec<Category>,
    /// Each with every unit below it. Empty: every unit.
    pub units: Vec<UnitId>,
}

/// Whether somebody may answer on the very day on which their months of service are complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// No: from the next day on.
    #[default]
    Over,
    AtLeast,
}

/// The day on which service is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    #[default]
    FiscalYearStart,
    Opening,
    Day(#[serde(serialize_with = "write_day", deserialize_with = "read_day")] Date),
}

impl Default for Rule {
    fn default() -> Self {
        Self {
            minimum_months: 12,
            comparator: Comparator::default(),
            reference: Reference::default(),
            categories: Vec::new(),
            units: Vec::new(),
        }
    }
}

impl Rule {
    /// The rule for a survey of this year that opens on this day. A unit that is gone lets nobody in.
    pub fn applied(&self, year: FiscalYear, opens: Date, units: &UnitTree) -> Applied {
        let reference = match self.reference {
            Reference::FiscalYearStart => year.first_day(),
            Reference::Opening => opens,
            Reference::Day(day) => day,
        };
        let service = Service { months: self.minimum_months, comparator: self.comparator, reference };
        let units = (!self.units.is_empty()).then(|| units.with_all_below(&self.units));
        let categories = (!self.categories.is_empty()).then(|| self.categories.iter().cloned().collect());
        Applied::new(service, opens, units, categories)
    }
}

fn write_day<S: Serializer>(day: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

fn read_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = String::deserialize(deserializer)?;
    let day = text.parse::<Date>().ok().filter(|day| day.to_string() == text);
    day.ok_or_else(|| D::Error::custom("expected a day such as 2026-09-30"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_default_is_written_in_full() {
        let json = r#"{"minimum_months":12,"comparator":"over","reference":"fiscal_year_start","categories":[],"units":[]}"#;
        assert_eq!(serde_json::to_string(&Rule::default()).unwrap(), json);
        let day = Rule { comparator: Comparator::AtLeast, reference: Reference::Day(date(2023, 10, 1)), ..Rule::default() };
        let written = json.replace(r#""over""#, r#""at_least""#).replace(r#""fiscal_year_start""#, r#"{"day":"2023-10-01"}"#);
        assert_eq!(serde_json::to_string(&day).unwrap(), written);
    }

    #[test]
    fn any_other_form_is_refused() {
        let json = r#"{"minimum_months":12,"comparator":"over","reference":"opening","categories":["ข้าราชการ"],"units":[]}"#;
        assert!(serde_json::from_str::<Rule>(json).is_ok());
        for (from, to) in [
            (r#""units":[]"#, r#""units":[],"ranks":[]"#),
            (r#","units":[]"#, ""),
            ("12", "-1"),
            ("12", "65536"),
            ("over", "Over"),
            (r#""opening""#, r#"{"day":"20231001"}"#),
            (r#""opening""#, r#"{"day":"2023-10-01T00:00"}"#),
            (r#""opening""#, r#"{"day":"2023-10-01","era":"CE"}"#),
            ("ข้าราชการ", " "),
            (r#""units":[]"#, r#""units":["สลก."]"#),
        ] {
            let other = json.replace(from, to);
            assert_ne!(other, json);
            assert!(serde_json::from_str::<Rule>(&other).is_err(), "{other}");
        }
    }

    fn references() -> impl Strategy<Value = Reference> {
        let day = (1_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| Reference::Day(date(year, month, day)));
        prop_oneof![Just(Reference::FiscalYearStart), Just(Reference::Opening), day]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            minimum_months in any::<u16>(),
            comparator in prop_oneof![Just(Comparator::Over), Just(Comparator::AtLeast)],
            reference in references(),
            categories in prop::collection::vec("[ก-ฮa-z]{1,20}( [ก-ฮ]{1,5})?", 0..4),
            units in prop::collection::vec(any::<[u8; 16]>(), 0..4),
        ) {
            let categories = categories.iter().map(|text| Category::parse(text).unwrap()).collect();
            let units = units.into_iter().map(UnitId::from_bytes).collect();
            let rule = Rule { minimum_months, comparator, reference, categories, units };
            let json = serde_json::to_string(&rule).unwrap();
            let read: Rule = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(&serde_json::to_string(&read).unwrap(), &json);
            prop_assert_eq!(read, rule);
        }
    }
}
