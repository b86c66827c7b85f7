//! For whom slips are printed: what may be chosen, and who that comes to.

use crate::{
    ids::{StratumId, UnitId},
    language::sort_key,
    people::{Addressee, EmployeeNumber, Unit, UnitTree},
};

/// More in one go is more than a browser prints.
pub const MOST: usize = 2_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Without an address, or with one that no letter reaches.
    Unreached,
    /// With all units below it.
    Unit(UnitId),
    Person(EmployeeNumber),
    Everybody,
    /// Of drawn slips: one group, or all of them.
    Group(Option<StratumId>),
}

impl Choice {
    /// For the diary: what kind of people, never who.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreached => "unreached",
            Self::Unit(_) => "unit",
            Self::Person(_) => "person",
            Self::Everybody => "everybody",
            Self::Group(_) => "drawn",
        }
    }

    /// Those of them whom it means, unit by unit and by name, as they can be handed out.
    pub fn among(&self, everybody: Vec<Addressee>, units: &[Unit]) -> Vec<Addressee> {
        let tree = UnitTree::new(units.iter().map(|unit| (unit.id, unit.parent)));
        let below = match self {
            Self::Unit(unit) => tree.with_all_below(&[*unit]),
            _ => std::collections::HashSet::new(),
        };
        let is_meant = |person: &Addressee| match self {
            Self::Unreached => !person.is_reached,
            Self::Unit(_) => below.contains(&person.unit),
            Self::Person(number) => person.number == *number,
            Self::Everybody => true,
            Self::Group(_) => false,
        };
        let mut meant: Vec<_> = everybody.into_iter().filter(is_meant).collect();
        let place = |person: &Addressee| {
            units
                .iter()
                .find(|unit| unit.id == person.unit)
                .map(|unit| (sort_key(unit.short_name.as_str()), unit.id.as_bytes().to_vec()))
        };
        meant.sort_by_cached_key(place);
        meant
    }
}
