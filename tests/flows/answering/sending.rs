//! From the first question to the receipt without a script: every kind of question, and whatever goes wrong.

use super::round::*;
use crate::{house::House, pages::is_well_made, rounds::desk::*};

/// The answers to every page of `every-kind.json`, in order.
const PAGES: [&[(&str, &str)]; 4] = [
    &[("straight", "3"), ("reversed", "1"), ("mixed.fair", "4"), ("mixed.errands", "0"), ("binary", "2")],
    &[("single", "phone"), ("many", "x"), ("many", "z"), ("rank-1", "y"), ("rank-2", "x")],
    &[("amount", "90.5")],
    &[("reason", "รอเอกสาร \"ก\" & <ข>"), ("idea", "บรรทัดหนึ่ง\nบรรทัดสอง"), ("vote", "-"), ("votes", "two"), ("votes", "three")],
];

#[test]
fn every_kind_of_question_is_answered_read_back_and_sent_page_by_page() {
    let house = House::open();
    let id = open(&house, &every_kind(), &[]);
    let start = format!("/t/{}", links(&house, id)[0]);
    let mut reader = Reader::begins(&house, &start);
    for answers in PAGES {
        is_well_made(reader.page.is(200), "th");
        reader.next(answers);
    }
    is_well_made(reader.page.is(200), "th");
    reader
        .page
        .says("ทวนคำตอบ แล้วกดส่ง")
        .says("แยกโดยเครื่องบริการ")
        .says("ไม่ทราบ / ขอไม่ตอบ")
        .says("90.5 นาที")
        .says("รอเอกสาร \"ก\" & <ข>")
        .says("ไม่ประสงค์ลงคะแนน");
    assert_eq!(collected(&house, id), 0, "nothing is sent before the button is pressed");
    let sent = reader.presses("go", "send", &[]).clone();
    is_well_made(sent.is(200), "th");
    sent.says("ได้รับคำตอบของท่านแล้ว").says("ใช้ส่งคำตอบใหม่แทนชุดนี้ได้ถึง 14 ธ.ค. 2569 16.30 น.");
    assert_eq!((reader.receipt().len(), collected(&house, id)), (29, 1));
    sent.does_not_say("90.5");

    let again = house.visitor().opens(&start);
    is_well_made(again.is(200).says("มีการใช้ลิงก์นี้ส่งคำตอบแล้ว").does_not_say("เริ่มตอบ"), "th");
    assert!(!again.text().contains(&reader.receipt()));
}

/// Two questions, answered; the check page is in front of them.
fn at_the_check<'house>(house: &'house House, start: &str) -> Reader<'house> {
    let mut reader = Reader::begins(house, start);
    reader.next(&[("i1", "3"), ("i2", "1")]).is(200).says("ทวนคำตอบ");
    reader
}

#[test]
fn pressed_twice_or_sent_again_after_a_lost_answer_it_is_the_same_ballot() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[]);
    let start = format!("/t/{}", links(&house, id)[0]);
    let mut reader = at_the_check(&house, &start);
    let form = standing(&reader.page);
    let (first, send) = (reader.presses("go", "send", &[]).clone(), format!("{start}/send"));
    let receipt = reader.receipt();
    let fields: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        let again = house.visitor().posts(&send, &fields);
        assert_eq!(again.is(200).text(), first.text());
    }
    // A second server, as after a restart: nothing of it was kept in the first one's memory.
    let other = house.beside();
    let again = other.visitor().posts(&send, &fields);
    again.is(200).says(&receipt);
    assert_eq!(collected(&house, id), 1);

    // Others with the same link are told, and what is there stays.
    let late = house.visitor().posts(&format!("{start}/1"), &[("go", "show")]);
    late.is(200);
    let mut stranger = Reader { visitor: house.visitor(), page: late, address: format!("{start}/1") };
    stranger.next(&[("i1", "1"), ("i2", "1")]).says("ทวนคำตอบ");
    stranger.presses("go", "send", &[]).says("มีการใช้ลิงก์นี้ส่งคำตอบแล้ว").does_not_say("รหัสใบรับของท่าน");
}

#[test]
fn changed_after_sending_by_going_back_it_takes_the_place_of_the_first() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[]);
    let start = format!("/t/{}", links(&house, id)[0]);
    let mut reader = at_the_check(&house, &start);
    let check = reader.page.clone();
    reader.presses("go", "send", &[]).says("ได้รับคำตอบของท่านแล้ว");
    let receipt = reader.receipt();
    reader.page = check;
    reader.presses_to(&format!("{start}/1"), "go", "change", &[]);
    reader.next(&[("i1", "1")]).says("ทวนคำตอบ");
    reader.presses("go", "send", &[]).says("คำตอบชุดนี้แทนชุดเดิมแล้ว");
    assert_eq!(reader.receipt(), receipt);
    assert_eq!(collected(&house, id), 1);
}

#[test]
fn with_the_receipt_it_is_replaced_from_another_device_and_without_it_never() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[]);
    let mut reader = at_the_check(&house, &format!("/t/{}", links(&house, id)[0]));
    reader.presses("go", "send", &[]);
    let receipt = reader.receipt();
    let start = format!("/surveys/{id}/replace");
    assert!(house.visitor().opens(&format!("/surveys/{id}")).addresses(&start).contains(&start));
    is_well_made(house.visitor().opens(&start).is(200).says("ส่งใหม่แทนคำตอบเดิม"), "th");
    is_well_made(house.visitor().opens(&format!("/en{start}")).is(200).says("Replace answers that were sent"), "en");

    let first = format!("{start}/1");
    for (typed, fault) in [("", "ใส่รหัสใบรับให้ครบ"), ("12", "ใส่รหัสใบรับให้ครบ"), (&"1".repeat(24), "ไม่พบคำตอบ")]
    {
        let page = house.visitor().posts(&first, &[("go", "show"), ("ballot-receipt", typed)]);
        page.is(422).says(fault).does_not_say("ถัดไป");
    }
    let thai: String =
        receipt.chars().map(|digit| digit.to_digit(10).map_or(' ', |it| char::from_u32(0xe50 + it).unwrap())).collect();
    let page = house.visitor().posts(&first, &[("go", "show"), ("ballot-receipt", &thai)]);
    page.is(200).says("ถัดไป");
    let mut elsewhere = Reader { visitor: house.visitor(), page, address: first };
    elsewhere.next(&[("i1", "2"), ("i2", "2")]).says("ทวนคำตอบ");
    elsewhere.presses("go", "send", &[]).says("คำตอบชุดนี้แทนชุดเดิมแล้ว");
    assert_eq!((elsewhere.receipt(), collected(&house, id)), (receipt, 1));
}

#[test]
fn what_is_missing_or_wrong_is_listed_and_nothing_typed_is_lost() {
    let house = House::open();
    let id = open(&house, &every_kind(), &[]);
    let start = format!("/t/{}", links(&house, id)[0]);
    let mut reader = Reader::begins(&house, &start);
    reader.next(&[("straight", "2")]);
    reader.page.is(422).says("มี 4 จุดที่ต้องแก้").says("เลือกคำตอบข้อ 2 หรือเลือก “ไม่ทราบ / ขอไม่ตอบ”");
    assert!(reader.page.body.contains("<title>มีข้อที่ต้องแก้"), "the title says so too");
    assert!(standing(&reader.page).contains(&("straight".into(), "2".into())));
    reader.next(PAGES[0]).is(200);
    reader.next(PAGES[1]).is(200);
    reader.next(&[("amount", "5000")]).is(422).says("ตั้งแต่ 0 ถึง 480");
    // Not more than an hour: why it took so long is not asked.
    reader.next(&[("amount", "30")]).is(200).does_not_say("(ไม่บังคับ) ทำไม");
    assert!(!reader.page.body.contains("name=\"reason\""));
    let long = "ก".repeat(1_001);
    reader.next(&[("idea", &long), ("vote", "one"), ("votes", "0")]).is(422).says("เขียนไม่เกิน 1,000 ตัวอักษร");
    assert!(reader.page.body.contains(&long), "what was typed is still there");
    reader.next(&[("idea", "สั้น")]).is(200).says("ทวนคำตอบ");

    // With an hour and a half it is asked, and a page in between has something to show.
    reader.presses_to(&format!("{start}/3"), "go", "change", &[]);
    reader.next(&[("amount", "90")]).is(200);
    assert!(reader.page.body.contains("name=\"reason\""), "{}", reader.page.text());
}

#[test]
fn going_back_and_changing_the_language_keep_what_was_chosen() {
    let house = House::open();
    let id = open(&house, &every_kind(), &[]);
    let start = format!("/t/{}", links(&house, id)[0]);
    let mut reader = Reader::begins(&house, &start);
    reader.next(PAGES[0]);
    reader.presses("lang", "en", PAGES[1]);
    is_well_made(reader.page.is(200).says("By phone"), "en");
    assert!(reader.address.starts_with("/en/t/"), "{}", reader.address);
    for (name, value) in PAGES[1] {
        assert!(standing(&reader.page).contains(&((*name).into(), (*value).into())), "{name}");
    }
    reader.presses("go", "back", &[]).is(200).says("Part 1 of 3");
    for (name, value) in PAGES[0] {
        assert!(standing(&reader.page).contains(&((*name).into(), (*value).into())), "{name}");
    }
    reader.next(&[]).is(200);
    reader.next(&[]).is(200);
    reader.next(PAGES[2]).is(200);
    reader.next(PAGES[3]).says("Check your answers, then send");
    reader.presses("lang", "th", &[]).says("ทวนคำตอบ แล้วกดส่ง");
    reader.presses("lang", "en", &[]);
    reader.presses("go", "send", &[]).says("We have your answers");
    assert_eq!(collected(&house, id), 1);
}

#[test]
fn sent_too_early_too_late_or_half_filled_in_nothing_is_sent() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[]);
    let start = format!("/t/{}", links(&house, id)[0]);
    let send = format!("{start}/send");
    house.visitor().posts(&send, &[("i1", "1")]).is(422).says("เลือกคำตอบข้อ 2");
    house.visitor().posts(&send, &[("i1", "1"), ("i2", "1")]).says("ทวนคำตอบ");
    house.visitor().posts(&send, &[("i1", "17"), ("i2", "1")]).is(422);
    house.visitor().posts(&format!("{start}/nowhere"), &[]).is(404);
    assert_eq!(house.visitor().opens(&format!("{start}/2")).leads_to(), start);
    let mut reader = at_the_check(&house, &start);
    comes(&house, 14, 16, 30);
    reader.presses("go", "send", &[]).is(200).says("ปิดรับแล้ว").does_not_say("รหัสใบรับของท่าน");
    assert_eq!(collected(&house, id), 0);
}

#[test]
fn when_the_urn_fails_the_same_form_is_sent_again() {
    let house = House::open();
    let id = open(&house, &form("แบบวัดชีพจร"), &[]);
    let start = format!("/t/{}", links(&house, id)[0]);
    let mut reader = at_the_check(&house, &start);
    // The credential is given, and then its key is out of reach.
    house.place().in_the_register("ALTER TABLE signing_keys RENAME TO hidden");
    let page = reader.presses("go", "send", &[]).clone();
    house.place().in_the_register("ALTER TABLE hidden RENAME TO signing_keys");
    is_well_made(page.is(200).says("คำตอบยังอยู่ครบ").says("ลองส่งอีกครั้ง"), "th");
    reader.presses("go", "send", &[]).is(200).says("ได้รับคำตอบของท่านแล้ว");
    assert_eq!(collected(&house, id), 1);
}
