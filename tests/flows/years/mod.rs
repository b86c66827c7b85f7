//! The assessment of a fiscal year: entered, taken from a round of our own, totalled and rated; and figures
//! that were reported elsewhere, checked.

mod checking;
mod weights;

use clearjai::instruments::Assessment;

use crate::{
    eligible::crew::{confirms, demo},
    house::{House, Page, Visitor},
    pages::is_well_made,
    rounds::desk::*,
    wall::respondent::{Respondent, links},
    yardsticks::{addresses, saves},
};

fn declares(coordinator: &Visitor, part: &str, score: &str) -> Page {
    let fields = [("from", "declared"), ("score", score), ("source", "ประกาศ ป.ป.ช. 1 ส.ค. 2569")];
    coordinator.fills_in(&format!("/ita/years/2569/{part}"), &fields)
}

#[test]
fn those_who_read_results_see_years_and_only_coordinators_enter_them() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let viewer = house.member(&admin, "busaba", &["viewer"]);
    let hr = house.member(&admin, "ratana", &["hr"]);
    for address in ["/ita", "/ita/years/2569", "/ita/check"] {
        for reader in [&coordinator, &viewer] {
            is_well_made(reader.opens(address).is(200), "th");
            is_well_made(reader.opens(&format!("/en{address}")).is(200), "en");
        }
        for other in [&admin, &hr] {
            other.opens(address).is(403);
        }
    }
    for part in ["iit", "eit", "oit"] {
        let address = format!("/ita/years/2569/{part}");
        is_well_made(coordinator.opens(&address).is(200), "th");
        is_well_made(coordinator.opens(&format!("/en{address}")).is(200), "en");
        for other in [&admin, &hr, &viewer] {
            other.opens(&address).is(403);
            other.posts(&address, &[]).is(403);
        }
    }
    assert!(coordinator.opens("/ita/years/2569").body.contains("/ita/years/2569/oit"));
    assert!(!viewer.opens("/ita/years/2569").body.contains("/ita/years/2569/oit"));
    for nowhere in ["/ita/years/2561", "/ita/years/99", "/ita/years/2569/xit", "/ita/years/x"] {
        coordinator.opens(nowhere).is(404);
    }
}

#[test]
fn declared_parts_make_a_total_with_a_level_and_its_reason() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let year = "/ita/years/2569";
    coordinator.opens(year).says("ยังไม่มีคะแนนรวม เพราะยังไม่มีคะแนนที่แน่นอนของ IIT, EIT, OIT");
    assert_eq!(declares(&coordinator, "iit", "๘๔.๙๙").leads_to(), "/ita/years/2569?done=saved");
    declares(&coordinator, "eit", "85").is(303);
    coordinator.opens(year).says("คะแนนที่แน่นอนของ OIT").says("ค่าที่ประกาศ");
    declares(&coordinator, "oit", "85").is(303);
    coordinator
        .opens(year)
        .says("ผ่าน เพราะ IIT 84.99 < 85")
        .says("ค่าที่แท้จริง 84.997")
        .says("คะแนนรวมที่แท้จริงคือ 84.997 แสดงเป็น 85.00")
        .says("25.50 / 30");
    coordinator.opens("/ita").says("85.00 ผ่าน 84.99 85.00 85.00");
    coordinator.opens("/en/ita").says("85.00 Pass 84.99 85.00 85.00");
    admin.opens("/admin/log").says("แก้คะแนน ITA ของปี").says("IIT 2569");

    // Nobody answered: no score, and officially 0.
    let nobody = [("from", "declared"), ("is_without_answers", "yes"), ("source", "รายงาน"), ("score", "")];
    coordinator.fills_in("/ita/years/2569/iit", &nobody).is(303);
    let page = coordinator.opens(year);
    page.says("ไม่มีคำตอบ").says("นับเป็น 0 ตามเกณฑ์").says("ต้องปรับปรุงโดยด่วน เพราะคะแนนรวม 59.50 < 70");
    page.says("เมื่อ IIT เป็น 0 คะแนนรวมไม่เกิน 70.00");

    // Taken out again.
    assert_eq!(coordinator.fills_in("/ita/years/2569/iit", &[("from", "nothing")]).leads_to(), "/ita/years/2569?done=removed");
    coordinator.opens(year).says("คะแนนที่แน่นอนของ IIT");
}

#[test]
fn what_cannot_be_a_score_is_refused_at_its_field() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let address = "/ita/years/2569/oit";
    for score in ["", "100.01", "-1", "84.995", "เก้าสิบ"] {
        let fields = [("from", "declared"), ("score", score), ("source", "รายงาน")];
        coordinator.fills_in(address, &fields).is(422).says("ใส่คะแนนตั้งแต่ 0 ถึง 100 ทศนิยมไม่เกิน 2 ตำแหน่ง");
    }
    coordinator.fills_in(address, &[("from", "declared"), ("score", "90"), ("source", "")]).is(422).says("ใส่ที่มา");
    coordinator.fills_in(address, &[("from", "a round"), ("score", "90"), ("source", "x")]).is(422).says("เลือกหนึ่งข้อ");
    let both = [("from", "declared"), ("score", "0"), ("is_without_answers", "yes"), ("source", "x")];
    coordinator.fills_in(address, &both).is(422).says("ไม่ต้องใส่คะแนน");
    coordinator.opens("/ita/years/2569").says("คะแนนที่แน่นอนของ IIT, EIT, OIT");
    admin.opens("/admin/log").does_not_say("แก้คะแนน ITA ของปี");
}

#[test]
fn a_declared_score_that_its_indicators_do_not_give_is_pointed_out_and_kept() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let fields = [
        ("from", "declared"),
        ("score", "92.51"),
        ("source", "เอกสารสรุปประเด็น"),
        ("label_4", "การใช้ทรัพย์สินของราชการ"),
        ("figure_1", "97.11"),
        ("figure_2", "90.08"),
        ("figure_3", "91.04"),
        ("figure_4", "84.99"),
        ("figure_5", "91.81"),
    ];
    coordinator.fills_in("/ita/years/2569/iit", &fields).is(303);
    coordinator
        .opens("/ita/years/2569")
        .says("92.51 คือค่าเฉลี่ยของ 4 ตัวที่ไม่รวมตัวต่ำสุด (การใช้ทรัพย์สินของราชการ 84.99)")
        .says("ตัวชี้วัดที่ต่ำกว่า 85")
        .says("84.99 IIT · การใช้ทรัพย์สินของราชการ");
    // It stands in the form again.
    let form = coordinator.opens("/ita/years/2569/iit");
    assert_eq!((form.field("score"), form.field("figure_4")), ("92.51".to_owned(), "84.99".to_owned()));
}

#[test]
fn a_round_of_our_own_is_a_part_once_its_results_are_out() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(&house);
    let mut asked = form("แบบวัด IIT");
    asked.assessment = Some(Assessment::Iit);
    let form = shelves(&house, &asked);
    chooses(&coordinator, id, form).is(303);
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    comes(&house, 1, 9, 0);
    house.timetable_runs();
    let part = "/ita/years/2570/iit";
    // Ten days have passed since they signed in.
    coordinator.is_in("chai@example.go.th");
    let table = addresses(&coordinator).into_iter().next().unwrap();
    saves(&coordinator, &format!("{table}/copy"), &[]).is(303);
    coordinator.opens(part).says("ปีนี้ยังไม่มีรอบของส่วนนี้ที่เปิดผลแล้ว");
    for (at, link) in links(&house, id).iter().take(12).enumerate() {
        let level = if at < 3 { "3" } else { "4" };
        assert_eq!(Respondent::with(&house, link).ballot(&[("i1", "4"), ("i2", level)]).goes_in(&house).0, 201);
    }
    // Open rounds are no part of anything, whoever asks.
    let open = id.to_string();
    coordinator.opens(part).says("ปีนี้ยังไม่มีรอบของส่วนนี้ที่เปิดผลแล้ว");
    coordinator.fills_in(part, &[("from", &open)]).is(422);
    comes(&house, 14, 16, 30);
    house.timetable_runs();
    house.turn(std::time::Duration::from_secs(11 * 60));
    house.timetable_runs();
    house.timetable_runs();
    // What was declared of the year before stands beside the first round there ever was.
    let compare = format!("/rounds/{id}/results/compare");
    coordinator.is_in("chai@example.go.th");
    coordinator.opens(&compare).is(200).says("รอบนี้เป็นรอบแรก").says("ใส่คะแนน ITA ที่ประกาศของปีก่อน");
    let declared = [
        ("from", "declared"),
        ("score", "91.00"),
        ("source", "ประกาศ ป.ป.ช. 1 ส.ค. 2569"),
        ("label_1", "ตัวชี้วัดที่ 1 งาน"),
        ("figure_1", "91.00"),
    ];
    coordinator.fills_in("/ita/years/2569/iit", &declared).is(303);
    let beside = coordinator.opens(&compare);
    is_well_made(&beside, "th");
    beside
        .says("เทียบกับคะแนนที่ประกาศ")
        .says("คะแนนรวม 91.00 75.83–95.84")
        .says("งาน 91.00 75.83–95.84")
        .says("ประกาศ ป.ป.ช. 1 ส.ค. 2569");
    beside.does_not_say("รอบนี้เป็นรอบแรก");
    coordinator.opens(&format!("/en{compare}")).says("Declared 2569");
    coordinator.is_in("chai@example.go.th");
    // Everybody chose the best of one question, which is told as a range, and so is their mean.
    assert_eq!(coordinator.fills_in(part, &[("from", &open)]).leads_to(), "/ita/years/2570?done=saved");
    let page = coordinator.opens("/ita/years/2570");
    page.says("คำนวณจากคำตอบ").says("รอบ 1/2570").says("คะแนนที่แน่นอนของ IIT, EIT, OIT");
    // Of another part it cannot be one.
    coordinator.fills_in("/ita/years/2570/eit", &[("from", &open)]).is(422);
}

#[test]
fn a_form_that_was_sent_before_enters_nothing_over_what_came_later() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let (year, address) = ("/ita/years/2569", "/ita/years/2569/iit");
    declares(&coordinator, "iit", "70").is(303);
    let drawn = coordinator.opens(address);
    let enters = || coordinator.sends(&drawn, address, &[("from", "declared"), ("score", "80"), ("source", "ประกาศ")]);
    enters().is(303);
    declares(&coordinator, "iit", "70").is(303);
    enters();
    coordinator.opens(year).says("70.00").does_not_say("80.00");
    assert_eq!(admin.opens("/admin/log").text().matches("แก้คะแนน ITA ของปี").count(), 3);
}

#[test]
fn nobody_enters_over_what_somebody_else_entered_meanwhile() {
    let house = House::open();
    let admin = house.administrator();
    let (one, two) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "wanida", &["coordinator"]));
    let (year, address) = ("/ita/years/2569", "/ita/years/2569/iit");
    let (mine, theirs) = (one.opens(address), two.opens(address));
    let fields = |score| [("from", "declared"), ("score", score), ("source", "ประกาศ")];
    one.sends(&mine, address, &fields("70")).is(303);
    two.sends(&theirs, address, &fields("80")).is(409).says("มีผู้อื่นเปลี่ยน");
    two.sends(&theirs, address, &[("from", "nothing")]).is(409);
    one.opens(year).says("70.00").does_not_say("80.00");
    // The same twice is as once.
    one.sends(&mine, address, &fields("70")).is(303);
    assert_eq!(admin.opens("/admin/log").text().matches("แก้คะแนน ITA ของปี").count(), 1);
    two.sends(&two.opens(address), address, &fields("80")).is(303);
    one.opens(year).says("80.00");
}
