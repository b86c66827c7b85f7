//! The yardsticks that come with the program. Nobody here has compared them with the manuals, and
//! they say so until somebody has.

use serde::Deserialize;

use super::{Definition, Wanted, Years};
use crate::{instruments::Text, language::FiscalYear};

const FILE: &str = include_str!("shipped.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: Text,
    first_year: i16,
    last_year: Option<i16>,
    definition: Definition,
}

pub fn all() -> Vec<Wanted> {
    let written: Vec<Written> = serde_json::from_str(FILE).unwrap_or_default();
    let read = |it: Written| {
        let years = Years { first: FiscalYear::new(it.first_year)?, last: it.last_year.and_then(FiscalYear::new) };
        Some(Wanted { title: it.title, years, definition: it.definition, is_confirmed: false })
    };
    written.into_iter().filter_map(read).collect()
}

#[cfg(test)]
pub fn ratings() -> Vec<super::RatingTable> {
    let table = |wanted: Wanted| match wanted.definition {
        Definition::Rating(table) => Some(table),
        Definition::Sample(_) => None,
    };
    all().into_iter().filter_map(table).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yardsticks::SampleRule;

    /// As it stands in a database of that release.
    #[test]
    fn what_0_5_0_wrote_is_read_as_what_comes_along_now() {
        let old = include_str!("../../tests/upgrades/0.5.0/register.sql");
        let written = old.split("'{\"rating\":").skip(1).filter_map(|rest| rest.split('\'').next());
        let read: Vec<Definition> = written.map(|rest| serde_json::from_str(&format!("{{\"rating\":{rest}")).unwrap()).collect();
        assert!(!old.contains("\"weights\""));
        assert_eq!(read, ratings().into_iter().map(Definition::Rating).collect::<Vec<_>>());
    }

    #[test]
    fn what_comes_along_is_sound_and_holds_for_years_of_its_own() {
        let all = all();
        assert_eq!(all.len(), 3);
        for (at, one) in all.iter().enumerate() {
            match &one.definition {
                Definition::Rating(table) => assert_eq!(table.check(), Ok(())),
                Definition::Sample(rule) => assert_eq!(*rule, SampleRule::default()),
            }
            for other in &all[at + 1..] {
                assert!(one.definition.kind() != other.definition.kind() || !one.years.overlaps(other.years));
            }
        }
    }
}
