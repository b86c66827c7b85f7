//! How a session ends: put off, over, cancelled; also where one of the two sides was away.

use std::time::Duration;

use clearjai::{clinic::Stage, clock::DAY};

use super::scene::*;
use crate::{house::House, wall::respondent::is_refused};

#[test]
fn a_close_is_put_off_to_a_later_moment_and_the_notice_stays_as_it_was() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let before = scene.in_the_urn(id).unwrap();
    let to = |day, time| [("closes_day", day), ("closes_month", "11"), ("closes_year", "2569"), ("closes_time", time)];
    scene.coordinator.fills_in(&at(id, "/extension"), &to("26", "9.00")).is(422).says("เวลาใหม่ต้องช้ากว่าเวลาเดิม");
    scene.coordinator.fills_in(&at(id, "/extension"), &to("29", "ค่ำ ๆ")).is(422).says("ใส่เวลาเป็นชั่วโมงและนาที");
    let done = scene.coordinator.fills_in(&at(id, "/extension"), &to("29", "9.00"));
    assert_eq!(done.leads_to(), at(id, "?done=put-off"));
    let after = scene.in_the_urn(id).unwrap();
    assert_eq!(after.notice, before.notice);
    assert_eq!(after.closes.unwrap() - before.closes.unwrap(), 40 * 3_600 + 1_800);
    let guest = Guest::with(&house, &scene.links(id)[0]);
    house.turn(7 * DAY);
    guest.takes();
    scene.admin.is_in("anan@example.go.th").opens("/admin/log").says("ขยายเวลารับเรื่องของคลินิก");
}

#[test]
fn when_everything_of_it_has_passed_it_is_over_and_who_came_is_forgotten() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let link = scene.links(id)[0].clone();
    Guest::with(&house, &link).takes();
    // Contributions have closed, but people have not met yet.
    house.turn(8 * DAY);
    house.timetable_runs();
    assert_eq!((scene.in_the_urn(id).unwrap().ended, scene.links(id).len()), (None, 54));
    house.turn(2 * DAY);
    house.timetable_runs();
    assert_eq!(scene.in_the_urn(id).unwrap().ended, Some(Stage::Over));
    is_refused(&asks_about(&house, &link), 404, "no_such_link");
    let rows = house.place().all_rows();
    assert!(rows.iter().filter(|(table, _)| table.ends_with("seats")).all(|(_, rows)| rows.is_empty()));
    scene.coordinator.is_in("chai@example.go.th").opens(&at(id, "")).says("จบแล้ว");
    assert!(!scene.have_k_taken(id));
}

#[test]
fn a_session_that_is_cancelled_is_told_to_everybody_and_to_the_urn() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let link = scene.links(id)[0].clone();
    let page = scene.coordinator.opens(&at(id, "/cancellation"));
    for _ in 0..2 {
        let cancelled = scene.coordinator.sends(page.is(200), &at(id, "/cancellation"), &[]);
        assert_eq!(cancelled.leads_to(), at(id, "?done=cancelled"));
    }
    assert_eq!(scene.in_the_urn(id).unwrap().ended, Some(Stage::Cancelled));
    house.visitor().opens(&format!("/c/{link}")).is(404);
    let before = house.letters().len();
    house.courier_runs();
    let letters = house.letters();
    assert_eq!(letters.len() - before, 54);
    let text = letters.last().unwrap().text();
    assert!(text.contains("ถูกยกเลิก") && !text.contains("บุคคล") && !text.contains("/c/"), "{text}");
    scene.coordinator.opens(&at(id, "")).says("ยกเลิก");
    scene.coordinator.opens(&at(id, "/cancellation")).is(409);
}

#[test]
fn an_end_that_the_urn_did_not_hear_is_told_again() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    house.place().in_the_urn("ALTER TABLE notices RENAME TO hidden");
    scene.coordinator.fills_in(&at(id, "/cancellation"), &[]).is(500);
    scene.coordinator.opens(&at(id, "")).says("ยกเลิก");
    house.place().in_the_urn("ALTER TABLE hidden RENAME TO notices");
    assert_eq!(scene.in_the_urn(id).unwrap().ended, None);
    house.turn(Duration::from_secs(60));
    house.timetable_runs();
    assert_eq!(scene.in_the_urn(id).unwrap().ended, Some(Stage::Cancelled));
    house.courier_runs();
}
