//! Units as lists show them: each below the one it belongs to, neighbours by the Thai alphabet.

use std::collections::HashMap;

use super::{Unit, UnitTree};
use crate::{ids::UnitId, language::sort_key};

pub fn tree_of(units: &[Unit]) -> UnitTree {
    UnitTree::new(units.iter().map(|unit| (unit.id, unit.parent)))
}

/// Every unit once, with how deep it stands.
pub fn in_place(mut units: Vec<Unit>) -> Vec<(usize, Unit)> {
    let tree = tree_of(&units);
    units.sort_by_cached_key(|unit| sort_key(unit.short_name.as_str()));
    let order = tree.in_order(&units.iter().map(|unit| unit.id).collect::<Vec<_>>());
    let mut by_id: HashMap<UnitId, Unit> = units.into_iter().map(|unit| (unit.id, unit)).collect();
    order.into_iter().filter_map(|(id, depth)| Some((depth, by_id.remove(&id)?))).collect()
}
