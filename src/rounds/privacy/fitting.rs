//! Which choice somebody would take: what the roster knows of them, against what is asked.
//!
//! Whoever fits no choice is counted as one more answer, after the last choice.

use std::{collections::HashMap, iter::successors};

use jiff::civil::Date;

use super::{
    asked::{Asked, Fact},
    vocabulary::{folded, joined},
};
use crate::{
    ids::UnitId,
    people::{Category, Name, Unit, UnitTree},
};

/// What the roster knows of somebody, without who they are.
#[derive(Clone, Debug)]
pub struct Known {
    pub category: Category,
    pub unit: UnitId,
    pub started: Option<Date>,
}

/// One question, made ready for many people.
pub struct Fitting {
    others: u16,
    by: By,
}

enum By {
    Category(HashMap<String, u16>),
    Unit(HashMap<UnitId, u16>),
    Service { from: Vec<u8>, reference: Date },
}

impl Fitting {
    /// `None` for what the roster does not know.
    pub fn of(asked: &Asked, units: &[Unit], reference: Date) -> Option<Self> {
        let others = u16::try_from(asked.choices.len()).unwrap_or(u16::MAX);
        let named = || {
            let mut named: HashMap<String, u16> = HashMap::new();
            for (choice, label) in (0..).zip(&asked.choices) {
                for text in [&label.th, &label.en].into_iter().filter(|text| !text.trim().is_empty()) {
                    named.entry(folded(text)).or_insert(choice);
                }
            }
            // A label that is a name as it stands comes before one that joins several.
            for (choice, label) in (0..).zip(&asked.choices) {
                for name in [&label.th, &label.en].into_iter().filter_map(|text| joined(text)).flatten() {
                    named.entry(name).or_insert(choice);
                }
            }
            named
        };
        let by = match &asked.fact {
            Fact::Category => By::Category(named()),
            Fact::Unit => By::Unit(units_named(&named(), units)),
            Fact::Service { from } => By::Service { from: from.clone(), reference },
            Fact::Unknown { .. } => return None,
        };
        Some(Self { others, by })
    }

    pub fn choice(&self, person: &Known) -> u16 {
        let found = match &self.by {
            By::Category(named) => named.get(&folded(person.category.as_str())).copied(),
            By::Unit(named) => named.get(&person.unit).copied(),
            By::Service { from, reference } => person.started.and_then(|started| {
                let years = full_years(started, *reference)?;
                u16::try_from(from.iter().filter(|first| years >= i16::from(**first)).count()).ok()
            }),
        };
        found.unwrap_or(self.others).min(self.others)
    }
}

/// A unit that no choice names belongs to the nearest one above it that is named.
fn units_named(named: &HashMap<String, u16>, units: &[Unit]) -> HashMap<UnitId, u16> {
    let tree = UnitTree::new(units.iter().map(|unit| (unit.id, unit.parent)));
    let itself = |unit: &Unit| {
        let english = unit.name_english.as_ref().map(Name::as_str);
        let called = [Some(unit.short_name.as_str()), Some(unit.name_thai.as_str()), english];
        called.into_iter().flatten().find_map(|name| named.get(&folded(name)).copied())
    };
    let own: HashMap<UnitId, u16> = units.iter().filter_map(|unit| Some((unit.id, itself(unit)?))).collect();
    let nearest = |id: UnitId| successors(Some(id), |unit| tree.parent(*unit)).find_map(|unit| own.get(&unit).copied());
    units.iter().filter_map(|unit| Some((unit.id, nearest(unit.id)?))).collect()
}

/// Years completed on that day; `None` for whoever starts after it.
fn full_years(started: Date, reference: Date) -> Option<i16> {
    let years = reference.year().checked_sub(started.year()).filter(|_| started <= reference)?;
    let anniversary = started.checked_add(jiff::Span::new().try_years(years).ok()?).ok()?;
    Some(if anniversary > reference { years - 1 } else { years })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{instruments::Text, people::ShortName};

    fn unit(number: u8, short: &str, parent: Option<u8>) -> Unit {
        Unit {
            id: UnitId::from_bytes([number; 16]),
            name_thai: Name::parse(&format!("กอง{short}")).unwrap(),
            name_english: None,
            short_name: ShortName::parse(short).unwrap(),
            parent: parent.map(|parent| UnitId::from_bytes([parent; 16])),
        }
    }

    fn known(unit: u8, category: &str, started: Option<Date>) -> Known {
        Known { category: Category::parse(category).unwrap(), unit: UnitId::from_bytes([unit; 16]), started }
    }

    fn fitting(fact: Fact, choices: &[(&str, &str)]) -> Fitting {
        let choices = choices.iter().map(|(th, en)| Text::new(*th, *en)).collect();
        let asked = Asked { number: 1, text: Text::default(), choices, fact, unmatched: 0 };
        let units = [unit(1, "สลก.", None), unit(2, "คลัง", Some(1)), unit(3, "กนผ.", None)];
        Fitting::of(&asked, &units, date(2026, 10, 1)).unwrap()
    }

    #[test]
    fn units_go_by_short_or_full_name_and_by_the_nearest_one_above() {
        let units = fitting(Fact::Unit, &[("กองสลก.", ""), ("กนผ.", "")]);
        let choices = [1, 2, 3, 9].map(|id| units.choice(&known(id, "ก", None)));
        assert_eq!(choices, [0, 0, 1, 2]);
    }

    #[test]
    fn categories_go_by_their_label_in_either_language() {
        let categories = fitting(Fact::Category, &[(" ข้าราชการ ", "Official"), ("ลูกจ้าง", "")]);
        let choices = ["ข้าราชการ", "official", "ลูกจ้าง", "อื่น"].map(|category| categories.choice(&known(1, category, None)));
        assert_eq!(choices, [0, 0, 1, 2]);
        let merged = fitting(Fact::Category, &[("ข้าราชการ", ""), ("ลูกจ้าง และ พนักงาน", "")]);
        let choices = ["ข้าราชการ", "ลูกจ้าง", "พนักงาน"].map(|category| merged.choice(&known(1, category, None)));
        assert_eq!(choices, [0, 1, 1]);
    }

    #[test]
    fn service_counts_years_completed_on_the_day() {
        let service = fitting(Fact::Service { from: vec![1, 5] }, &[("<1", ""), ("1-4", ""), (">4", "")]);
        let on = |year, month, day| service.choice(&known(1, "ก", Some(date(year, month, day))));
        assert_eq!([on(2025, 10, 2), on(2025, 10, 1), on(2021, 10, 2), on(2021, 10, 1), on(1990, 1, 1)], [0, 1, 1, 2, 2]);
        assert_eq!(service.choice(&known(1, "ก", None)), 3);
        assert_eq!(full_years(date(2024, 2, 29), date(2025, 2, 28)), Some(1));
        assert_eq!(full_years(date(2026, 10, 2), date(2026, 10, 1)), None);
    }
}
