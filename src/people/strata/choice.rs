//! HR's own merge: taken if it hides everybody as well as the rule would, refused with every reason if not.
//!
//! Does not mend what was chosen: a group that is too small stays for HR to join to another.

use std::collections::HashMap;

use super::{Kind, Partition, TooFew, UnitCount, department::Department};
use crate::ids::UnitId;

/// Why groups cannot be the strata of a survey.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    #[error(transparent)]
    TooFew(#[from] TooFew),
    #[error("{} groups too small, {} units missing, {} units twice", too_small.len(), missing.len(), twice.len())]
    Groups {
        /// In the order of the groups.
        too_small: Vec<SmallGroup>,
        /// By short name, as in `twice`.
        missing: Vec<UnitId>,
        twice: Vec<UnitId>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmallGroup {
    /// Which of the groups that were given, from 0.
    pub index: usize,
    pub size: u32,
}

/// The strata that HR chose. Units without eligible people may be in the groups or not: they do not
/// count, and neither does a group that has nobody else. A k below 3 counts as 3.
pub fn choose(units: &[UnitCount], k: u32, groups: &[Vec<UnitId>]) -> Result<Partition, Misfit> {
    let department = Department::new(units, k)?;
    let mut times: HashMap<UnitId, u32> = HashMap::new();
    let mut strata = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        let mut counted: Vec<UnitId> = Vec::new();
        for unit in group.iter().copied().filter(|unit| department.eligible_in(*unit) > 0) {
            *times.entry(unit).or_default() += 1;
            if !counted.contains(&unit) {
                counted.push(unit);
            }
        }
        if !counted.is_empty() {
            strata.push((index, department.stratum(counted, Kind::Chosen)));
        }
    }
    let is_only = strata.len() == 1;
    let small = strata.iter().filter(|(_, stratum)| stratum.size < department.least() && !is_only);
    let too_small: Vec<_> = small.map(|(index, stratum)| SmallGroup { index: *index, size: stratum.size }).collect();
    let all = department.units();
    let missing: Vec<UnitId> = all.iter().copied().filter(|unit| !times.contains_key(unit)).collect();
    let twice: Vec<UnitId> = all.into_iter().filter(|unit| times.get(unit).is_some_and(|times| *times > 1)).collect();
    if too_small.is_empty() && missing.is_empty() && twice.is_empty() {
        let strata = strata.into_iter().map(|(_, stratum)| stratum).collect();
        Ok(Partition { strata: department.arranged(strata), steps: Vec::new() })
    } else {
        Err(Misfit::Groups { too_small, missing, twice })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{
            form,
            invented::{any_units, demo, unit, units},
        },
        *,
    };

    fn groups(numbers: &[&[u8]]) -> Vec<Vec<UnitId>> {
        numbers.iter().map(|group| group.iter().copied().map(unit).collect()).collect()
    }

    #[test]
    fn hr_may_put_units_together_that_are_no_neighbours() {
        let chosen = choose(&demo(), 5, &groups(&[&[1], &[6, 5, 2], &[3, 4]])).unwrap();
        let told: Vec<_> = chosen.strata.iter().map(|stratum| (stratum.units.clone(), stratum.size, stratum.kind)).collect();
        assert_eq!(
            told,
            [
                (vec![unit(4), unit(3)], 12, Kind::Chosen),
                (vec![unit(6), unit(5), unit(2)], 14, Kind::Chosen),
                (vec![unit(1)], 10, Kind::Unit),
            ]
        );
    }

    #[test]
    fn what_is_wrong_is_said_all_at_once() {
        let chosen = choose(&demo(), 5, &groups(&[&[], &[2, 3], &[1, 5, 5], &[1], &[9]]));
        let misfit = Misfit::Groups {
            too_small: vec![SmallGroup { index: 1, size: 5 }],
            missing: vec![unit(4), unit(6)],
            twice: vec![unit(5), unit(1)],
        };
        assert_eq!(chosen, Err(misfit));
    }

    #[test]
    fn one_group_of_everyone_may_be_as_small_as_k() {
        let few = units(&[(None, 3), (None, 2), (None, 0)]);
        let chosen = choose(&few, 5, &groups(&[&[1, 2, 3]])).unwrap();
        assert_eq!((chosen.strata[0].size, chosen.strata[0].kind), (5, Kind::Everyone));
        assert!(choose(&few, 5, &groups(&[&[1], &[2]])).is_err());
        assert_eq!(choose(&few, 6, &groups(&[&[1, 2]])), Err(TooFew { eligible: 5, k: 6 }.into()));
    }

    proptest! {
        #[test]
        fn what_the_rule_forms_may_also_be_chosen(units in any_units(), k in 3_u32..12) {
            let Ok(formed) = form(&units, k) else { return Ok(()) };
            let groups: Vec<_> = formed.strata.iter().map(|stratum| stratum.units.clone()).collect();
            let chosen = choose(&units, k, &groups).unwrap();
            let sizes = |partition: &Partition| {
                let mut sizes: Vec<_> = partition.strata.iter().map(|stratum| (stratum.units.clone(), stratum.size)).collect();
                sizes.sort_by_key(|(units, _)| units[0].to_string());
                sizes
            };
            prop_assert_eq!(sizes(&chosen), sizes(&formed));
        }

        #[test]
        fn whatever_is_chosen_no_stratum_is_smaller_and_nobody_is_left_out(
            units in any_units(),
            k in 0_u32..8,
            groups in prop::collection::vec(prop::collection::vec((1_u8..16).prop_map(unit), 0..8), 0..4),
        ) {
            let Ok(chosen) = choose(&units, k, &groups) else { return Ok(()) };
            let least = 2 * k.max(3);
            prop_assert!(chosen.strata.len() == 1 || chosen.strata.iter().all(|stratum| stratum.size >= least));
            let mut counted: Vec<_> = chosen.strata.iter().flat_map(|stratum| &stratum.units).map(UnitId::to_string).collect();
            let mut staffed: Vec<_> = units.iter().filter(|unit| unit.eligible > 0).map(|unit| unit.id.to_string()).collect();
            counted.sort();
            staffed.sort();
            prop_assert_eq!(counted, staffed);
        }
    }
}
