//! What a receipt opens, and what it does not.

use super::scene::{Clinic, cards, does, opens, queue};

#[test]
fn a_wrong_receipt_that_of_a_removed_matter_and_nonsense_get_the_same_sentence() {
    let clinic = Clinic::open();
    let receipt = clinic.asks_by_seat("เดี๋ยวจะลบ");
    clinic.monday_comes();
    let visitor = clinic.nobody();
    let page = opens(&visitor, &receipt);
    visitor.sends(&page, "/clinic/mine", &[("code", &receipt), ("do", "remove")]).is(422).says("ทำเครื่องหมายว่าแน่ใจก่อนลบ");
    let removed = visitor.sends(&page, "/clinic/mine", &[("code", &receipt), ("do", "remove"), ("sure", "yes")]);
    removed.is(200).says("ลบแล้ว");
    let sentences: Vec<String> = [receipt.as_str(), "4821 0937 5562 1408", "12", "", "<script>", "๔๘๒๑๐๙๓๗๕๕๖๒๑๔๐๙"]
        .iter()
        .map(|code| {
            let page = opens(&visitor, code);
            page.is(422).says("เปิดเรื่องด้วยรหัสนี้ไม่ได้ ตรวจเลขอีกครั้ง หรือเรื่องอาจถูกลบแล้ว");
            let (summary, _) =
                page.body.split_once("id=\"errors-title\"").map(|(_, rest)| rest.split_once("</div>").unwrap()).unwrap();
            summary.to_owned()
        })
        .collect();
    assert!(sentences.iter().all(|sentence| *sentence == sentences[0]));
}

#[test]
fn after_many_wrong_tries_the_right_receipt_still_opens_its_matter() {
    let clinic = Clinic::open();
    let receipt = clinic.asks_by_seat("ยังเปิดได้");
    let visitor = clinic.nobody();
    for _ in 0..7 {
        opens(&visitor, "4821 0937 5562 1408").is(422);
    }
    opens(&visitor, &receipt).is(200).says("ยังเปิดได้");
    opens(&clinic.nobody(), &receipt.replace(' ', "")).is(200).says("ยังเปิดได้");
}

#[test]
fn the_code_stands_in_no_address_and_an_address_opens_nothing() {
    let clinic = Clinic::open();
    let receipt = clinic.asks_by_seat("ลับ");
    let visitor = clinic.nobody();
    assert_eq!(visitor.opens(&format!("/clinic/mine?code={}", receipt.replace(' ', "+"))).leads_to(), "/clinic/check");
    let page = opens(&visitor, &receipt);
    assert!(page.addresses("/").iter().all(|address| !address.contains(&receipt[..4]) && !address.contains("code=")));
    visitor.posts("/clinic/mine", &[("code", &receipt)]).is(400);
}

#[test]
fn a_message_can_be_taken_back_before_anybody_reads_it() {
    let clinic = Clinic::open();
    let receipt = clinic.asks_by_seat("ส่งผิด");
    let visitor = clinic.nobody();
    let page = opens(&visitor, &receipt);
    visitor.sends(&page, "/clinic/mine", &[("code", &receipt), ("do", "remove"), ("sure", "yes")]).is(200);
    assert!(!clinic.is_due(true));
    assert!(clinic.house.place().all_rows()["urn.letterbox"].is_empty());
    opens(&visitor, &receipt).is(422);
}

#[test]
fn removing_a_matter_takes_its_card_down_and_frees_what_was_merged_into_it() {
    let clinic = Clinic::open();
    let (first, second) = (clinic.asks_by_seat("เรื่องหลัก"), clinic.asks_by_seat("เรื่องรอง"));
    clinic.monday_comes();
    let desk = clinic.desk();
    let matters = queue(&desk, "new");
    let of =
        |text: &str| matters.iter().find(|matter| desk.opens(matter).text().contains(&format!("ผู้ถาม {text}"))).unwrap().clone();
    let (main, other) = (of("เรื่องหลัก"), of("เรื่องรอง"));
    does(&desk, &other, &[("do", "merge"), ("into", main.trim_start_matches("/desk/"))]).is(303);
    let card = [
        ("do", "both"),
        ("answering", "ฝ่ายคลัง"),
        ("reply", "ตอบรวม"),
        ("title", "หัวเรื่องบนกระดาน"),
        ("question", ""),
        ("board_answer", "ตอบแล้วนะ"),
    ];
    does(&desk, &main, &card).is(303);
    let asker = clinic.nobody();
    opens(&asker, &second).says("ตอบรวม").says("มีผู้ถามเรื่องเดียวกัน").does_not_say("เรื่องหลัก");
    let address = cards(&asker).remove(0);
    let page = opens(&asker, &first);
    asker.sends(&page, "/clinic/mine", &[("code", &first), ("do", "remove"), ("sure", "yes")]).is(200);
    asker.opens(&address).is(410).says("เรื่องนี้ถูกนำลงแล้ว").does_not_say("หัวเรื่องบนกระดาน");
    assert!(cards(&asker).is_empty());
    opens(&asker, &second).does_not_say("ตอบรวม").says("เรื่องรอง");
    assert_eq!(queue(&desk, "new"), [other]);
    desk.opens(&main).is(404);
}
