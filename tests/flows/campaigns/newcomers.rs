//! Who may answer only since the round is open is invited by itself, and once.

use std::collections::BTreeSet;

use super::scene::*;
use crate::{house::House, rounds::desk::*};

/// The timetable has written what there is to write, and some more rounds of it write nothing else.
fn invited_since(scene: &Scene) -> BTreeSet<u32> {
    let letters = scene.letters_while(|| {
        for _ in 0..3 {
            scene.house.turn(clearjai::clock::MINUTE);
            scene.house.timetable_runs();
        }
        scene.house.courier_runs();
    });
    let to: BTreeSet<_> = letters.iter().map(number).collect();
    assert_eq!(to.len(), letters.len(), "one each");
    for letter in letters {
        let digits = letter.text();
        let digits = digits.split("/t/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        scene.house.visitor().opens(&format!("/t/{digits}")).is(200).says("เริ่มตอบ");
    }
    to
}

#[test]
fn who_is_put_on_the_roll_later_is_invited_by_itself_and_once() {
    let house = House::open();
    let scene = Scene::invited(&house);
    assert_eq!(invited_since(&scene), BTreeSet::new());
    // Number 2 was hired during the year and works in a unit of the first group.
    scene.is_awake().hr.fills_in(&format!("/hr/rounds/{}/roll/people", scene.id), &[("number", "2")]).is(303);
    assert_eq!(invited_since(&scene), BTreeSet::from([2]));
    assert_eq!(invited_since(&scene), BTreeSet::new());
    comes(&house, 4, 9, 0);
    scene.orders_a_reminder().is(303);
    assert!(scene.delivered().contains(&2));
}

#[test]
fn who_gets_an_address_later_is_invited_by_itself_and_once() {
    let house = House::open();
    let scene = Scene::open(&house);
    house.place().in_the_register("UPDATE people SET email = NULL WHERE number = '4'");
    assert_eq!(scene.delivered(), everybody_but(&[4]), "they lost it before the letter was written");

    let house = House::open();
    let scene = Scene::open_without_address(&house, 4);
    assert_eq!(scene.delivered(), everybody_but(&[4]));
    assert_eq!(invited_since(&scene), BTreeSet::new());
    house.place().in_the_register("UPDATE people SET email = 'p4@example.go.th' WHERE number = '4'");
    assert_eq!(invited_since(&scene), BTreeSet::from([4]));
    assert_eq!(invited_since(&scene), BTreeSet::new());
}

#[test]
fn who_was_entered_twice_gets_a_new_link_and_the_old_one_says_so() {
    let house = House::open();
    let scene = Scene::invited(&house);
    let old = scene.link(4);
    // Number 2 is on no roll: the place of number 4 becomes theirs.
    let (kept, other) = (scene.person(2), scene.person(4));
    assert_ne!(kept, other);
    let address = format!("/hr/roster/people/{kept}/merge");
    let page = scene.is_awake().hr.opens(&format!("{address}?other=4"));
    scene.hr.sends(&page, &address, &[("other", "4")]).is(303);
    assert_eq!(invited_since(&scene), BTreeSet::from([2]));
    assert_ne!(scene.link(2), old);
    house.visitor().opens(&format!("/t/{old}")).is(410).says("มีการออกลิงก์ใหม่ให้ท่าน");
    assert_eq!(invited_since(&scene), BTreeSet::new());
    comes(&house, 4, 9, 0);
    scene.orders_a_reminder().is(303);
    let mut expected = everybody_but(&[4]);
    expected.insert(2);
    assert_eq!(scene.delivered(), expected);
}
