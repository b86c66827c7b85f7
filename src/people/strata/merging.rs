//! The merge rule: the smallest group joins its smallest neighbour until none has fewer than 2k people.
//!
//! Neighbours are groups that belong to the same unit, the group of the unit above, and groups of
//! units below. Units at the top of the department belong to no unit and so are no siblings. What
//! has no neighbour goes to "other units", of which there is one: if there is none yet, it begins with
//! the smallest other group without a neighbour, or else with the smallest group of all. Ties go to
//! the first short name, then to the lower id, so the order of the units does not matter. Every
//! unit is to be given once.

use std::cmp::Reverse;

use super::{Kind, Partition, Step, TooFew, UnitCount, Why, department::Department};
use crate::ids::UnitId;

/// Forms the strata of a survey of these units: of all of them, also of those without eligible people,
/// to which others may belong. A k below 3 counts as 3.
pub fn form(units: &[UnitCount], k: u32) -> Result<Partition, TooFew> {
    let department = Department::new(units, k)?;
    if department.eligible < department.least() {
        let everyone = department.stratum(department.units(), Kind::Everyone);
        return Ok(Partition { strata: department.arranged(vec![everyone]), steps: Vec::new() });
    }
    let mut groups: Vec<Group> = department.units().into_iter().map(|unit| Group::of(unit, &department)).collect();
    let mut steps = Vec::new();
    while let Some(small) = take_smallest(&mut groups, department.least()) {
        let Some((index, why)) = to_join(&small, &groups) else {
            groups.push(small);
            break;
        };
        let joined = groups.swap_remove(index);
        steps.push(Step {
            group: department.stratum(small.units.clone(), Kind::OtherUnits).units,
            size: small.size,
            joined: department.stratum(joined.units.clone(), Kind::OtherUnits).units,
            joined_size: joined.size,
            why,
        });
        groups.push(small.join(joined, why));
    }
    let strata = groups.into_iter().map(|group| department.stratum(group.units, Kind::OtherUnits)).collect();
    Ok(Partition { strata: department.arranged(strata), steps })
}

struct Group {
    units: Vec<UnitId>,
    size: u32,
    stands: Stands,
    /// The place of its first unit.
    place: usize,
}

/// Where a group stands in the tree.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Below(UnitId),
    AtTheTop,
    /// Other units, which are nobody's neighbours.
    Apart,
}

impl Group {
    fn of(unit: UnitId, department: &Department) -> Self {
        let stands = department.parent(unit).map_or(Stands::AtTheTop, Stands::Below);
        Self { units: vec![unit], size: department.eligible_in(unit), stands, place: department.place(unit) }
    }

    /// No two groups are equal in this.
    fn order(&self) -> (u32, usize) {
        (self.size, self.place)
    }

    /// How the other is its neighbour, if it is.
    fn tie(&self, other: &Self) -> Option<Why> {
        let belongs_to = |one: &Self, other: &Self| match one.stands {
            Stands::Below(parent) => other.stands != Stands::Apart && other.units.contains(&parent),
            Stands::AtTheTop | Stands::Apart => false,
        };
        match (self.stands, other.stands) {
            (Stands::Below(under), Stands::Below(same)) if under == same => Some(Why::Sibling { under }),
            (Stands::Below(_), _) if belongs_to(self, other) => Some(Why::Parent),
            (_, Stands::Below(_)) if belongs_to(other, self) => Some(Why::Child),
            _ => None,
        }
    }

    fn is_alone_among(&self, groups: &[Self]) -> bool {
        groups.iter().all(|other| self.place == other.place || self.tie(other).is_none())
    }

    fn join(mut self, joined: Self, why: Why) -> Self {
        self.stands = match why {
            Why::Sibling { .. } | Why::Child => self.stands,
            Why::Parent => joined.stands,
            Why::OtherUnits => Stands::Apart,
        };
        self.units.extend(joined.units);
        self.size = self.size.saturating_add(joined.size);
        self.place = self.place.min(joined.place);
        self
    }
}

/// Takes out the smallest group if it is too small.
fn take_smallest(groups: &mut Vec<Group>, least: u32) -> Option<Group> {
    let (index, _) = groups.iter().enumerate().filter(|(_, group)| group.size < least).min_by_key(|(_, group)| group.order())?;
    Some(groups.swap_remove(index))
}

/// Which of the others a small group is to join; none if there are no others.
fn to_join(small: &Group, groups: &[Group]) -> Option<(usize, Why)> {
    let ties = groups.iter().enumerate().filter_map(|(index, group)| Some((group.order(), index, small.tie(group)?)));
    if let Some((_, index, why)) = ties.min_by_key(|(order, ..)| *order) {
        return Some((index, why));
    }
    let other_units = groups.iter().position(|group| group.stands == Stands::Apart);
    let liking = |group: &Group| (group.is_alone_among(groups), Reverse(group.order()));
    let to_begin_with = || groups.iter().enumerate().max_by_key(|(_, group)| liking(group)).map(|(index, _)| index);
    Some((other_units.or_else(to_begin_with)?, Why::OtherUnits))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            Stratum,
            invented::{demo, unit, units},
        },
        *,
    };

    /// The strata of invented units as their numbers and size.
    fn strata(units: &[UnitCount], k: u32) -> Vec<(Vec<u8>, u32, Kind)> {
        let number = |unit: &UnitId| unit.as_bytes()[0];
        let told = |stratum: &Stratum| (stratum.units.iter().map(number).collect(), stratum.size, stratum.kind);
        form(units, k).unwrap().strata.iter().map(told).collect()
    }

    #[test]
    fn the_demo_department_has_two_groups() {
        let partition = form(&demo(), 5).unwrap();
        let [secretary, finance, procurement, policy, standards, services] = [1, 2, 3, 4, 5, 6].map(unit);
        assert_eq!(
            partition.strata,
            [
                Stratum { units: vec![secretary, finance, procurement], size: 15, kind: Kind::Family { under: secretary } },
                Stratum { units: vec![policy, services, standards], size: 21, kind: Kind::OtherUnits },
            ]
        );
        let step = |group: &[UnitId], size, joined: &[UnitId], joined_size, why| Step {
            group: group.to_vec(),
            size,
            joined: joined.to_vec(),
            joined_size,
            why,
        };
        assert_eq!(
            partition.steps,
            [
                step(&[finance], 2, &[procurement], 3, Why::Sibling { under: secretary }),
                step(&[services], 5, &[standards], 7, Why::OtherUnits),
                step(&[finance, procurement], 5, &[secretary], 10, Why::Parent),
                step(&[policy], 9, &[services, standards], 12, Why::OtherUnits),
            ]
        );
    }

    #[test]
    fn too_few_people_make_one_group_or_no_survey() {
        assert_eq!(strata(&units(&[(None, 3), (None, 4), (None, 0)]), 5), [(vec![1, 2], 7, Kind::Everyone)]);
        assert_eq!(form(&units(&[(None, 2), (None, 2)]), 5), Err(TooFew { eligible: 4, k: 5 }));
        assert_eq!(form(&units(&[(None, 2)]), 0), Err(TooFew { eligible: 2, k: 3 }));
        assert_eq!(form(&[], 3), Err(TooFew { eligible: 0, k: 3 }));
    }

    #[test]
    fn a_small_group_prefers_the_smallest_of_siblings_parent_and_children() {
        let children = units(&[(None, 4), (Some(1), 20), (Some(1), 19), (None, 10)]);
        assert_eq!(
            strata(&children, 5),
            [(vec![1, 3], 23, Kind::Family { under: unit(1) }), (vec![2], 20, Kind::Unit), (vec![4], 10, Kind::Unit)]
        );
        // Unit 1 has nobody who may answer, and still makes siblings of 2 and 3.
        let siblings = units(&[(None, 0), (Some(1), 4), (Some(1), 8), (None, 10)]);
        assert_eq!(strata(&siblings, 5), [(vec![2, 3], 12, Kind::Siblings { under: unit(1) }), (vec![4], 10, Kind::Unit)]);
    }

    #[test]
    fn without_a_neighbour_it_joins_another_such_group_or_else_the_smallest() {
        let alone = units(&[(None, 4), (None, 30), (None, 15), (Some(3), 10)]);
        assert_eq!(strata(&alone, 5), [(vec![3], 15, Kind::Unit), (vec![4], 10, Kind::Unit), (vec![1, 2], 34, Kind::OtherUnits)]);
        let only_one_alone = units(&[(None, 4), (None, 15), (Some(2), 10)]);
        assert_eq!(strata(&only_one_alone, 5), [(vec![2], 15, Kind::Unit), (vec![1, 3], 14, Kind::OtherUnits)]);
    }

    #[test]
    fn later_ones_go_to_the_same_other_units() {
        let alone = units(&[(None, 3), (None, 9), (None, 9), (None, 11)]);
        assert_eq!(strata(&alone, 5), [(vec![4], 11, Kind::Unit), (vec![1, 2, 3], 21, Kind::OtherUnits)]);
    }

    #[test]
    fn a_thousand_units_are_merged() {
        let mut many: Vec<UnitCount> = Vec::new();
        for number in 0..1000_u16 {
            let parent = (number >= 10).then(|| many[usize::from(number) / 10 - 1].id);
            let mut bytes = [0; 16];
            bytes[..2].copy_from_slice(&number.to_be_bytes());
            let mut count = units(&[(None, u32::from(number % 7))]).remove(0);
            (count.id, count.parent) = (UnitId::from_bytes(bytes), parent);
            many.push(count);
        }
        let partition = form(&many, 5).unwrap();
        assert!(partition.strata.iter().all(|stratum| stratum.size >= 10));
        // As an import leaves them: none belongs to another.
        let flat: Vec<_> = many.into_iter().map(|unit| UnitCount { parent: None, ..unit }).collect();
        let partition = form(&flat, 5).unwrap();
        assert_eq!(partition.strata.iter().map(|stratum| stratum.kind).collect::<Vec<_>>(), [Kind::Everyone]);
    }
}
