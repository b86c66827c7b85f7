//! A department as both ways of forming groups see it: its units with eligible people, in order.
//!
//! Does not decide who joins whom; says what a set of units is once they are together.

use std::collections::HashMap;

use super::{Kind, Stratum, TooFew, UnitCount};
use crate::{ids::UnitId, people::UnitTree};

/// Below this nobody is hidden in a group, whatever a caller asks for.
const K_LEAST: u32 = 3;

pub struct Department {
    tree: UnitTree,
    /// Place by short name, then id; and how many are eligible. Only units with eligible people.
    units: HashMap<UnitId, (usize, u32)>,
    pub k: u32,
    pub eligible: u32,
}

impl Department {
    pub fn new(units: &[UnitCount], k: u32) -> Result<Self, TooFew> {
        let tree = UnitTree::new(units.iter().map(|unit| (unit.id, unit.parent)));
        let mut staffed: Vec<&UnitCount> = units.iter().filter(|unit| unit.eligible > 0).collect();
        staffed.sort_by(|one, other| (&one.short_name, one.id.as_bytes()).cmp(&(&other.short_name, other.id.as_bytes())));
        let eligible = staffed.iter().fold(0, |sum: u32, unit| sum.saturating_add(unit.eligible));
        let k = k.max(K_LEAST);
        if eligible < k {
            return Err(TooFew { eligible, k });
        }
        let units = staffed.iter().enumerate().map(|(place, unit)| (unit.id, (place, unit.eligible))).collect();
        Ok(Self { tree, units, k, eligible })
    }

    /// The smallest size of a stratum that is not the only one.
    pub fn least(&self) -> u32 {
        self.k.saturating_mul(2)
    }

    pub fn parent(&self, unit: UnitId) -> Option<UnitId> {
        self.tree.parent(unit)
    }

    /// Every unit with eligible people, in order.
    pub fn units(&self) -> Vec<UnitId> {
        let mut units: Vec<UnitId> = self.units.keys().copied().collect();
        units.sort_by_key(|unit| self.place(*unit));
        units
    }

    pub fn place(&self, unit: UnitId) -> usize {
        self.units.get(&unit).map_or(usize::MAX, |(place, _)| *place)
    }

    /// How many may answer; none in a unit that is not one.
    pub fn eligible_in(&self, unit: UnitId) -> u32 {
        self.units.get(&unit).map_or(0, |(_, eligible)| *eligible)
    }

    /// What these units are together; `otherwise` if they are nothing in particular.
    pub fn stratum(&self, mut units: Vec<UnitId>, otherwise: Kind) -> Stratum {
        units.sort_by_key(|unit| self.place(*unit));
        let size = units.iter().fold(0, |sum: u32, unit| sum.saturating_add(self.eligible_in(*unit)));
        let is_top = |unit: &UnitId| self.parent(*unit).is_none_or(|parent| !units.contains(&parent));
        let tops: Vec<UnitId> = units.iter().copied().filter(is_top).collect();
        let kind = match (units.as_slice(), tops.as_slice()) {
            ([_], _) => Kind::Unit,
            (_, [top]) => Kind::Family { under: *top },
            (_, [first, others @ ..]) => match self.parent(*first) {
                Some(under) if others.iter().all(|top| self.parent(*top) == Some(under)) => Kind::Siblings { under },
                _ => otherwise,
            },
            _ => otherwise,
        };
        if let Kind::Family { under } = kind {
            units.sort_by_key(|unit| (*unit != under, self.place(*unit)));
        }
        Stratum { units, size, kind }
    }

    /// In order, and everyone by that name where there is only one stratum.
    pub fn arranged(&self, mut strata: Vec<Stratum>) -> Vec<Stratum> {
        let place = |stratum: &Stratum| stratum.units.first().map(|unit| self.place(*unit));
        strata.sort_by_key(|stratum| (stratum.kind == Kind::OtherUnits, place(stratum)));
        if let [only] = strata.as_mut_slice() {
            only.kind = Kind::Everyone;
        }
        strata
    }
}
