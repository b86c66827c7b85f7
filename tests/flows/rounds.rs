//! The life of a round, on its pages: planned, prepared, scheduled, open, put off, closed, published.

mod copying;
pub mod desk;
mod refused;
mod timing;

use self::desk::*;
use crate::{eligible::crew::*, house::House, pages::is_well_made};

#[test]
fn a_round_goes_from_plan_to_published() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    let form = shelves(&house, &form("แบบวัดชีพจร"));

    coordinator.opens("/rounds").says("แบบวัด").says("ปีงบประมาณ 2570 รอบที่ 1").says("ร่าง").says("ยังไม่กำหนด");
    coordinator
        .opens(&round(id))
        .says("ยังไม่มีคำถาม ผู้ประสานงานเลือกหรือเขียนคำถามก่อน")
        .says("ยังไม่มีบัญชีผู้มีสิทธิ ฝ่ายบุคคลยืนยันรายชื่อก่อน")
        .says("เลือกคำถาม");
    // Without questions there is nothing to schedule.
    schedules(&coordinator, id, 1, 14).is(422).says("ยังไม่มีคำถาม ผู้ประสานงานเลือกหรือเขียนคำถามก่อน");

    assert_eq!(chooses(&coordinator, id, form).leads_to(), format!("{}?done=chosen", page(id, "form")));
    coordinator.opens(&page(id, "form")).says("แบบวัดชีพจร").says("ฉบับที่ 1 มี 2 ข้อ").says("ร่างของรอบนี้");
    let saved =
        coordinator.fills_in(&page(id, "settings"), &settings(&[("target", "๙๒.๕๐"), ("comparator", "over"), ("k", "6")]));
    assert_eq!(saved.leads_to(), format!("{}?done=saved", round(id)));
    coordinator.opens(&round(id)).says("> 92.50").says("น้อยกว่า 6 คน");

    // HR may come later.
    assert_eq!(schedules(&coordinator, id, 1, 14).leads_to(), format!("{}?done=scheduled", round(id)));
    let scheduled = coordinator.opens(&round(id));
    scheduled.says("จะเปิดรับเองเมื่อ 1 ธ.ค. 2569 9.00 น.").says("ถ้าถึงเวลาแล้วยังขาดเรื่องเหล่านี้").does_not_say("ลบร่างนี้");
    hr.opens(&round(id)).is(200).says("ยังไม่มีบัญชีผู้มีสิทธิ").does_not_say("ยกเลิกเวลาที่กำหนดไว้");
    confirms(&hr, id).is(303);
    coordinator.opens(&round(id)).says("ในบัญชีมี 36 คน").does_not_say("ยังขาดเรื่องเหล่านี้");
    coordinator.opens(&page(id, "settings")).is(200).says("ยกเลิกเวลาที่กำหนดไว้ก่อน");

    comes(&house, 1, 9, 0);
    house.timetable_runs();
    coordinator.is_in("chai@example.go.th");
    coordinator.opens(&round(id)).says("เปิดรับอยู่").says("เหลืออีก 13 วัน").says("ระหว่างเปิดรับ แสดงเฉพาะจำนวนผู้ตอบ คะแนนจะแสดงเมื่อปิดรับ");
    coordinator.opens(&page(id, "settings")).is(200).says("มีผู้ตอบโดยเชื่อตามนี้ จึงแก้ไม่ได้");
    coordinator.opens(&page(id, "form")).is(200).says("คำถามจึงเปลี่ยนไม่ได้");

    comes(&house, 14, 16, 30);
    house.timetable_runs();
    coordinator.is_in("chai@example.go.th");
    coordinator.opens(&round(id)).says("ปิดรับแล้วเมื่อ 14 ธ.ค. 2569 16.30 น.").says("บุคลากรยังไม่เห็นผล");
    for _ in 0..3 {
        house.turn(std::time::Duration::from_secs(11 * 60));
        house.timetable_runs();
    }
    coordinator.opens(&page(id, "publication")).says("เผยแพร่แล้วถอนคืนไม่ได้");
    let line = [("what1", "ประชุม"), ("who1", "กองกลาง"), ("until1_day", "31/1/2570"), ("do", "publish")];
    assert_eq!(coordinator.fills_in(&page(id, "publication"), &line).leads_to(), format!("{}?done=published", round(id)));
    coordinator.opens(&round(id)).says("เผยแพร่ผลแล้วเมื่อ 14 ธ.ค. 2569").does_not_say("ขยายเวลา");
    house.visitor().opens(&format!("/surveys/{id}")).says("เผยแพร่แล้ว").says("1 ธ.ค. 2569 9.00 น. ถึง 14 ธ.ค. 2569 16.30 น.");

    admin.is_in("anan@example.go.th");
    admin.opens("/admin/log").says("แก้การตั้งค่ารอบ").says("ตั้งเวลาเปิดรอบ").says("เปิดรับคำตอบ").says("ปิดรับคำตอบ").says("เผยแพร่ผล");
}

#[test]
fn everyone_may_read_what_a_round_promises_once_it_is_scheduled_and_nothing_of_a_draft() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    let public = format!("/surveys/{id}");
    let form = shelves(&house, &form("แบบวัดชีพจร"));
    chooses(&coordinator, id, form).is(303);
    coordinator.fills_in(&page(id, "settings"), &settings(&[("k", "7"), ("comments", "nowhere")])).is(303);
    house.visitor().opens(&public).does_not_say("รอบนี้").does_not_say("7 คน").does_not_say("ไม่ถาม").does_not_say("ร่าง");
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    house
        .visitor()
        .opens(&public)
        .says("กำหนดเวลาแล้ว")
        .says("1 ธ.ค. 2569 9.00 น. ถึง 14 ธ.ค. 2569 16.30 น.")
        .says("ผู้มีชื่อในบัญชีผู้มีสิทธิ")
        .says("กลุ่มเล็กที่สุดที่แสดงผล 7 คน")
        .says("เปิดนับเมื่อปิดรับ")
        .says("ไม่ถาม");
    house.visitor().opens(&format!("/en{public}")).says("Scheduled").says("Not asked for");

    // What holds it back is nobody else's business.
    hr.fills_in(
        &format!("/hr/rounds/{id}/rule"),
        &[("years", "2"), ("months", "0"), ("comparator", "over"), ("reference", "fiscal_year")],
    )
    .is(303);
    comes(&house, 1, 9, 0);
    house.timetable_runs();
    house.visitor().opens(&public).says("กำหนดเวลาแล้ว").does_not_say("เปิดตามเวลาไม่ได้");

    coordinator.is_in("chai@example.go.th");
    coordinator.fills_in(&round(id), &[]).is(405);
    coordinator.sends(&coordinator.opens(&round(id)), &page(id, "unschedule"), &[]).is(303);
    house.visitor().opens(&public).does_not_say("รอบนี้");
    coordinator.fills_in(&page(id, "settings"), &settings(&[("door", "open_link")])).is(303);
    schedules(&coordinator, id, 2, 14).is(303);
    house.visitor().opens(&public).says("ลิงก์เปิด ไม่ใช่หนึ่งคนหนึ่งคำตอบ").does_not_say("ผู้มีสิทธิตอบทั้งหมด");
    hr.is_in("busaba@example.go.th");
    hr.opens(&eligible(id)).says("ใช้ลิงก์เปิด");
}

#[test]
fn only_coordinators_change_rounds_and_hr_sees_them() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    hr.opens(&round(id)).is(200).does_not_say("ลบร่างนี้").does_not_say("กำหนดเวลาเปิดรับ");
    admin.opens(&round(id)).is(403);
    for name in ["settings", "form", "schedule", "extension", "publication", "removal"] {
        let address = page(id, name);
        hr.opens(&address).is(403);
        admin.opens(&address).is(403);
        hr.posts(&address, &[]).is(403);
        assert!(house.visitor().opens(&address).leads_to().starts_with("/signin"), "{address}");
        coordinator.posts(&address, &[]).is(400);
        let unknown = address.replace(&id.to_string(), &house.rooms.chance.dice().id::<clearjai::ids::SurveyId>().to_string());
        coordinator.opens(&unknown).is(404);
        coordinator.opens(&address.replace(&id.to_string(), "x")).is(404);
    }
    hr.posts(&page(id, "unschedule"), &[]).is(403);
    for name in ["extension", "publication"] {
        coordinator.opens(&page(id, name)).is(409);
    }
    for name in ["settings", "form", "schedule", "removal"] {
        is_well_made(coordinator.opens(&page(id, name)).is(200), "th");
        is_well_made(coordinator.opens(&format!("/en{}", page(id, name))).is(200), "en");
    }
    is_well_made(coordinator.opens(&round(id)).is(200), "th");
    is_well_made(coordinator.opens(&format!("/en{}", round(id))).is(200), "en");
}
