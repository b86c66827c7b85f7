//! Opening a session: once, also when it is stopped half-way; whom it invites, and when it is refused.

use clearjai::{accounts::Actor, people};

use super::scene::*;
use crate::{eligible::crew::*, house::House};

#[test]
fn opening_puts_the_notice_up_and_gives_everybody_who_works_here_a_link() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.plans(&[]);
    scene.coordinator.opens(&at(id, "/opening")).is(200).says("ผู้ได้รับเชิญ 54 คนได้ลิงก์ของตน");
    let page = scene.coordinator.opens(&at(id, "/opening"));
    let first = scene.coordinator.sends(&page, &at(id, "/opening"), &[]);
    // Pressed twice, it opens once.
    let second = scene.coordinator.sends(&page, &at(id, "/opening"), &[]);
    assert_eq!((first.leads_to(), second.leads_to()), (at(id, "?done=opened").as_str(), at(id, "?done=opened").as_str()));
    house.courier_runs();
    let posted = scene.in_the_urn(id).unwrap();
    assert_eq!((posted.notice.meeting, posted.notice.k, posted.notice.seats_each, posted.ended), (id, 5, 3, None));
    assert_eq!(posted.closes, posted.notice.closes);
    assert_eq!(scene.links(id).len(), 54);
    assert_eq!(house.letters().iter().filter(|letter| letter.header("To").starts_with('p')).count(), 54);
    scene.coordinator.opens(&at(id, "")).says("เปิดอยู่").says("54 คน");
    scene.coordinator.opens(&at(id, "/plan")).is(409);
    scene.coordinator.opens(&at(id, "/opening")).is(409);
    scene.admin.opens("/admin/log").says("เปิดคลินิกและเชิญ");
}

#[test]
fn an_opening_that_was_stopped_between_the_two_sides_goes_on_by_itself() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.plans(&[]);
    house.place().in_the_urn("ALTER TABLE notices RENAME TO hidden");
    scene.opens(id).is(500);
    scene.coordinator.opens(&at(id, "")).says("กำลังเปิด");
    assert!(scene.links(id).is_empty());
    // It is decided: nothing changes any more, and nothing is cancelled half-way.
    scene.coordinator.opens(&at(id, "/plan")).is(409);
    scene.coordinator.opens(&at(id, "/cancellation")).is(409);
    house.timetable_runs();
    assert!(scene.links(id).is_empty());
    house.place().in_the_urn("ALTER TABLE hidden RENAME TO notices");
    house.turn(std::time::Duration::from_secs(600));
    house.timetable_runs();
    assert_eq!(scene.links(id).len(), 54);
    let posted = scene.in_the_urn(id).unwrap();
    let guest = Guest::with(&house, &scene.links(id)[0]);
    assert_eq!(guest.notice, posted.notice);
    house.courier_runs();
    assert_eq!(house.letters().iter().filter(|letter| letter.header("To").starts_with('p')).count(), 54);
}

#[test]
fn some_units_or_categories_may_be_invited_and_newcomers_later() {
    let house = House::open();
    let scene = Scene::new(&house);
    let page = scene.coordinator.opens(NEW);
    // The office with its two units below it has 21 people; a third of them works for a project.
    let unit = page.body.split("name=\"units\"").skip(1).find(|rest| rest.contains("สลก.")).unwrap();
    let unit = unit.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let id = scene.opened(&[("units", &unit), ("categories", OFFICIAL)]);
    assert_eq!(scene.links(id).len(), 14);
    let slips = format!("/hr/sessions/{id}/slips");
    scene.hr.opens(&slips).is(200).says("ทุกคนที่ตรงกับผู้ได้รับเชิญมีลิงก์แล้ว");
    hires(&house, &[("901", "คลัง", OFFICIAL, Some(house.clock.now().day())), ("902", "กนผ.", OFFICIAL, Some(LONG_AGO))]);
    let page = scene.hr.opens(&slips);
    page.says("มี 1 คนที่ตรงกับผู้ได้รับเชิญ");
    let invited = scene.hr.sends(&page, &format!("/hr/sessions/{id}/newcomers"), &[]);
    assert_eq!(invited.leads_to(), format!("{slips}?done=invited"));
    assert_eq!(scene.links(id).len(), 15);
    // Whoever leaves has no link any more.
    departs(&house, "901");
    assert_eq!(scene.links(id).len(), 14);
}

#[test]
fn nothing_opens_that_is_past_or_invites_too_few() {
    let house = House::open();
    let scene = Scene::new(&house);
    let few = scene.plans(&[("categories", "ไม่มีใคร")]);
    scene.opens(few).is(422).says("ไม่มีบุคลากรที่ตรงกับผู้ได้รับเชิญ");
    hires(&house, &[("901", "คลัง", "ที่ปรึกษา", Some(LONG_AGO))]);
    let one = scene.plans(&[("categories", "ที่ปรึกษา")]);
    scene.opens(one).is(422).says("ผู้ได้รับเชิญน้อยเกินกว่าจะไม่บอกชื่อได้");
    let by_name = scene.plans(&[("categories", "ที่ปรึกษา"), ("ways", "by_name")]);
    scene.opens(by_name).is(303);
    let late = scene.plans(&[]);
    house.turn(std::time::Duration::from_secs(7 * 86_400));
    scene.coordinator.is_in("chai@example.go.th");
    scene.opens(late).is(422).says("เวลาที่รับเรื่องผ่านไปแล้ว");
    assert!(scene.in_the_urn(late).is_none() && scene.in_the_urn(few).is_none());
}

#[test]
fn an_open_door_invites_nobody_and_has_a_poster() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[("ways", "open_door"), ("standing", "yes")]);
    assert!(scene.links(id).is_empty() && scene.in_the_urn(id).unwrap().notice.key.is_none());
    let poster = scene.coordinator.opens(&at(id, "/poster"));
    crate::pages::is_well_made(poster.is(200).says(&format!("clear.example/clinic/ask?session={id}")), "th");
    assert!(poster.body.contains("<svg"));
    scene.hr.opens(&format!("/hr/sessions/{id}/slips")).is(200).says("จึงไม่มีลิงก์ส่วนตัว");
    scene.coordinator.opens(&at(id, "/extension")).is(409);
    scene.coordinator.fills_in(&at(id, "/end"), &[]).is(303);
    assert_eq!(scene.in_the_urn(id).unwrap().ended, Some(clearjai::clinic::Stage::Over));
}

#[test]
fn somebody_who_was_entered_twice_becomes_one_while_a_session_is_open() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let (master, now) = (house.rooms.master.clone(), house.clock.now());
    let merged = house.rooms.db.register(move |conn| {
        let [kept, other] = ["3", "4"].map(|number| people::EmployeeNumber::parse(number).unwrap());
        let (kept, other) = (people::find(conn, &kept)?.unwrap().id, people::find(conn, &other)?.unwrap().id);
        people::merge(conn, &master, &Actor::the_program(), kept, other, now)
    });
    house.wait_for(merged).unwrap();
    let links = scene.links(id);
    assert_eq!(links.len(), 53);
    for link in &links {
        Guest::with(&house, link);
    }
}
