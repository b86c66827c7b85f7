//! Departments that do not exist, for the tests of this folder.

use proptest::prelude::*;

use super::UnitCount;
use crate::{ids::UnitId, people::ShortName};

/// The unit with this number; the number is its first byte.
pub fn unit(number: u8) -> UnitId {
    UnitId::from_bytes([number; 16])
}

/// Units numbered from 1, each with the number of the unit it belongs to and its eligible people.
pub fn units(units: &[(Option<u8>, u32)]) -> Vec<UnitCount> {
    let count = |(number, (parent, eligible)): (u8, &(Option<u8>, u32))| UnitCount {
        id: unit(number),
        parent: parent.map(unit),
        short_name: ShortName::parse(&format!("U{number:03}")).unwrap(),
        eligible: *eligible,
    };
    (1..).zip(units).map(count).collect()
}

/// The throw-away department, without those who have served for too short a time.
pub fn demo() -> Vec<UnitCount> {
    let names = ["สลก.", "คลัง", "พัสดุ", "กนผ.", "กมฐ.", "กบช."];
    let mut demo = units(&[(None, 10), (Some(1), 2), (Some(1), 3), (None, 9), (None, 7), (None, 5)]);
    for (unit, name) in demo.iter_mut().zip(names) {
        unit.short_name = ShortName::parse(name).unwrap();
    }
    demo
}

fn people() -> impl Strategy<Value = u32> {
    prop_oneof![2 => Just(0_u32), 5 => 1_u32..12, 3 => 0_u32..60]
}

fn renamed(mut units: Vec<UnitCount>, names: &[usize]) -> Vec<UnitCount> {
    for (unit, name) in units.iter_mut().zip(names) {
        unit.short_name = ShortName::parse(["ก", "ข", "ค"][*name]).unwrap();
    }
    units
}

fn names() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0_usize..3, 14)
}

/// Any units whatever: parents that are none, circles, equal short names.
pub fn any_units() -> impl Strategy<Value = Vec<UnitCount>> {
    let parents = prop::collection::vec((prop::option::of(1_u8..16), people()), 0..14);
    prop_oneof![(parents, names()).prop_map(|(shape, names)| renamed(units(&shape), &names)), forests()]
}

/// Units of which each belongs to an earlier one or to none.
pub fn forests() -> impl Strategy<Value = Vec<UnitCount>> {
    let shape = prop::collection::vec((prop::option::weighted(0.7, any::<u8>()), people()), 0..14);
    (shape, names()).prop_map(|(shape, names)| {
        let earlier = |before: u8, any: u8| any.checked_rem(before).map(|earlier| earlier + 1);
        let shape = (0..).zip(shape).map(|(before, (parent, people))| (parent.and_then(|any| earlier(before, any)), people));
        renamed(units(&shape.collect::<Vec<_>>()), &names)
    })
}
