//! Which unit belongs to which: always a forest, whatever the register holds.
//!
//! A parent that is no unit, and one that would close a circle, counts as none: such units stand at
//! the top. Knows no names and no people.

use std::{
    collections::{HashMap, HashSet},
    iter::successors,
};

use crate::ids::UnitId;

#[derive(Clone, Debug, Default)]
pub struct UnitTree {
    parents: HashMap<UnitId, UnitId>,
}

impl UnitTree {
    /// From every unit, once, with the unit it belongs to.
    pub fn new(units: impl IntoIterator<Item = (UnitId, Option<UnitId>)>) -> Self {
        let units: HashMap<UnitId, Option<UnitId>> = units.into_iter().collect();
        let parent = |unit: &UnitId| units.get(unit).copied().flatten().filter(|parent| units.contains_key(parent));
        let is_in_a_circle = |unit: UnitId| successors(parent(&unit), parent).take(units.len()).any(|above| above == unit);
        let parents = units.keys().filter(|unit| !is_in_a_circle(**unit));
        let parents = parents.filter_map(|unit| Some((*unit, parent(unit)?))).collect();
        Self { parents }
    }

    pub fn parent(&self, unit: UnitId) -> Option<UnitId> {
        self.parents.get(&unit).copied()
    }

    /// The units of a list as they stand below each other, each with how deep; neighbours keep the
    /// order of the list.
    pub fn in_order(&self, list: &[UnitId]) -> Vec<(UnitId, usize)> {
        let mut below: HashMap<Option<UnitId>, Vec<UnitId>> = HashMap::new();
        for unit in list {
            below.entry(self.parent(*unit)).or_default().push(*unit);
        }
        let mut ordered = Vec::with_capacity(list.len());
        let mut waiting: Vec<(UnitId, usize)> = Vec::new();
        let mut open = |above: Option<UnitId>, depth: usize, waiting: &mut Vec<_>| {
            let units = below.remove(&above).unwrap_or_default();
            waiting.extend(units.into_iter().rev().map(|unit| (unit, depth)));
        };
        open(None, 0, &mut waiting);
        while let Some((unit, depth)) = waiting.pop() {
            ordered.push((unit, depth));
            open(Some(unit), depth + 1, &mut waiting);
        }
        ordered
    }

    /// These units and all below them. An id that is no unit stands for itself alone.
    pub fn with_all_below(&self, units: &[UnitId]) -> HashSet<UnitId> {
        let named: HashSet<UnitId> = units.iter().copied().collect();
        let is_below = |unit: UnitId| successors(Some(unit), |unit| self.parent(*unit)).any(|above| named.contains(&above));
        let below = self.parents.keys().copied().filter(|unit| is_below(*unit));
        below.chain(named.iter().copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unit(number: u8) -> UnitId {
        UnitId::from_bytes([number; 16])
    }

    fn tree(parents: &[(u8, Option<u8>)]) -> UnitTree {
        UnitTree::new(parents.iter().map(|(id, parent)| (unit(*id), parent.map(unit))))
    }

    fn below(tree: &UnitTree, of: &[u8]) -> HashSet<UnitId> {
        tree.with_all_below(&of.iter().copied().map(unit).collect::<Vec<_>>())
    }

    #[test]
    fn a_unit_stands_for_itself_and_all_below_it() {
        let tree = tree(&[(1, None), (2, Some(1)), (3, Some(2)), (4, Some(1)), (5, None)]);
        assert_eq!(below(&tree, &[1]), [1, 2, 3, 4].map(unit).into());
        assert_eq!(below(&tree, &[2, 5]), [2, 3, 5].map(unit).into());
        assert_eq!(below(&tree, &[]), HashSet::new());
    }

    #[test]
    fn an_unknown_unit_brings_nobody_along() {
        let tree = tree(&[(1, Some(9)), (2, Some(1))]);
        assert_eq!(tree.parent(unit(1)), None);
        assert_eq!(below(&tree, &[9]), [unit(9)].into());
    }

    #[test]
    fn units_in_a_circle_stand_at_the_top() {
        let tree = tree(&[(1, Some(2)), (2, Some(1)), (3, Some(1)), (4, Some(4))]);
        assert_eq!([1, 2, 4].map(|id| tree.parent(unit(id))), [None; 3]);
        assert_eq!(below(&tree, &[1]), [1, 3].map(unit).into());
    }

    #[test]
    fn units_stand_below_the_one_they_belong_to_in_the_order_of_the_list() {
        let tree = tree(&[(1, None), (2, Some(1)), (3, Some(2)), (4, Some(1)), (5, None), (6, Some(9))]);
        let list = [5, 4, 3, 2, 1, 6].map(unit);
        let ordered = [(5, 0), (1, 0), (4, 1), (2, 1), (3, 2), (6, 0)].map(|(id, depth)| (unit(id), depth));
        assert_eq!(tree.in_order(&list), ordered);
        assert_eq!(tree.in_order(&[]), []);
    }

    proptest! {
        #[test]
        fn every_way_up_ends(parents in prop::collection::vec(prop::option::of(0_u8..14), 0..12)) {
            let tree = tree(&(0..).zip(parents.iter().copied()).collect::<Vec<_>>());
            for (id, _) in (0..).zip(&parents) {
                let way = successors(Some(unit(id)), |unit| tree.parent(*unit));
                prop_assert!(way.take(parents.len() + 1).count() <= parents.len());
            }
        }
    }
}
