//! Whom a reminder goes to, and that it tells nobody who that was.

use std::collections::BTreeSet;

use clearjai::{
    address::EmailAddress,
    campaigns::{self, Returned},
    ids::SurveyId,
    mail::AddressFault,
    web::at,
};

use super::scene::*;
use crate::{eligible::crew::*, house::House, pages::is_well_made, rounds::desk::*};

#[test]
fn a_reminder_goes_once_to_whoever_may_still_answer_and_to_nobody_else() {
    let house = House::open();
    let scene = Scene::open(&house);
    let invitations = scene.letters_while(|| {
        house.courier_runs();
    });
    assert_eq!(invitations.iter().map(number).collect::<BTreeSet<_>>(), everybody());
    let stop = |of: u32| one_click(invitations.iter().find(|letter| number(letter) == of).unwrap());

    scene.collect([0, 18]);
    let button = house.visitor();
    button.opens(&stop(1)).is(200).says("ไม่ต้องเตือนอีก");
    button.posts(&stop(1), &[("stop", "yes")]).is(200);
    // As RFC 8058 has it: no cookie, no page opened before, and this body alone.
    house.visitor().posts(&stop(3), &[("List-Unsubscribe", "One-Click")]).is(200);
    departs(&house, "4");
    house.place().in_the_register("UPDATE people SET email = NULL WHERE number = '6'");
    let (now, unknown) = (house.clock.now(), EmailAddress::parse("p7@example.go.th").unwrap());
    let marked = house
        .rooms
        .db
        .register(move |conn| campaigns::note_undeliverable(conn, &unknown, AddressFault::Unknown, Returned::AnyLetter, now));
    house.wait_for(marked).unwrap();
    // Looking at the page is not asking for it.
    house.visitor().opens(&stop(9)).is(200);
    house.visitor().glances_at(&stop(9)).is(200);

    comes(&house, 4, 9, 0);
    let ordered = scene.orders_a_reminder();
    is_well_made(scene.hr.goes_on(&ordered).is(200).says("สั่งส่งคำเตือนแล้ว"), "th");
    assert_eq!(scene.delivered(), everybody_but(&[0, 18, 1, 3, 4, 6, 7]));
    assert_eq!(scene.delivered(), BTreeSet::new(), "once");
}

#[test]
fn whoever_answers_between_the_order_and_the_courier_gets_no_letter() {
    let house = House::open();
    let scene = Scene::invited(&house);
    comes(&house, 4, 9, 0);
    scene.orders_a_reminder().is(303);
    scene.collect([0, 51]);
    house.visitor().posts(&format!("/t/{}/stop", scene.link(1)), &[("List-Unsubscribe", "One-Click")]).is(200);
    departs(&house, "3");
    house.place().in_the_register("UPDATE people SET email = NULL WHERE number = '4'");
    assert_eq!(scene.delivered(), everybody_but(&[0, 51, 1, 3, 4]));
}

#[test]
fn after_a_reminder_nothing_that_anybody_can_open_tells_who_answers() {
    let house = House::open();
    let scene = Scene::invited(&house);
    comes(&house, 4, 9, 0);
    house.timetable_runs();
    scene.orders_a_reminder().is(303);
    assert_eq!(scene.delivered(), everybody());
    house.timetable_runs();
    scene.is_awake();
    let before = scene.all_they_can_see();
    for page in [
        ("HR", "/hr".to_owned()),
        ("HR", at::reminders(scene.id)),
        ("HR", format!("/rounds/{}/participation", scene.id)),
        ("HR", "/hr/roster".to_owned()),
        ("coordinator", format!("/rounds/{}/participation", scene.id)),
        ("administrator", "/admin/mail".to_owned()),
        ("administrator", "/admin/schedule".to_owned()),
        ("administrator", "/admin/log".to_owned()),
    ] {
        assert!(before.get(&page).is_some_and(|said| said.starts_with("200 ")), "{page:?} is not among what was looked at");
    }
    scene.collect([21]);
    house.timetable_runs();
    house.courier_runs();
    let after = scene.all_they_can_see();
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (page, was) in &before {
        assert!(*was == after[page], "{page:?} changed when somebody handed in");
    }
    // The test can fail: who departs is seen at once.
    departs(&house, "21");
    assert!(before != scene.all_they_can_see());
}

#[test]
fn what_hr_sees_of_a_reminder_is_the_same_however_many_get_it() {
    let seen = |collected: &[u32]| {
        let house = House::open();
        let scene = Scene::invited(&house);
        scene.collect(collected.iter().copied());
        comes(&house, 1, 15, 0);
        let before = scene.is_awake().hr.opens(&at::reminders(scene.id));
        comes(&house, 4, 5, 0);
        scene.orders_a_reminder().is(303);
        assert_eq!(scene.sent_while(|| house.timetable_runs()), everybody_but(collected));
        scene.is_awake();
        let hr = ["/hr".to_owned(), at::reminders(scene.id)].map(|address| scene.hr.opens(&address).is(200).text());
        let admin = ["/admin/mail", "/admin/schedule", "/admin/log"].map(|address| scene.admin.opens(address).is(200).text());
        let folder = house.place().folder().display().to_string();
        [vec![before.text()], hr.to_vec(), admin.to_vec()].concat().join("\n").replace(&folder, "the folder")
    };
    let (nobody, four) = (seen(&[]), seen(&[0, 1, 3, 4]));
    for (one, other) in nobody.lines().zip(four.lines()) {
        assert_eq!(one, other, "fewer than five are shown nowhere");
    }
    assert!(nobody.contains("ครั้งที่ 1 วัน") && nobody.contains("ส่งจดหมายที่ถึงเวลา 4 ธ.ค. 2569"), "{nobody}");
}

#[test]
fn a_round_that_was_closed_meanwhile_reminds_nobody() {
    let house = House::open();
    let scene = Scene::invited(&house);
    comes(&house, 30, 16, 20);
    scene.orders_a_reminder().is(303);
    comes(&house, 30, 16, 30);
    assert_eq!(scene.delivered(), BTreeSet::new(), "from that minute on, though the timetable has not closed it");

    let house = House::open();
    let scene = Scene::invited(&house);
    comes(&house, 29, 9, 0);
    scene.orders_a_reminder().is(303);
    comes(&house, 31, 9, 0);
    house.timetable_runs();
    assert_eq!(scene.delivered(), BTreeSet::new());
    scene.orders_a_reminder().is(409).says("ระหว่างเปิดรับคำตอบ");
}

#[test]
fn where_slips_are_drawn_from_a_box_nobody_is_written_to() {
    let house = House::open();
    let scene = Scene::open_through(&house, "drawn");
    assert_eq!(scene.delivered(), BTreeSet::new());
    comes(&house, 4, 9, 0);
    let page = scene.is_awake().hr.opens(&at::reminders(scene.id));
    page.is(200).says("ระบบไม่รู้ว่าใครตอบแล้ว").does_not_say("ส่งคำเตือน ระบบ");
    scene.hr.sends(&scene.hr.opens("/account"), &at::reminders(scene.id), &[]).is(409).says("เตือนรายคนไม่ได้");
    house.timetable_runs();
    assert_eq!(scene.delivered(), BTreeSet::new());
}

#[test]
fn only_hr_reminds_and_only_of_a_survey_that_there_is() {
    let house = House::open();
    let scene = Scene::invited(&house);
    comes(&house, 4, 9, 0);
    scene.is_awake();
    let (known, nothing) = (at::reminders(scene.id), at::reminders(SurveyId::from_bytes([9; 16])));
    scene.hr.opens(&nothing).is(404);
    scene.hr.sends(&scene.hr.opens("/account"), &nothing, &[]).is(404);
    for visitor in [&scene.coordinator, &scene.admin] {
        visitor.opens(&known).is(403);
        visitor.sends(&visitor.opens("/account"), &known, &[]).is(403);
    }
    assert!(house.visitor().opens(&known).leads_to().starts_with("/signin"));
    house.visitor().posts(&known, &[]).is(303);
    assert_eq!(scene.delivered(), BTreeSet::new());
    scene.hr.opens(&known).says("ยังไม่มีการส่งคำเตือน");
}
