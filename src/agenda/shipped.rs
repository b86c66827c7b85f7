//! The calendar that comes along: the usual work on an assessment, from December on.
//!
//! Its days are examples. Which days a year has is said by that year's announcement, and changed by hand.

use serde::Deserialize;

use super::Wanted;
use crate::{language::FiscalYear, papers::InBoth};

const FILE: &str = include_str!("shipped.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    first: String,
    last: String,
    what: InBoth,
}

/// For that year.
pub fn shipped(year: FiscalYear) -> Vec<Wanted> {
    let written: Vec<Written> = serde_json::from_str(FILE).unwrap_or_default();
    let entry = |it: Written| Some(Wanted { what: it.what, first: it.first.parse().ok()?, last: it.last.parse().ok()? });
    written.into_iter().filter_map(entry).map(|it| it.moved_to(year)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_work_of_a_year_begins_in_december_and_lies_in_that_year() {
        let year = FiscalYear::new(2570).unwrap();
        let all = shipped(year);
        assert_eq!(all.len(), FILE.matches("\"what\"").count());
        assert_eq!(all.iter().map(|it| it.first).min(), Some(date(2026, 12, 1)));
        for it in all {
            assert!(year.contains(it.first) && year.contains(it.last) && it.first <= it.last, "{it:?}");
            assert!(!it.what.th.is_empty() && !it.what.en.is_empty());
        }
    }
}
