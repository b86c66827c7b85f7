//! What is refused: everything that would change a promise after the opening; and what was typed wrong.

use clearjai::authoring;

use super::desk::*;
use crate::{eligible::crew::*, house::House};

#[test]
fn once_a_round_is_open_no_page_changes_what_was_promised() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    let asked = shelves(&house, &form("แบบวัดชีพจร"));
    chooses(&coordinator, id, asked).is(303);
    confirms(&hr, id).is(303);
    let own = coordinator.opens(&page(id, "form")).addresses("/instruments/");
    let own = own[0].trim_start_matches("/instruments/").parse().unwrap();
    schedules(&coordinator, id, 1, 14).is(303);
    assert!(matches!(rewords(&house, own, "อื่น"), Err(authoring::Refusal::Fixed)), "questions stay from the schedule on");
    comes(&house, 1, 9, 0);
    house.timetable_runs();
    coordinator.is_in("chai@example.go.th");
    hr.is_in("busaba@example.go.th");

    let promises = || (coordinator.opens(&page(id, "settings")).text(), house.visitor().opens(&format!("/surveys/{id}")).text());
    let before = promises();
    let key = coordinator.opens("/account");
    let other = format!("version:{asked}");
    let window = window("2", "9.00", "20", "16.30");
    let tries: [(&str, Vec<(&str, &str)>); 8] = [
        ("settings", settings(&[("k", "9")])),
        ("settings", settings(&[("k", "nonsense")])),
        ("form", vec![("what", other.as_str())]),
        ("form", vec![("next", "yes")]),
        ("schedule", window.to_vec()),
        ("schedule", vec![]),
        ("unschedule", vec![]),
        ("removal", vec![]),
    ];
    for (name, fields) in tries {
        coordinator.sends(&key, &page(id, name), &fields).is(409);
    }
    coordinator.sends(&key, &page(id, "publication"), &[]).is(409).says("เผยแพร่ได้เมื่อปิดรับแล้ว");
    for name in ["schedule", "removal", "publication"] {
        coordinator.opens(&page(id, name)).is(409);
    }
    assert!(matches!(rewords(&house, own, "อื่น"), Err(authoring::Refusal::Fixed)));

    let key = hr.opens("/account");
    let usual = [("years", "3"), ("months", "0"), ("comparator", "over"), ("reference", "fiscal_year")];
    for (name, fields) in
        [("rule", &usual[..]), ("rule", &[]), ("groups", &[("by", "rule")]), ("groups", &[]), ("roll", &[("anew", "yes")])]
    {
        hr.sends(&key, &format!("/hr/rounds/{id}/{name}"), fields).is(409).says("แบบสำรวจเปิดแล้ว");
    }
    for name in ["rule", "groups", "roll"] {
        hr.opens(&format!("/hr/rounds/{id}/{name}")).is(409).says("แบบสำรวจเปิดแล้ว");
    }
    let page_of_roll = hr.opens(&eligible(id));
    page_of_roll.says("กฎ กลุ่ม และบัญชีจึงเปลี่ยนไม่ได้").does_not_say("แก้กฎ").does_not_say("จัดทำบัญชีใหม่");
    assert_eq!(promises(), before);

    // Who was left out may be added while it is open, and not after the close.
    let add = format!("/hr/rounds/{id}/roll/people");
    hr.fills_in(&add, &[("number", "2")]).is(303);
    comes(&house, 14, 16, 30);
    house.timetable_runs();
    hr.is_in("busaba@example.go.th");
    hr.fills_in(&add, &[("number", "5")]).is(422).says("ปิดรับแล้ว");
}

#[test]
fn what_was_typed_wrong_into_the_settings_is_said_at_its_field_and_kept() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let id = demo(&house);
    for (field, typed, sentence) in [
        ("k", "4", "ใส่จำนวนตั้งแต่ 5 ถึง 100"),
        ("k", "", "ใส่จำนวนตั้งแต่ 5 ถึง 100"),
        ("target", "92,50", "ใช้จุดทศนิยม"),
        ("target", "92.505", "ไม่เกินสองตำแหน่ง"),
        ("target", "100.01", "ตั้งแต่ 0 ถึง 100"),
        ("grace", "61", "ตั้งแต่ 0 ถึง 60"),
        ("year", "26", "ใส่ปีงบประมาณเป็นตัวเลขสี่หลัก"),
        ("name_thai", "-", "ใส่ชื่อภาษาไทย"),
    ] {
        let refused = coordinator.fills_in(&page(id, "settings"), &settings(&[(field, typed)]));
        refused.is(422).says(sentence);
        assert_eq!(refused.field(field), typed);
    }
    for field in ["door", "release", "comments"] {
        coordinator.fills_in(&page(id, "settings"), &settings(&[(field, "other")])).is(422).says("เลือกหนึ่งข้อ");
    }
    let over = settings(&[("target", "100"), ("comparator", "over")]);
    coordinator.fills_in(&page(id, "settings"), &over).is(422).says("ไม่มีคะแนนที่มากกว่า 100");
    // All faults at once.
    let both = settings(&[("k", "1"), ("grace", "x")]);
    coordinator.fills_in(&page(id, "settings"), &both).is(422).says("ตั้งแต่ 5 ถึง 100").says("ตั้งแต่ 0 ถึง 60");
    coordinator.fills_in(&page(id, "form"), &[("what", "empty")]).is(422).says("เลือกชุดคำถามจากรายการ");
}

#[test]
fn questions_with_something_to_mend_are_not_scheduled() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let id = demo(&house);
    let mut unfinished = form("แบบวัดชีพจร");
    unfinished.parts[0].items[1].text.th = String::new();
    let asked = shelves(&house, &unfinished);
    chooses(&coordinator, id, asked).is(303);
    coordinator.opens(&round(id)).says("คำถามยังมีเรื่องที่ต้องแก้ 1 เรื่อง");
    let refused = schedules(&coordinator, id, 1, 14);
    refused.is(422).says("คำถามยังมีเรื่องที่ต้องแก้ 1 เรื่อง");
    assert!(refused.body.contains("href=\"#opens\"") && refused.body.contains("id=\"opens\""));
}

#[test]
fn buttons_pressed_twice_do_it_once_and_a_removed_draft_is_gone() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    let asked = shelves(&house, &form("แบบวัดชีพจร"));
    let twice = |name: &str, fields: &[(&str, &str)], leads: &str| {
        let form = coordinator.opens(&if name == "schedule" { page(id, name) } else { round(id) });
        let form = if form.body.contains("name=\"key\"") { form } else { coordinator.opens("/account") };
        for _click in 0..2 {
            assert_eq!(coordinator.sends(&form, &page(id, name), fields).leads_to(), leads, "{name}");
        }
    };
    twice("form", &[("what", &format!("version:{asked}"))], &format!("{}?done=chosen", page(id, "form")));
    confirms(&hr, id).is(303);
    twice("schedule", &window("1", "9.00", "14", "16.30"), &format!("{}?done=scheduled", round(id)));
    twice("unschedule", &[], &format!("{}?done=unscheduled", round(id)));
    // The window is remembered.
    assert_eq!(coordinator.opens(&page(id, "schedule")).field("opens_day"), "1");
    coordinator.opens(&page(id, "removal")).says("ลบแล้วเรียกคืนไม่ได้");
    twice_removed(&coordinator, id);
    coordinator.opens(&round(id)).is(404);
    house.visitor().opens(&format!("/surveys/{id}")).is(404);
    coordinator.opens("/rounds").says("ยังไม่มีแบบสำรวจ");
    let log = admin.opens("/admin/log").text();
    for deed in ["ตั้งเวลาเปิดรอบ", "ยกเลิกเวลาเปิดรอบ", "ลบรอบ"]
    {
        assert_eq!(log.matches(deed).count(), 1, "{deed}: {log}");
    }
}

fn twice_removed(coordinator: &crate::house::Visitor, id: clearjai::ids::SurveyId) {
    let question = coordinator.opens(&page(id, "removal"));
    for _click in 0..2 {
        assert_eq!(coordinator.sends(&question, &page(id, "removal"), &[]).leads_to(), "/rounds?done=removed");
    }
}
