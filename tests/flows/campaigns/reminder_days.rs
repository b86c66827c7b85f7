//! When reminders go out: not too often, on working days, by a plan or a button, from one server or two.

use std::collections::BTreeSet;

use clearjai::{schedule, web::at};

use super::scene::*;
use crate::{house::House, rounds::desk::*};

#[test]
fn one_that_comes_too_soon_on_a_day_of_rest_or_as_the_fourth_is_refused() {
    let house = House::open();
    let scene = Scene::invited(&house);
    let is_refused = |day, sentence: &str| {
        comes(&house, day, 9, 0);
        scene.is_awake().hr.opens(&at::reminders(scene.id)).is(200).says(sentence);
        scene.hr.sends(&scene.hr.opens("/account"), &at::reminders(scene.id), &[]).is(409).says(sentence);
        assert_eq!(scene.delivered(), BTreeSet::new(), "on day {day}");
    };
    let goes_out = |day, number: &str| {
        comes(&house, day, 9, 0);
        scene.orders_a_reminder().is(303);
        assert_eq!(scene.delivered(), everybody());
        scene.hr.opens(&at::reminders(scene.id)).says(number);
    };
    is_refused(2, "ตั้งแต่วันศุกร์ที่ 4 ธันวาคม พ.ศ. 2569");
    goes_out(4, "ครั้งที่ 1 วันศุกร์ที่ 4 ธันวาคม พ.ศ. 2569");
    // A weekend, a holiday instead of it on Monday, and the 10th is one too.
    is_refused(5, "ตั้งแต่วันศุกร์ที่ 11 ธันวาคม พ.ศ. 2569");
    is_refused(10, "ตั้งแต่วันศุกร์ที่ 11 ธันวาคม พ.ศ. 2569");
    goes_out(11, "ครั้งที่ 2");
    goes_out(16, "ครั้งที่ 3");
    is_refused(22, "ส่งครบ 3 ครั้งแล้ว");
}

#[test]
fn a_day_of_rest_is_refused_also_when_enough_days_have_passed() {
    let house = House::open();
    let scene = Scene::invited(&house);
    comes(&house, 6, 9, 0);
    scene.is_awake().hr.opens(&at::reminders(scene.id)).says("ตั้งแต่วันอังคารที่ 8 ธันวาคม พ.ศ. 2569");
    scene.hr.sends(&scene.hr.opens("/account"), &at::reminders(scene.id), &[]).is(409);
    comes(&house, 8, 9, 0);
    scene.orders_a_reminder().is(303);
    assert_eq!(scene.delivered(), everybody());
}

#[test]
fn a_button_pressed_twice_sends_one_reminder() {
    let house = House::open();
    let scene = Scene::invited(&house);
    comes(&house, 4, 9, 0);
    let page = scene.is_awake().hr.opens(&at::reminders(scene.id));
    let other_window = scene.hr.opens(&at::reminders(scene.id));
    let first = scene.hr.sends(&page, &at::reminders(scene.id), &[]);
    assert_eq!(scene.hr.sends(&page, &at::reminders(scene.id), &[]).leads_to(), first.leads_to());
    scene.hr.sends(&other_window, &at::reminders(scene.id), &[]).is(409);
    assert_eq!(scene.delivered(), everybody());
    scene.hr.opens(&at::reminders(scene.id)).says("ครั้งที่ 1 วัน").does_not_say("ครั้งที่ 2 วัน");
    scene.admin.opens("/admin/log").says("แบบวัด 1/2570: 1").does_not_say("แบบวัด 1/2570: 2");
}

/// Three days after the opening at ten, and three days before the close at nine.
const PLAN: [(&str, &str); 12] = [
    ("from-1", "opening"),
    ("days-1", "3"),
    ("hour-1", "10"),
    ("from-2", "close"),
    ("days-2", "3"),
    ("hour-2", "9"),
    ("from-3", ""),
    ("days-3", ""),
    ("hour-3", ""),
    ("most", "3"),
    ("days_apart", "3"),
    ("on_working_days", "yes"),
];

fn plans(scene: &Scene) {
    let page = scene.is_awake().hr.opens(&at::reminders(scene.id));
    scene.hr.sends(&page, &at::reminder_plan(scene.id), &PLAN).is(303);
}

#[test]
fn a_planned_reminder_goes_out_at_its_hour_once_though_two_servers_keep_the_timetable() {
    let house = House::open();
    let scene = Scene::invited(&house);
    plans(&scene);
    let other = house.beside();
    let both = || house.wait_for(async { tokio::join!(schedule::run_due(&house.rooms), schedule::run_due(&other.rooms)) });
    // The 27th is a Sunday, and the 25th the working day before.
    for (day, hour, minute) in [(4, 10, 0), (25, 9, 0)] {
        comes(&house, day, hour - 1, 59);
        both();
        assert_eq!(scene.delivered(), BTreeSet::new(), "not before its hour on day {day}");
        comes(&house, day, hour, minute);
        let to = scene.sent_while(|| {
            for _ in 0..3 {
                both();
                house.turn(clearjai::clock::MINUTE);
            }
            house.courier_runs();
        });
        assert_eq!(to, everybody(), "on day {day}");
    }
    scene.is_awake().hr.opens(&at::reminders(scene.id)).says("ครั้งที่ 2 วัน").does_not_say("ครั้งที่ 3 วัน").does_not_say("จะส่ง วัน");
    scene.admin.opens("/admin/log").says("แบบวัด 1/2570: 2").does_not_say("แบบวัด 1/2570: 3");
}

#[test]
fn one_whose_hour_was_slept_through_for_a_day_does_not_go_out() {
    let house = House::open();
    let scene = Scene::invited(&house);
    plans(&scene);
    comes(&house, 5, 10, 0);
    house.timetable_runs();
    assert_eq!(scene.delivered(), BTreeSet::new());
    scene.is_awake().hr.opens(&at::reminders(scene.id)).says("ข้าม เพราะเลยกำหนด").says("ยังไม่มีการส่งคำเตือน");

    let house = House::open();
    let scene = Scene::invited(&house);
    plans(&scene);
    comes(&house, 4, 23, 0);
    house.timetable_runs();
    house.courier_runs();
    scene.is_awake().hr.opens(&at::reminders(scene.id)).says("ครั้งที่ 1 วัน");
}

#[test]
fn one_that_was_ordered_by_hand_leaves_no_room_for_the_planned_one() {
    let house = House::open();
    let scene = Scene::invited(&house);
    plans(&scene);
    comes(&house, 4, 9, 0);
    scene.orders_a_reminder().is(303);
    assert_eq!(scene.delivered(), everybody());
    comes(&house, 4, 10, 0);
    house.timetable_runs();
    assert_eq!(scene.delivered(), BTreeSet::new());
    scene.is_awake().hr.opens(&at::reminders(scene.id)).says("ข้าม เพราะห่างจากจดหมายก่อนหน้าไม่พอ");
}

#[test]
fn two_servers_send_each_letter_once() {
    let house = House::open();
    let scene = Scene::open(&house);
    let other = house.beside();
    let both = || {
        let (one, two) = (&house.rooms.courier, &other.rooms.courier);
        let (one, two) = house.wait_for(async { tokio::join!(one.run(), two.run()) });
        (one.unwrap().sent, two.unwrap().sent)
    };
    let to = scene.sent_while(|| {
        let (one, two) = both();
        assert_eq!(one + two, 36, "{one} and {two}");
    });
    assert_eq!(to, everybody());
    comes(&house, 4, 9, 0);
    scene.orders_a_reminder().is(303);
    let to = scene.sent_while(|| {
        let (one, two) = both();
        assert_eq!(one + two, 36, "{one} and {two}");
    });
    assert_eq!(to, everybody());
    assert_eq!(both(), (0, 0));
}
