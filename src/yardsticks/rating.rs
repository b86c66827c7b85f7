//! The table that results of a year are weighed and rated by: how much each part counts, the floor of
//! indicators, and the levels, of which the first whose condition holds counts.
//!
//! Figures are those displayed, from 0 to 100 with two decimals, and never finer. Does not know how
//! results are worked out, nor which instruments there are.

use serde::{Deserialize, Serialize};

use super::Weights;
use crate::instruments::{Decimal, Text};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingTable {
    /// Tables of 0.5.0 do not say it: the same held for every year before it could be changed.
    #[serde(default = "Weights::unsaid")]
    pub weights: Weights,
    /// Indicators below it are pointed out, whatever the level; where there is none, nothing is. Tables of 0.5.0
    /// do not say it: it was 85 before it could be changed.
    #[serde(default = "floor_unsaid")]
    pub floor: Option<Decimal>,
    /// The best first.
    pub levels: Vec<RatingLevel>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingLevel {
    pub name: Text,
    pub when: When,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum When {
    EveryAtLeast(Decimal),
    TotalAtLeast(Decimal),
    TotalBetween { from: Decimal, to: Decimal },
    Otherwise,
}

/// 100.00
pub(super) const TOP: i64 = 10_000;

#[expect(clippy::unnecessary_wraps, reason = "what stands for a field that may be empty")]
const fn floor_unsaid() -> Option<Decimal> {
    Some(Decimal::whole(85))
}

impl RatingTable {
    pub const LEVELS_MOST: usize = 10;

    /// The level of these displayed figures. `None` if there is no instrument, or in a table that is
    /// not sound.
    pub fn rate(&self, instruments: &[Decimal], total: Decimal) -> Option<&RatingLevel> {
        let least = instruments.iter().min()?;
        self.first(hundredths(*least)?, hundredths(total)?).and_then(|level| self.levels.get(level))
    }

    pub(super) fn first(&self, least: i64, total: i64) -> Option<usize> {
        self.levels.iter().position(|level| level.when.holds(least, total))
    }
}

impl When {
    fn holds(self, least: i64, total: i64) -> bool {
        let reaches = |figure: i64, bound: Decimal| hundredths(bound).is_some_and(|bound| figure >= bound);
        match self {
            Self::EveryAtLeast(from) => reaches(least, from),
            Self::TotalAtLeast(from) => reaches(total, from),
            Self::TotalBetween { from, to } => reaches(total, from) && hundredths(to).is_some_and(|to| total <= to),
            Self::Otherwise => true,
        }
    }
}

/// `None` for what is no displayed figure from 0 to 100.
pub(super) fn hundredths(figure: Decimal) -> Option<i64> {
    let hundredths = i64::try_from(figure.millionths() / 10_000).ok()?;
    (figure.decimals() <= 2 && (0..=TOP).contains(&hundredths)).then_some(hundredths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yardsticks::shipped;

    fn figure(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn the_tables_that_come_along_rate_as_the_assessment_does() {
        let tables: Vec<_> = shipped::ratings();
        let [now, before] = tables.as_slice() else { panic!("two tables") };
        let rate = |table: &RatingTable, figures: &[&str], total| {
            let figures: Vec<_> = figures.iter().map(|text| figure(text)).collect();
            table.rate(&figures, figure(total)).unwrap().name.th.clone()
        };
        for (figures, total, level) in [
            (&["95", "95", "95"][..], "95", "ผ่านดีเยี่ยม"),
            (&["94.99", "100", "100"], "98.5", "ผ่านดี"),
            (&["75.4", "95", "95"], "89.12", "ผ่าน"),
            (&["84.99", "85", "85"], "85", "ผ่าน"),
            (&["84.99", "85", "85"], "84.99", "ต้องปรับปรุง"),
            (&["0", "100", "100"], "70", "ต้องปรับปรุง"),
            (&["0", "100", "99"], "69.99", "ต้องปรับปรุงโดยด่วน"),
        ] {
            assert_eq!(rate(now, figures, total), level, "{figures:?} {total}");
        }
        for (total, level) in [
            ("100", "AA"),
            ("94.99", "A"),
            ("85", "A"),
            ("75", "B"),
            ("65", "C"),
            ("55", "D"),
            ("50", "E"),
            ("49.99", "F"),
            ("0", "F"),
        ] {
            assert_eq!(rate(before, &["0"], total), level);
        }
    }

    #[test]
    fn a_table_of_0_5_0_is_read_with_the_weights_and_the_floor_of_its_time() {
        let old = r#"{"levels":[{"name":{"th":"ผ่าน","en":""},"when":{"total_at_least":"85"}},{"name":{"th":"ไม่ผ่าน","en":""},"when":"otherwise"}]}"#;
        let read: RatingTable = serde_json::from_str(old).unwrap();
        assert_eq!((read.weights, read.floor), (Weights { iit: 30, eit: 30, oit: 40 }, Some(figure("85"))));
        assert_eq!((read.levels.len(), read.check()), (2, Ok(())));
        // What is written says both, also that there is no floor.
        let without = RatingTable { weights: Weights { iit: 25, eit: 25, oit: 50 }, floor: None, ..read };
        let written = serde_json::to_string(&without).unwrap();
        assert_eq!(serde_json::from_str::<RatingTable>(&written).unwrap(), without, "{written}");
    }
}
