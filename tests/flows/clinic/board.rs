//! What everybody reads.

use super::scene::{Clinic, cards, does, queue};
use crate::pages::is_well_made;

/// Puts everything that waits at the desk on the board: "ข้อ n".
fn publishes(clinic: &Clinic, texts: &[&str]) {
    for text in texts {
        clinic.asks_by_seat(text);
    }
    clinic.monday_comes();
    let desk = clinic.desk();
    for matter in queue(&desk, "new") {
        let page = desk.opens(&matter).text();
        let text = texts.iter().find(|text| page.contains(&format!("ผู้ถาม {text}"))).unwrap();
        let title = format!("หัวเรื่อง {text}");
        let is_answered = !text.contains("รอ");
        let fields = [
            ("do", "show"),
            ("title", title.as_str()),
            ("question", "รายละเอียด"),
            ("answering", "ฝ่ายคลัง"),
            ("board_answer", if is_answered { "คำตอบบนกระดาน" } else { "" }),
        ];
        does(&desk, &matter, &fields).is(303);
    }
}

#[test]
fn the_board_is_searched_and_filtered_and_shows_months_alone() {
    let clinic = Clinic::open();
    clinic.nobody().opens("/clinic").is(200).says("ยังไม่มีเรื่องบนกระดาน").says("ขอใช้รถส่วนกลางต้องแจ้งล่วงหน้ากี่วัน");
    publishes(&clinic, &["แท็กซี่", "ที่รอคำตอบ", "เบี้ยเลี้ยง"]);
    let visitor = clinic.nobody();
    let board = visitor.opens("/clinic");
    board.says("ตอบแล้ว 2 จาก 3 เรื่อง").says("การเบิกจ่าย 3").says("กำลังหาคำตอบ 1").says("พ.ย. 2569").does_not_say("21 พ.ย.");
    board.says("พบกันครั้งหน้า").says("ห้องประชุม 2").does_not_say("ความเร็วในการตอบ");
    is_well_made(&board, "th");
    is_well_made(&visitor.opens("/en/clinic"), "en");
    visitor
        .opens("/clinic?q=%E0%B9%81%E0%B8%97%E0%B9%87%E0%B8%81%E0%B8%8B%E0%B8%B5%E0%B9%88")
        .says("หัวเรื่อง แท็กซี่")
        .does_not_say("หัวเรื่อง เบี้ยเลี้ยง");
    visitor.opens("/clinic?q=zzz").says("ไม่พบเรื่องตามที่ค้น");
    visitor.opens("/clinic?state=waiting").says("หัวเรื่อง ที่รอคำตอบ").does_not_say("หัวเรื่อง แท็กซี่");
    visitor.opens("/clinic?topic=cars").says("ไม่พบเรื่องตามที่ค้น");
    visitor.opens("/clinic?order=new&page=9").is(200).says("เดือนใหม่สุด");
    let session = visitor.opens(&format!("/clinic/sessions/{}", clinic.meeting()));
    session.is(200).says("ฝ่ายคลัง").says("เรื่องการเงินและพัสดุ").says("หัวเรื่อง แท็กซี่").says("อย่างน้อย 5 คน");
    is_well_made(&session, "th");
    for address in cards(&visitor) {
        is_well_made(visitor.opens(&address).is(200), "th");
        is_well_made(visitor.opens(&format!("/en{address}")).is(200), "en");
    }
    visitor.opens("/clinic/q/none").is(404);
    visitor.opens("/clinic/sessions/none").is(404);
    assert!(visitor.cookie("clearjai-me-too").is_none() && visitor.cookie("clearjai-guest").is_none(), "looking sets no cookie");
    visitor.opens("/").is(200).says("กระดานถาม–ตอบ");
}

#[test]
fn a_browser_wonders_once_and_takes_it_back_by_pressing_again() {
    let clinic = Clinic::open();
    publishes(&clinic, &["หนึ่ง", "สอง"]);
    let (one, other) = (clinic.nobody(), clinic.nobody());
    let address = one.opens("/clinic?q=%E0%B8%AA%E0%B8%AD%E0%B8%87").addresses("/clinic/q/").remove(0);
    let press = format!("{address}/me-too");
    assert_eq!(one.posts(&press, &[]).leads_to(), address);
    assert!(one.cookie("clearjai-me-too").is_some());
    other.posts(&press, &[("back", "?order=new")]).is(303);
    one.opens(&address).says("สงสัยเหมือนกัน 2");
    assert!(
        one.opens(&address).body.contains("aria-pressed=\"true\"")
            && clinic.nobody().opens(&address).body.contains("aria-pressed=\"false\"")
    );
    assert_eq!(
        one.opens("/clinic").addresses("/clinic/q/").into_iter().find(|it| !it.ends_with("too")).unwrap(),
        address,
        "most people wonder about it"
    );
    one.posts(&press, &[("back", "//evil.example")]).is(303);
    assert_eq!(one.posts(&press, &[("back", "//evil.example")]).leads_to(), address);
    one.posts(&press, &[]).is(303);
    one.opens(&address).says("สงสัยเหมือนกัน 1");
    one.posts("/clinic/q/00000000-0000-4000-8000-000000000000/me-too", &[]).is(404);
}

#[test]
fn what_changed_stands_at_its_card_with_its_date() {
    let clinic = Clinic::open();
    publishes(&clinic, &["คิวรถ"]);
    let desk = clinic.house.visitor();
    desk.is_in("duangjai@example.go.th");
    let matter = queue(&desk, "new").remove(0);
    does(&desk, &matter, &[("do", "changed"), ("change", "จองคิวรถออนไลน์ได้แล้ว")]).is(303);
    let visitor = clinic.nobody();
    let card = visitor.opens(&cards(&visitor)[0]);
    card.says("ปรับขั้นตอนแล้ว").says("จองคิวรถออนไลน์ได้แล้ว").says("23 พ.ย. 2569");
    does(&desk, &matter, &[("do", "withdraw")]).is(303);
    visitor.opens(&card.address).is(410).says("โดยผู้ถามหรือผู้ดูแล");
}
