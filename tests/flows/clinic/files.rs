//! Files that are added to what was asked, and what becomes of them.

use clearjai::{enclosures::limits, notices::Ways};

use super::{
    made::{AUTHOR, PLACE, adds, adds_at, document, drawn, has, photograph},
    scene::{Clinic, cards, code, does, opens, presses_send, queue, reads_back},
};
use crate::pages::is_well_made;

const BOTH: Ways = Ways { by_name: true, by_seat: true, open_door: false };

#[test]
fn a_picture_comes_to_the_desk_without_its_place_and_its_author_and_looks_the_same() {
    let clinic = Clinic::taking_files(BOTH);
    let receipt = clinic.asks_by_seat("ดูภาพที่แนบ");
    let asker = clinic.nobody();
    let page = opens(&asker, &receipt);
    is_well_made(&page, "th");
    page.says("ไฟล์แนบ").says("ชื่อ ใบหน้า ลายมือ และสิ่งอื่นที่มองเห็นในไฟล์ยังอยู่");
    adds(&asker, &receipt, "บัตรประชาชนของสมชาย.jpg", &photograph()).is(200).says("บันทึกแล้ว").says("JPEG ไม่เกิน 64 กิโลไบต์");
    let english = asker.opens("/en/clinic/check");
    let english = asker.sends(&english, "/en/clinic/mine", &[("code", &receipt)]);
    is_well_made(english.is(200).says("JPEG, at most 64 kB").says("Names, faces, handwriting"), "en");
    clinic.monday_comes();
    // Now that it lies at the desk, another one.
    adds(&asker, &receipt, "x.jpg", &document("Who pays?")).is(200).says("JPEG ไม่เกิน").says("PDF ไม่เกิน");

    let desk = clinic.desk();
    let matter = queue(&desk, "new").remove(0);
    let page = desk.opens(&matter);
    is_well_made(&page, "th");
    page.is(200).says("ไฟล์แนบ").says("JPEG ไม่เกิน 64 กิโลไบต์").says("PDF ไม่เกิน 64 กิโลไบต์").does_not_say("สมชาย");
    let files = page.addresses(&format!("{matter}/files/"));
    assert_eq!(files.len(), 2);
    let mut kinds = Vec::new();
    for (number, address) in (1..).zip(&files) {
        let answer = desk.opens(address);
        let kind = answer.is(200).header("content-type").to_owned();
        let ending = if kind == "image/jpeg" { "jpg" } else { "pdf" };
        assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"matter-file-{number}.{ending}\""));
        assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
        assert_eq!((answer.header("x-content-type-options"), answer.header("cache-control")), ("nosniff", "no-store"));
        let bytes = desk.downloads(address);
        assert!(!has(&bytes, AUTHOR.as_bytes()) && !has(&bytes, &PLACE));
        assert!(if ending == "jpg" {
            bytes.ends_with(&drawn())
        } else {
            bytes.starts_with(b"%PDF-") && has(&bytes, b"Who pays?")
        });
        kinds.push(kind);
    }
    kinds.sort();
    assert_eq!(kinds, ["application/pdf", "image/jpeg"]);

    let card = [
        ("do", "both"),
        ("answering", "ฝ่ายคลัง"),
        ("reply", "ตอบแล้ว"),
        ("title", "เรื่องที่มีภาพ"),
        ("question", "มีภาพไหม"),
        ("board_answer", "มี"),
    ];
    does(&desk, &matter, &card).is(303);
    let card = asker.opens(&cards(&asker).remove(0));
    card.is(200).says("เรื่องที่มีภาพ").does_not_say("ไฟล์");
    assert!(card.addresses("/desk").is_empty());
}

#[test]
fn what_is_no_such_file_is_refused_in_words_and_nothing_else_is_touched() {
    let clinic = Clinic::taking_files(BOTH);
    let receipt = clinic.asks_by_seat("ข้อความที่ต้องอยู่ครบ");
    let asker = clinic.nobody();
    let program = [&b"MZ\x90\0\x03\0\0\0"[..], &[0x55; 4_000]].concat();
    let larger = [photograph(), vec![0; limits::FILE]].concat();
    let refused: [(&str, &[u8], &str); 5] = [
        ("holiday.jpg", &program, "รับเฉพาะรูปภาพ JPEG หรือ PNG"),
        ("cut.jpg", &photograph()[..40], "ไฟล์นี้เสียหายหรือไม่ครบ"),
        ("large.jpg", &larger, "ไฟล์ใหญ่เกินไป ต้องไม่เกิน 10 เมกะไบต์"),
        ("empty.jpg", b"", "ไฟล์นี้ไม่มีข้อมูล"),
        ("", b"", "เลือกไฟล์ก่อน"),
    ];
    for (name, file, sentence) in refused {
        let page = adds(&asker, &receipt, name, file);
        page.is(422).says(sentence).says("ข้อความที่ต้องอยู่ครบ");
        assert!(page.body.contains("file-fault"), "at its field");
    }
    let rows = clinic.house.place().all_rows();
    assert!(rows["urn.letterbox_files"].is_empty() && rows["urn.letterbox"].len() == 1);
    assert_eq!(clinic.monday_comes(), 1);
    opens(&asker, &receipt).is(200).says("ข้อความที่ต้องอยู่ครบ");
    adds(&asker, &receipt, "holiday.jpg", &program).is(422);
    assert!(clinic.house.place().all_rows()["urn.matter_files"].is_empty());
}

#[test]
fn three_files_are_the_most_and_one_can_be_taken_back() {
    let clinic = Clinic::taking_files(BOTH);
    let receipt = clinic.asks_by_name("มาลี สุขใจ", "หลายไฟล์");
    let asker = clinic.nobody();
    let empty = opens(&asker, &receipt);
    for _ in 0..3 {
        adds(&asker, &receipt, "a.jpg", &photograph()).is(200);
    }
    let full = opens(&asker, &receipt);
    full.says("แนบครบ 3 ไฟล์แล้ว").does_not_say("ไฟล์ที่จะแนบ");
    adds_at(&asker, &empty, &receipt, "d.jpg", &photograph()).is(422).says("แนบครบ 3 ไฟล์แล้ว");
    let file = full.field("taken");
    let left = asker.sends(&full, "/clinic/mine", &[("code", &receipt), ("do", "take_back"), ("taken", &file)]);
    left.is(200).says("บันทึกแล้ว").says("ไฟล์ที่จะแนบ");
    asker.sends(&full, "/clinic/mine", &[("code", &receipt), ("do", "take_back"), ("taken", &file)]).is(200);
    assert_eq!(left.fields("taken").len(), 2);
    adds(&asker, &receipt, "d.pdf", &document("Again")).is(200);
    clinic.monday_comes();
    let full = opens(&asker, &receipt);
    assert_eq!(full.fields("taken").len(), 3);
    adds_at(&asker, &full, &receipt, "e.jpg", &photograph()).is(422).says("แนบครบ 3 ไฟล์แล้ว");
}

#[test]
fn pressing_twice_adds_it_once() {
    let clinic = Clinic::taking_files(BOTH);
    let receipt = clinic.asks_by_seat("กดสองครั้ง");
    let asker = clinic.nobody();
    for _ in 0..2 {
        let page = opens(&asker, &receipt);
        for _ in 0..2 {
            adds_at(&asker, &page, &receipt, "a.jpg", &photograph()).is(200);
        }
    }
    assert_eq!(clinic.house.place().all_rows()["urn.letterbox_files"].len(), 2);
}

#[test]
fn files_are_taken_with_the_right_code_alone_and_not_through_the_open_door() {
    let clinic = Clinic::taking_files(Ways { open_door: true, ..BOTH });
    let receipt = clinic.asks_by_seat("มีลิงก์");
    let asker = clinic.nobody();
    let page = opens(&asker, &receipt);
    for wrong in ["4821 0937 5562 1408", "", "x"] {
        let answer = adds_at(&asker, &page, wrong, "a.jpg", &photograph());
        answer.is(422).says("เปิดเรื่องด้วยรหัสนี้ไม่ได้").does_not_say("มีลิงก์");
    }
    // The file before the code: nobody knows yet whose it is.
    asker.sends_with_file(&page, "/clinic/mine/files", &[], ("file", "a.jpg"), &photograph()).is(422);
    assert_eq!(asker.opens("/clinic/mine/files").leads_to(), "/clinic/check");
    asker.posts("/clinic/mine/files", &[("code", &receipt)]).is(400);

    let visitor = clinic.nobody();
    let form = visitor.opens("/clinic/ask");
    clinic.house.turn(std::time::Duration::from_secs(20));
    let sent = presses_send(&visitor, &reads_back(&visitor, &form, "ไม่มีลิงก์", &[]));
    assert_eq!(sent.leads_to(), "/clinic/receipt");
    let shown = visitor.goes_on(&sent);
    let of_door = code(shown.does_not_say("แนบไฟล์"));
    let page = opens(&visitor, &of_door);
    page.is(200).does_not_say("ไฟล์แนบ");
    adds_at(&visitor, &page, &of_door, "a.jpg", &photograph()).is(422).says("เรื่องนี้แนบไฟล์ไม่ได้").says("ไม่มีลิงก์");
    assert!(clinic.house.place().all_rows()["urn.letterbox_files"].is_empty());
}

#[test]
fn a_session_that_takes_none_says_nothing_of_files_and_one_that_does_says_so_before_anybody_writes() {
    let clinic = Clinic::open();
    let receipt = clinic.asks_by_seat("เรื่องที่ไม่มีอะไรแนบ");
    let asker = clinic.nobody();
    let page = opens(&asker, &receipt);
    page.does_not_say("ไฟล์");
    adds_at(&asker, &page, &receipt, "a.jpg", &photograph()).is(422).says("เรื่องนี้แนบไฟล์ไม่ได้");
    let session = format!("/clinic/sessions/{}", clinic.meeting());
    asker.opens(&session).is(200).does_not_say("ไฟล์");

    let clinic = Clinic::taking_files(BOTH);
    let asker = clinic.nobody();
    asker.opens(&format!("/clinic/sessions/{}", clinic.meeting())).is(200).says("ไฟล์แนบ แนบได้หลังส่งเรื่อง ด้วยรหัสใบรับ");
    let seat = clinic.seat();
    let form = clinic.form(&asker, &[("message", &seat.message), ("signature", &seat.signature)]);
    form.says("แนบไฟล์ได้หลังส่งเรื่องแล้ว ด้วยรหัสใบรับ");
    let shown = presses_send(&asker, &reads_back(&asker, &form, "เรื่อง", &[]));
    let receipt = asker.goes_on(&shown);
    receipt.says("ตอนนี้แนบไฟล์กับเรื่องนี้ได้แล้ว");
    assert!(receipt.addresses("/clinic/check").len() == 1);
}
