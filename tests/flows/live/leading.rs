//! Whoever leads the session: what they may do, and who may not.

use super::session::{Session, announced, button};
use crate::house::House;

#[test]
fn only_the_desk_leads_and_only_a_session_that_was_announced() {
    let house = House::open();
    let admin = house.administrator();
    let meeting = announced(&house, true, "คลินิก");
    let host = format!("/desk/live/{meeting}");
    for (name, role) in [("chai", "coordinator"), ("nok", "viewer"), ("busaba", "hr")] {
        let member = house.member(&admin, name, &[role]);
        for address in [&host, "/desk/live", &format!("{host}/end"), &format!("{host}/events")] {
            member.opens(address).is(403);
        }
        member.posts(&host, &[("key", &member.opens("/account").field("key")), ("open", "yes")]).is(403);
    }
    admin.opens(&host).is(403);
    assert!(house.visitor().opens(&host).leads_to().starts_with("/signin"));
    let desk = house.member(&admin, "duang", &["desk"]);
    desk.opens("/desk/live").is(200).says("ยังไม่มีห้องถามสด");
    desk.opens("/desk/live/x").is(404);
    desk.opens("/desk/live/9f3a1c52-1111-4222-8333-444455556666").is(404);
    desk.opens(&format!("{host}/end")).is(404);
    desk.posts(&host, &[("key", &desk.opens("/account").field("key")), ("show", "x")]).is(404);
    desk.posts(&host, &[("open", "yes")]).is(400);
    desk.fills_in(&host, &[("open", "yes")]).is(303);
    desk.opens("/desk/live").is(200).says("คลินิก").says("เปิดอยู่");
}

#[test]
fn a_room_that_is_opened_twice_keeps_its_code_and_two_rooms_have_two() {
    let house = House::open();
    let session = Session::moderated(&house);
    let code = session.code();
    session.desk.posts(&session.host(), &[("key", &session.desk.opens("/account").field("key")), ("open", "yes")]).is(303);
    assert_eq!(session.code(), code);
    let other = format!("/desk/live/{}", announced(&house, true, "อื่น"));
    session.desk.fills_in(&other, &[("open", "yes")]).is(303);
    assert!(!session.desk.opens(&other).body.contains(&format!("/live/{code}\"")));
}

#[test]
fn the_next_question_is_the_highest_and_pressing_twice_goes_one_further() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    let phone = session.phone();
    for text in ["หนึ่ง", "สอง", "สาม"] {
        phone.asks(text);
    }
    phone.says_me_too("สอง");
    let page = session.desk.opens(&session.host());
    page.says("เริ่มตอบข้อแรก");
    for _ in 0..2 {
        session.desk.sends(&page, &session.host(), &[("next", "yes")]).is(303);
    }
    let screen = house.visitor().opens(&format!("{}/screen", phone.room));
    assert!(screen.body.contains(">สอง</p>"), "{}", screen.text());
    assert_eq!(phone.list().len(), 2);

    let page = session.desk.opens(&session.host());
    let after = page.field("after");
    for _ in 0..2 {
        session.desk.sends(&page, &session.host(), &[("after", &after), ("next", "yes")]).is(303);
    }
    let page = session.desk.opens(&session.host());
    page.says("ตอบแล้ว (1)").says("บนจอ (1)");
    session.does("now", phone.list()[0].0.as_str());
    session.desk.opens(&session.host()).says("ตอบแล้ว (2)").says("บนจอ (0)");
    session.does("show", "สอง");
    assert_eq!(phone.list().len(), 1);
}

#[test]
fn a_step_of_another_room_changes_nothing_here() {
    let house = House::open();
    let session = Session::moderated(&house);
    session.phone().asks("ของห้องนี้");
    let id = button(&session.desk.opens(&session.host()), "show", "ของห้องนี้");
    let other = format!("/desk/live/{}", announced(&house, true, "อื่น"));
    session.desk.fills_in(&other, &[("open", "yes")]).is(303);
    session.desk.fills_in(&other, &[("show", &id)]).is(303);
    assert!(session.phone().list().is_empty());
    session.desk.fills_in(&other, &[("show", "nonsense")]).is(400);
}
