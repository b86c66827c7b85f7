//! What holds of the merge rule in any department, tried on many invented ones.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;

use super::{
    Kind, UnitCount, Why, form,
    invented::{any_units, forests},
};
use crate::ids::UnitId;

fn k() -> impl Strategy<Value = u32> {
    prop_oneof![3_u32..12, Just(u32::MAX)]
}

/// Units with eligible people that are linked to each other as siblings or parent and child.
fn neighbourhoods(units: &[UnitCount]) -> Vec<Vec<&UnitCount>> {
    let mut found: Vec<Vec<&UnitCount>> = Vec::new();
    for unit in units.iter().filter(|unit| unit.eligible > 0) {
        let linked = |other: &&UnitCount| {
            unit.parent == Some(other.id)
                || other.parent == Some(unit.id)
                || (unit.parent.is_some() && unit.parent == other.parent)
        };
        let (near, far): (Vec<_>, Vec<_>) = found.into_iter().partition(|group| group.iter().any(linked));
        found = far;
        found.push(near.into_iter().flatten().chain([unit]).collect());
    }
    found
}

fn total(units: &[&UnitCount]) -> u32 {
    units.iter().map(|unit| unit.eligible).sum()
}

proptest! {
    #[test]
    fn every_group_has_twice_k_people_or_is_the_only_one(units in any_units(), k in k()) {
        let staffed: HashMap<UnitId, u32> =
            units.iter().filter(|unit| unit.eligible > 0).map(|unit| (unit.id, unit.eligible)).collect();
        let total: u32 = staffed.values().sum();
        let Ok(partition) = form(&units, k) else {
            prop_assert!(total < k);
            return Ok(());
        };
        prop_assert!(total >= k);
        let strata = &partition.strata;
        prop_assert!(strata.len() == 1 || strata.iter().all(|stratum| stratum.size >= 2 * k));
        for stratum in strata {
            prop_assert_eq!(stratum.size, stratum.units.iter().map(|unit| staffed[unit]).sum::<u32>());
            prop_assert_eq!(stratum.kind == Kind::Unit, stratum.units.len() == 1 && strata.len() > 1);
            prop_assert_eq!(stratum.kind == Kind::Everyone, strata.len() == 1);
        }
        let counted: Vec<UnitId> = strata.iter().flat_map(|stratum| stratum.units.clone()).collect();
        prop_assert_eq!(counted.len(), staffed.len());
        prop_assert_eq!(counted.into_iter().collect::<HashSet<_>>(), staffed.keys().copied().collect());
        prop_assert!(strata.iter().filter(|stratum| stratum.kind == Kind::OtherUnits).count() <= 1);
        let steps = if total < k.saturating_mul(2) { 0 } else { staffed.len() - strata.len() };
        prop_assert_eq!(partition.steps.len(), steps);
        prop_assert!(partition.steps.iter().all(|step| step.size < 2 * k));
    }

    #[test]
    fn the_order_of_the_units_does_not_matter(
        (units, shuffled) in any_units().prop_flat_map(|units| (Just(units.clone()), Just(units).prop_shuffle())),
        k in k(),
    ) {
        prop_assert_eq!(form(&units, k), form(&shuffled, k));
    }

    #[test]
    fn nobody_overflows(units in any_units(), k in any::<u32>(), huge in any::<u32>()) {
        let huge: Vec<UnitCount> =
            units.into_iter().map(|unit| UnitCount { eligible: unit.eligible.saturating_mul(huge), ..unit }).collect();
        let least = k.max(3).saturating_mul(2);
        let strata = form(&huge, k).map(|partition| partition.strata).unwrap_or_default();
        prop_assert!(strata.len() <= 1 || strata.iter().all(|stratum| stratum.size >= least));
    }

    /// What holds of units that are large enough: they are left alone as long as every
    /// neighbourhood has 2k people in all and theirs has no small unit.
    #[test]
    fn a_large_unit_without_small_neighbours_stays_alone(mut units in forests(), k in 3_u32..12) {
        let small = neighbourhoods(&units).into_iter().filter(|near| total(near) < 2 * k);
        let gone: HashSet<UnitId> = small.flatten().map(|unit| unit.id).collect();
        for unit in units.iter_mut().filter(|unit| gone.contains(&unit.id)) {
            unit.eligible = 0;
        }
        let neighbourhoods = neighbourhoods(&units);
        if neighbourhoods.len() < 2 {
            return Ok(());
        }
        let partition = form(&units, k).unwrap();
        prop_assert!(partition.steps.iter().all(|step| step.why != Why::OtherUnits));
        prop_assert!(partition.strata.iter().all(|stratum| stratum.kind != Kind::OtherUnits));
        for near in neighbourhoods.iter().filter(|near| near.iter().all(|unit| unit.eligible >= 2 * k)) {
            for unit in near {
                prop_assert!(partition.strata.iter().any(|stratum| stratum.units == [unit.id]));
            }
        }
    }

    #[test]
    fn whoever_is_in_no_step_stays_alone(units in any_units(), k in 3_u32..12) {
        let Ok(partition) = form(&units, k) else { return Ok(()) };
        let moved: HashSet<UnitId> =
            partition.steps.iter().flat_map(|step| step.group.iter().chain(&step.joined)).copied().collect();
        for stratum in partition.strata.iter().filter(|stratum| stratum.kind != Kind::Everyone) {
            prop_assert_eq!(stratum.units.len() > 1, moved.contains(&stratum.units[0]));
        }
    }
}
