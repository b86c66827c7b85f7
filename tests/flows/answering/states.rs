//! The start page in every state, replaced and unknown links, and refusing reminders.

use super::round::*;
use crate::{house::House, pages::is_well_made, rounds::desk::*};

/// What every page by a link promises to whoever fetches it.
#[track_caller]
fn tells_nobody(page: &crate::house::Page) {
    assert!(!page.headers.contains_key("set-cookie"), "{}", page.address);
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert_eq!(page.header("cache-control"), "no-store");
    let head = page.body.split("<body>").next().unwrap();
    assert!(!head.contains("og:") && !head.contains("แบบวัด") && !head.contains("บุคคล"), "{head}");
    assert!(!page.body.contains("name=\"key\""), "{}", page.address);
}

#[test]
fn a_link_says_how_far_its_round_is_and_never_whose_it_is() {
    let house = House::open();
    let id = scheduled(&house, &form("แบบวัดชีพจร"), &[]);
    let link = links(&house, id)[0].clone();
    let start = format!("/t/{link}");
    let visitor = house.visitor();
    let looks = |address: &str| {
        let page = visitor.opens(address);
        tells_nobody(&page);
        page
    };
    let before = looks(&start);
    is_well_made(before.is(200), "th");
    before.says("ยังไม่เปิดรับคำตอบ").says("1 ธ.ค. 2569 9.00 น.").does_not_say("เริ่มตอบ");

    comes(&house, 1, 9, 0);
    let late = looks(&start);
    late.is(200).does_not_say("เริ่มตอบ");
    house.timetable_runs();

    let page = looks(&start);
    is_well_made(page.is(200), "th");
    page.says("ขอความเห็นของท่านเรื่องการทำงานในหน่วยงาน")
        .says("มี 2 ข้อ ใช้เวลาประมาณ 1 นาที ตอบได้ถึง 14 ธ.ค. 2569 16.30 น.")
        .says("คำตอบของท่านจะไปไหน")
        .says("เก็บแยกจากชื่อ")
        .says("กลุ่มที่มีผู้ตอบไม่ถึง 5 คน จะไม่แสดงผล")
        .says("ฝ่ายบุคคลไม่เห็นรายชื่อและไม่เห็นคำตอบ")
        .says("ไม่มีการบันทึกว่าท่านเปิดลิงก์นี้")
        .says("ลิงก์นี้เป็นของท่านคนเดียว")
        .says("แยกโดยเครื่องบริการ")
        .does_not_say("บุคคล 0");
    let english = looks(&format!("/en{start}"));
    is_well_made(english.is(200), "en");
    english.says("Where your answers go").says("HR sees neither names nor answers").says("separated by the server");

    comes(&house, 14, 16, 30);
    let closed = looks(&start);
    is_well_made(closed.is(200), "th");
    closed.says("แบบสำรวจนี้ปิดรับแล้วเมื่อ 14 ธ.ค. 2569 16.30 น.").does_not_say("เริ่มตอบ");
    assert!(!closed.addresses(&format!("/surveys/{id}")).is_empty());
    // Nobody begins there any more, by whatever address.
    assert_eq!(looks(&format!("{start}/answer")).leads_to(), start);
    visitor.posts(&format!("{start}/1"), &[("go", "show")]).is(200).says("ปิดรับแล้ว");
}

#[test]
fn a_link_that_is_unknown_or_replaced_says_what_to_do() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[]);
    let link = links(&house, id)[0].clone();
    let visitor = house.visitor();
    for wrong in ["x", &link[1..], &"A".repeat(56)] {
        for page in ["", "/answer", "/stop", "/stored"] {
            let address = format!("/t/{wrong}{page}");
            let page = visitor.opens(&address);
            tells_nobody(&page);
            is_well_made(page.is(404).says("ไม่พบรหัสนี้").says("ตรวจเลข 16 หลักอีกครั้ง"), "th");
        }
        visitor.posts(&format!("/t/{wrong}/1"), &[("go", "show")]).is(404);
    }
    renews_the_first_link(&house, id);
    let page = visitor.opens(&format!("/t/{link}"));
    tells_nobody(&page);
    is_well_made(page.is(410).says("มีการออกลิงก์ใหม่ให้ท่าน"), "th");
    visitor.opens(&format!("/en/t/{link}")).is(410).says("A newer link was made for you");
    visitor.posts(&format!("/t/{link}/stop"), &[("stop", "yes")]).is(410);
    visitor.opens(&format!("/t/{}", links(&house, id)[0])).is(200).says("เริ่มตอบ");
}

#[test]
fn where_a_survey_wants_scripts_nobody_gets_past_the_start_without_them() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[("without_script", "")]);
    let start = format!("/t/{}", links(&house, id)[0]);
    let visitor = house.visitor();
    visitor.opens(&start).says("รับเฉพาะคำตอบที่ผนึกในเบราว์เซอร์");
    let page = visitor.posts(&format!("{start}/1"), &[("go", "show")]);
    page.is(200).says("รับเฉพาะคำตอบที่ผนึกในเบราว์เซอร์").does_not_say("ถัดไป");
    visitor.posts(&format!("{start}/send"), &[("i1", "1"), ("i2", "1")]).does_not_say("รหัสใบรับของท่าน");
    assert_eq!(collected(&house, id), 0);
}

#[test]
fn reminders_are_refused_and_wanted_again_by_a_button_and_never_by_looking() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[]);
    let link = links(&house, id)[0].clone();
    let address = format!("/t/{link}/stop");
    let visitor = house.visitor();
    for _ in 0..3 {
        visitor.opens(&address).is(200).says("ระบบจะไม่ส่งคำเตือน").says("ไม่ต้องเตือนอีก");
    }
    visitor.opens(&format!("/t/{link}/stored")).says("ขอไม่รับคำเตือน ค่าขณะนี้: false");
    let page = visitor.posts(&address, &[("stop", "yes")]);
    tells_nobody(&page);
    is_well_made(page.is(200).says("ถึงท่านอีก").says("รับคำเตือนตามเดิม"), "th");
    visitor.opens(&format!("/t/{link}/stored")).says("ขอไม่รับคำเตือน ค่าขณะนี้: true");
    visitor.posts(&address, &[("stop", "no")]).is(200).says("ท่านจะได้รับคำเตือนตามเดิม");
    visitor.opens(&format!("/t/{link}/stored")).says("ขอไม่รับคำเตือน ค่าขณะนี้: false");
    visitor.opens(&format!("/t/{link}")).says("เริ่มตอบ");
}
