//! Rounds that open and close by the clock: at their minute, once, and also when nobody was there.

use super::desk::*;
use crate::{eligible::crew::*, house::House, pages::is_well_made};

#[test]
fn a_round_opens_and_closes_at_its_minute_also_when_the_server_was_restarted_in_between() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    ready(&house, &coordinator, &hr, id);
    let public = format!("/surveys/{id}");

    comes(&house, 1, 8, 59);
    house.timetable_runs();
    house.visitor().opens(&public).says("กำหนดเวลาแล้ว");
    comes(&house, 1, 9, 0);
    // Nobody was there at nine; another server starts at ten.
    comes(&house, 1, 10, 0);
    let later = house.beside();
    later.timetable_runs();
    later.visitor().opens(&public).says("เปิดรับอยู่");
    comes(&house, 14, 16, 29);
    later.timetable_runs();
    house.visitor().opens(&public).says("เปิดรับอยู่");
    comes(&house, 14, 16, 30);
    house.timetable_runs();
    later.visitor().opens(&public).says("ปิดรับแล้ว");
}

#[test]
fn two_servers_that_open_a_round_at_once_open_it_once() {
    let house = House::open();
    let other = house.beside();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    ready(&house, &coordinator, &hr, id);
    comes(&house, 1, 9, 0);
    let opened: usize = std::thread::scope(|scope| {
        let servers = [&house.rooms, &other.rooms].map(|rooms| {
            let now = house.clock.now();
            scope.spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(clearjai::polling::keep_time(&rooms.db, &rooms.master, &rooms.chance, now)).unwrap().opened
            })
        });
        servers.into_iter().map(|server| server.join().unwrap()).sum()
    });
    assert_eq!(opened, 1);
    admin.is_in("anan@example.go.th");
    assert_eq!(admin.opens("/admin/log").text().matches("เปิดรับคำตอบ").count(), 1);
}

#[test]
fn a_round_without_a_roll_is_held_back_says_why_and_opens_as_soon_as_it_is_there() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    let form = shelves(&house, &form("แบบวัดชีพจร"));
    chooses(&coordinator, id, form).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    comes(&house, 1, 9, 0);
    house.timetable_runs();
    house.turn(clearjai::clock::MINUTE);
    house.timetable_runs();
    coordinator.is_in("chai@example.go.th");
    coordinator
        .opens(&round(id))
        .says("เปิดตามเวลาไม่ได้")
        .says("ถึงเวลาแล้ว แต่ยังเปิดรับไม่ได้")
        .says("ยังไม่มีบัญชีผู้มีสิทธิ ฝ่ายบุคคลยืนยันรายชื่อก่อน");
    admin.is_in("anan@example.go.th");
    let failed = |text: &str| text.matches("เปิดรับคำตอบตามเวลาไม่ได้").count();
    assert!(failed(&admin.opens("/admin/log").text()) <= 1, "it is said once, not every minute");

    hr.is_in("busaba@example.go.th");
    confirms(&hr, id).is(303);
    house.turn(clearjai::clock::MINUTE);
    house.timetable_runs();
    coordinator.opens(&round(id)).says("เปิดรับอยู่").does_not_say("เปิดรับไม่ได้");
}

#[test]
fn a_roll_that_no_longer_fits_the_day_of_opening_or_k_is_drawn_up_anew_first() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    let form = shelves(&house, &form("แบบวัดชีพจร"));
    chooses(&coordinator, id, form).is(303);
    sets_rule(&hr, id, &[("reference", "opening")]).is(303);
    hr.opens(&eligible(id)).says("ซึ่งยังไม่กำหนด จึงใช้วันนี้แทน คือ 21 พ.ย. 2569");
    hr.opens(&format!("/hr/rounds/{id}/rule")).says("ยังไม่กำหนด ตอนนี้ใช้วันนี้แทน");
    confirms(&hr, id).is(303);
    coordinator.opens(&round(id)).does_not_say("วันนับอายุงานเปลี่ยนไป");

    schedules(&coordinator, id, 1, 14).is(303);
    hr.opens(&eligible(id))
        .says("นับอายุงานถึงวันเปิดรับ 1 ธ.ค. 2569")
        .says("วันเปิดรับเปลี่ยนหลังจัดทำบัญชี บัญชีนับอายุงานถึง 21 พ.ย. 2569 ตอนนี้ต้องนับถึง 1 ธ.ค. 2569")
        .says("จะเปิดรับไม่ได้ จนกว่าจะจัดทำบัญชีใหม่");
    hr.opens(&format!("/hr/rounds/{id}/rule")).says("นับอายุงานถึงวันเปิดรับ คือ 1 ธ.ค. 2569");
    coordinator.opens(&round(id)).says("วันนับอายุงานเปลี่ยนไป");
    let anew = || {
        let address = format!("/hr/rounds/{id}/roll");
        hr.sends(&hr.opens(&address), &address, &[("anew", "yes")]).is(303);
    };
    anew();
    coordinator.opens(&round(id)).does_not_say("วันนับอายุงานเปลี่ยนไป");

    coordinator.sends(&coordinator.opens(&round(id)), &page(id, "unschedule"), &[]).is(303);
    coordinator.fills_in(&page(id, "settings"), &settings(&[("k", "6")])).is(303);
    hr.opens(&eligible(id)).says("จำนวนคนขั้นต่ำของกลุ่มเปลี่ยนจาก 5 เป็น 6").says("จะเปิดรับไม่ได้");
    coordinator.opens(&round(id)).says("จำนวนคนขั้นต่ำของกลุ่มเปลี่ยนไป");
    anew();
    coordinator.opens(&round(id)).does_not_say("เปลี่ยนไป");
}

#[test]
fn an_extension_is_shown_on_every_page_and_cannot_go_back() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    ready(&house, &coordinator, &hr, id);
    extends(&coordinator, id, "20", "16.30").is(409).says("ขยายเวลาได้เฉพาะระหว่างเปิดรับ");
    comes(&house, 1, 9, 0);
    house.timetable_runs();
    coordinator.is_in("chai@example.go.th");
    is_well_made(coordinator.opens(&page(id, "extension")).is(200).says("14 ธ.ค. 2569 16.30 น."), "th");
    for (day, time) in [("14", "16.30"), ("13", "16.30"), ("14", "9.00")] {
        extends(&coordinator, id, day, time).is(422).says("เวลาปิดใหม่ต้องช้ากว่าเวลาปิดเดิม");
    }
    let question = coordinator.opens(&page(id, "extension"));
    let fields = [("closes_day", "๒๐"), ("closes_month", "12"), ("closes_year", "2569"), ("closes_time", "12:00")];
    for _click in 0..2 {
        let answer = coordinator.sends(&question, &page(id, "extension"), &fields);
        assert_eq!(answer.leads_to(), format!("{}?done=extended", round(id)));
    }
    let said = "ขยายเวลา จาก 14 ธ.ค. 2569 16.30 น. เป็น 20 ธ.ค. 2569 12.00 น. เมื่อ 1 ธ.ค. 2569";
    for address in [round(id), page(id, "settings"), page(id, "form"), page(id, "extension")] {
        coordinator.opens(&address).is(200).says(said);
    }
    hr.is_in("busaba@example.go.th");
    hr.opens(&eligible(id)).says(said);
    hr.opens(&round(id)).says(said);
    house.visitor().opens(&format!("/surveys/{id}")).says(said).says("ถึง 20 ธ.ค. 2569 12.00 น.");
    house
        .visitor()
        .opens(&format!("/en/surveys/{id}"))
        .says("put off from 14 Dec 2026 16:30 to 20 Dec 2026 12:00, on 1 Dec 2026");
    admin.is_in("anan@example.go.th");
    let diary = admin.opens("/admin/log").text();
    assert_eq!(diary.matches("14 ธ.ค. 2569 16.30 น. → 20 ธ.ค. 2569 12.00 น.").count(), 1, "{diary}");

    comes(&house, 14, 16, 30);
    house.timetable_runs();
    house.visitor().opens(&format!("/surveys/{id}")).says("เปิดรับอยู่");
    // From its minute on it is over, whether or not the timetable has run.
    comes(&house, 20, 12, 0);
    coordinator.is_in("chai@example.go.th");
    extends(&coordinator, id, "25", "16.30").is(409);
    house.timetable_runs();
    extends(&coordinator, id, "25", "16.30").is(409);
    house.visitor().opens(&format!("/surveys/{id}")).says("ปิดรับแล้ว").says(said);
}

#[test]
fn what_is_no_sensible_time_is_said_at_its_field() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let id = demo(&house);
    let form = shelves(&house, &form("แบบวัดชีพจร"));
    chooses(&coordinator, id, form).is(303);
    let proposed = coordinator.opens(&page(id, "schedule"));
    assert_eq!((proposed.field("opens_day").as_str(), proposed.field("opens_time").as_str()), ("23", "9.00"));
    assert_eq!((proposed.field("closes_day").as_str(), proposed.field("closes_time").as_str()), ("7", "16.30"));
    proposed.says("แก้ไม่ได้อีก").says("ไม่ว่าใคร");
    let tries: [([(&str, &str); 8], &str); 6] = [
        (window("1", "9", "14", "16.30"), "ใส่เวลาเป็นชั่วโมงและนาที เช่น 9.30"),
        (window("1", "25.00", "14", "16.30"), "ใส่เวลาเป็นชั่วโมงและนาที"),
        (window("", "9.00", "14", "16.30"), "วันที่เปิดรับ"),
        (window("14", "9.00", "1", "16.30"), "เวลาปิดรับต้องอยู่หลังเวลาเปิดรับ"),
        (window("14", "9.00", "14", "9.00"), "เวลาปิดรับต้องอยู่หลังเวลาเปิดรับ"),
        (
            window("1", "9.00", "31", "16.30").map(|(name, value)| (name, if name == "closes_year" { "2579" } else { value })),
            "ไม่เกินหนึ่งปี",
        ),
    ];
    for (fields, sentence) in tries {
        let refused = coordinator.fills_in(&page(id, "schedule"), &fields);
        refused.is(422).says(sentence);
        assert_eq!(refused.field("closes_time"), fields[7].1, "what was typed is kept");
    }
    let past = window("20", "9.00", "14", "16.30").map(|(name, value)| (name, if name == "opens_month" { "11" } else { value }));
    coordinator.fills_in(&page(id, "schedule"), &past).is(422).says("เวลาเปิดรับผ่านไปแล้ว");
    // Thai digits and the word for o'clock are as good.
    coordinator.fills_in(&page(id, "schedule"), &window("๑", "๙.๓๐ น.", "14", "16:30")).is(303);
    coordinator.opens(&round(id)).says("1 ธ.ค. 2569 9.30 น.");
}
