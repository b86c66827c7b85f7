//! The fiscal year at a glance, and the calendar of what is done every year.

use crate::{
    eligible::crew::*,
    house::{House, Page, Visitor},
    pages::is_well_made,
    rounds::desk::*,
};

const YEAR: &str = "/agenda/years/2570";

fn adds(who: &Visitor, thai: &str, first: [&str; 3], last: [&str; 3]) -> Page {
    let fields = [
        ("what_thai", thai),
        ("what_english", ""),
        ("first_day", first[0]),
        ("first_month", first[1]),
        ("first_year", first[2]),
        ("last_day", last[0]),
        ("last_month", last[1]),
        ("last_year", last[2]),
    ];
    who.fills_in(YEAR, &fields)
}

#[test]
fn a_year_is_filled_with_the_usual_work_changed_ticked_and_copied_into_the_next() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    is_well_made(coordinator.opens(YEAR).is(200).says("ปฏิทินของปีนี้ยังว่าง"), "th");
    let page = coordinator.opens(YEAR);
    let filled = coordinator.sends(&page, &format!("{YEAR}/usual"), &[]);
    assert_eq!(filled.leads_to(), format!("{YEAR}?done=filled"));
    // The same form once more, and another one: nothing stands there twice.
    coordinator.sends(&page, &format!("{YEAR}/usual"), &[]).is(303);
    coordinator.sends(&coordinator.opens(YEAR), &format!("{YEAR}/usual"), &[]).is(303);
    let listed = coordinator.opens(YEAR);
    assert_eq!(listed.text().matches("ฟังคำชี้แจงหลักเกณฑ์").count(), 4, "a name, and three buttons that say it");
    listed.says("31 ธ.ค. 2569").says("30 มิ.ย. 2570");
    is_well_made(&coordinator.opens(&format!("/en{YEAR}")), "en");

    adds(&coordinator, "", ["5", "11", "2569"], ["", "", ""]).is(422).says("เขียนว่าเป็นงานอะไร");
    adds(&coordinator, "ส่งรายงาน", ["5", "11", "2570"], ["", "", ""]).is(422).says("วันแรกต้องอยู่ใน");
    adds(&coordinator, "ส่งรายงาน", ["5", "11", "2569"], ["4", "11", "2569"]).is(422).says("วันสุดท้ายอยู่ก่อนวันแรก");
    adds(&coordinator, "<b>ส่งรายงาน</b>", ["5", "11", "2569"], ["", "", ""]).is(303);
    let year = coordinator.opens("/work?year=2570");
    is_well_made(year.is(200), "th");
    year.says("<b>ส่งรายงาน</b>").says("งานประจำปี").does_not_say("รอบสำรวจ รอบ");
    assert!(!year.body.contains("<b>ส่ง"));
    is_well_made(&coordinator.opens("/en/work?year=2570"), "en");

    let entry = year.addresses("/agenda/entries/").into_iter().next().unwrap();
    coordinator.sends(&coordinator.opens(YEAR), &format!("{entry}/done"), &[("done", "yes")]).is(303);
    coordinator.opens("/work?year=2570").says("เสร็จแล้ว");
    let changed = [("what_thai", "ส่งรายงานรอบแรก"), ("first_day", "6"), ("first_month", "11"), ("first_year", "2569")];
    coordinator.fills_in(&entry, &changed).is(303);
    coordinator.opens(YEAR).says("ส่งรายงานรอบแรก").says("6 พ.ย. 2569");

    // Two at once: whoever comes second is shown what stands there now, and may still put theirs in its place.
    let drawn = coordinator.opens(&entry);
    let mine = [("what_thai", "ของคนแรก"), ("first_day", "6"), ("first_month", "11"), ("first_year", "2569")];
    coordinator.sends(&drawn, &entry, &mine).is(303);
    let other = house.member(&admin, "ploy", &["coordinator"]);
    let theirs = [("what_thai", "ส่งรายงานรอบแรก"), ("first_day", "6"), ("first_month", "11"), ("first_year", "2569")];
    let mark = drawn.field("mark");
    let told = other.fills_in(&entry, &[&theirs[..], &[("mark", mark.as_str())]].concat());
    told.is(422).says("มีผู้อื่นแก้ไขแล้วเป็น “ของคนแรก”");
    other.sends(&told, &entry, &theirs).is(303);

    let next = "/agenda/years/2571";
    coordinator.sends(&coordinator.opens(next), &format!("{next}/copy"), &[]).is(303);
    let copied = coordinator.opens(next);
    copied.says("ส่งรายงานรอบแรก").says("6 พ.ย. 2570");
    assert!(!copied.body.contains("value=\"no\""), "a tick is not copied");

    coordinator.opens(&format!("{entry}/removal")).is(200).says("ส่งรายงานรอบแรก");
    coordinator.fills_in(&format!("{entry}/removal"), &[]).is(303);
    coordinator.opens(YEAR).does_not_say("ส่งรายงานรอบแรก");
    coordinator.opens(&entry).is(404);
    coordinator.opens(next).says("ส่งรายงานรอบแรก");
}

#[test]
fn the_year_says_what_is_next_and_where_to_go_for_it() {
    let house = House::open();
    let admin = house.administrator();
    let [coordinator, viewer, hr] =
        [("chai", "coordinator"), ("nok", "viewer"), ("busaba", "hr")].map(|(name, role)| house.member(&admin, name, &[role]));
    coordinator.opens("/work").is(200).says("เริ่มใช้งานใน 4 ขั้น").says("นำเข้ารายชื่อบุคลากร");
    viewer.opens("/work").is(200).does_not_say("เริ่มใช้งานใน 4 ขั้น").does_not_say("แก้ไขปฏิทิน");
    let id = demo(&house);
    let form = shelves(&house, &form("แบบวัดชีพจร"));
    chooses(&coordinator, id, form).is(303);
    viewer.opens("/work?year=2570").does_not_say("แบบวัด");
    let year = coordinator.opens("/work?year=2570");
    year.says("เตรียม แบบวัด ให้พร้อมเปิด").does_not_say("เริ่มใช้งานใน 4 ขั้น").says("ใส่คะแนน ITA ปี 2569");
    assert!(year.body.contains(&format!("href=\"/rounds/{id}\"")));
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    let year = coordinator.opens("/work?year=2570");
    year.says("รอบสำรวจ").says("1–14").does_not_say("ให้พร้อมเปิด");
    assert!(year.text().contains("ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย."), "months stand in fiscal order");
    comes(&house, 1, 9, 0);
    house.timetable_runs();
    comes(&house, 15, 9, 0);
    house.timetable_runs();
    coordinator.is_in("chai@example.go.th");
    coordinator.opens("/work?year=2570").says("ดูผลและเผยแพร่ แบบวัด");
    coordinator.opens("/work?year=2571").is(200).does_not_say("1–14");
    // Those who only read results are led to them, and to nothing that they may not open.
    viewer.is_in("nok@example.go.th");
    let seen = viewer.opens("/work?year=2570");
    seen.says("1–14").does_not_say("ดูผลและเผยแพร่").does_not_say("สิ่งที่ต้องทำต่อ");
    for address in seen.addresses("/rounds/") {
        viewer.opens(&address).is(200);
    }
}

#[test]
fn only_those_who_plan_change_the_calendar() {
    let house = House::open();
    let admin = house.administrator();
    let [viewer, hr] = [("nok", "viewer"), ("busaba", "hr")].map(|(name, role)| house.member(&admin, name, &[role]));
    for other in [&hr, &admin] {
        other.opens("/work").is(403);
    }
    for other in [&viewer, &hr, &admin] {
        other.opens(YEAR).is(403);
        other.posts(YEAR, &[]).is(403);
        other.posts(&format!("{YEAR}/usual"), &[]).is(403);
    }
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    for nowhere in ["/work?year=25700", "/work?year=x", "/agenda/years/1", "/agenda/entries/8d2a1e0e-6d2f-4d3c-9c55-1b1d0d5b7a10"]
    {
        coordinator.opens(nowhere).is(404);
    }
    assert!(house.visitor().opens("/work").header("location").contains("/signin"));
}
