//! From a question to its answer.

use clearjai::{clinic::Stage, notices::Ways};

use super::scene::{Clinic, cards, code, does, opens, presses_send, queue, reads_back};

#[test]
fn a_nameless_question_waits_is_asked_back_is_answered_and_its_writer_may_give_a_name_after_all() {
    let clinic = Clinic::open();
    let receipt = clinic.asks_by_seat("ใบเสร็จแท็กซี่ไม่มีทะเบียนรถ เบิกได้ไหม");
    let asker = clinic.nobody();
    opens(&asker, &receipt).is(200).says("ยังไม่มีใครเปิดอ่าน").says("ใบเสร็จแท็กซี่ไม่มีทะเบียนรถ");
    assert_eq!(clinic.monday_comes(), 1);

    let desk = clinic.desk();
    let matters = queue(&desk, "new");
    assert_eq!(matters.len(), 1);
    let list = desk.opens("/desk");
    list.says("ยังไม่เปิดอ่าน").says("พ.ย. 2569").does_not_say("21 พ.ย.").does_not_say("23 พ.ย.");
    let matter = &matters[0];
    desk.opens(matter).is(200).says("ใบเสร็จแท็กซี่").says("ไม่บอกชื่อ คนในหน่วยงาน").does_not_say("21 พ.ย.");
    let led = does(&desk, matter, &[("do", "ask"), ("ask", "ไปประชุมที่ไหน")]);
    desk.goes_on(&led).says("บันทึกแล้ว").says("ต้องขอข้อมูลเพิ่ม");
    assert!(queue(&desk, "new").is_empty() && queue(&desk, "asked").len() == 1);

    let asker = clinic.nobody();
    let page = opens(&asker, &receipt);
    page.says("ผู้ตอบขอข้อมูลเพิ่ม").says("ไปประชุมที่ไหน");
    let replied = asker.sends(&page, "/clinic/mine", &[("code", &receipt), ("do", "reply"), ("reply", "ที่ศาลากลาง")]);
    replied.is(200).says("บันทึกแล้ว").says("ที่ศาลากลาง");

    assert_eq!(queue(&desk, "new").len(), 1);
    let answer = [
        ("do", "both"),
        ("answering", "ฝ่ายคลัง"),
        ("reply", "เบิกได้ค่ะ แนบไฟล์จากแอปมาด้วย"),
        ("title", "ค่าแท็กซี่จากแอปเบิกได้ไหม"),
        ("question", "ใบเสร็จในแอปไม่มีทะเบียนรถ"),
        ("board_answer", "เบิกได้ ถ้าใบเสร็จมีวันที่และจำนวนเงิน"),
    ];
    does(&desk, matter, &answer).is(303);
    let board = clinic.nobody().opens("/clinic");
    board
        .says("ค่าแท็กซี่จากแอปเบิกได้ไหม")
        .says("ตอบโดย ฝ่ายคลัง")
        .says("23 พ.ย. 2569")
        .says("ตอบแล้ว 1 จาก 1 เรื่อง")
        .says("วันนี้ตอบแล้ว 1 เรื่อง");
    board.does_not_say("ศาลากลาง");
    let page = opens(&asker, &receipt);
    page.says("แนบไฟล์จากแอปมาด้วย").says("ตอบคำถามแล้วไหม");
    assert_eq!(page.addresses("/clinic/q/"), cards(&asker));

    let helped = asker.sends(&page, "/clinic/mine", &[("code", &receipt), ("do", "say"), ("outcome", "solved")]);
    helped.says("ท่านบอกไว้ว่า ตอบแล้ว");
    let named = asker.sends(&helped, "/clinic/mine", &[("code", &receipt), ("do", "reveal"), ("name", "สมชาย ใจดี")]);
    named.says("ผู้ตอบเห็นชื่อ สมชาย ใจดี");
    desk.opens(matter).says("สมชาย ใจดี");
    clinic.nobody().opens("/clinic").does_not_say("สมชาย");
    asker.opens(&cards(&asker)[0]).does_not_say("สมชาย");
}

#[test]
fn a_question_with_a_name_shows_it_to_the_desk_and_to_nobody_else() {
    let clinic = Clinic::open();
    let voucher = clinic.voucher("มาลี สุขใจ");
    let visitor = clinic.nobody();
    let form = clinic.form(&visitor, &[("voucher", &voucher)]);
    form.is(200).says("เรื่องนี้ส่งพร้อมชื่อท่าน");
    let check = reads_back(&visitor, &form, "ขอใช้รถส่วนกลาง", &[("topic", "cars"), ("board", "no")]);
    check.is(200).says("ยังไม่ได้ส่ง").says("มาลี สุขใจ (ฝ่ายคลัง)").says("ไม่มีอะไรขึ้นกระดาน");
    let receipt = code(&visitor.goes_on(&presses_send(&visitor, &check)));
    clinic.monday_comes();
    let desk = clinic.desk();
    let matter = queue(&desk, "new").remove(0);
    desk.opens(&matter).says("มาลี สุขใจ (ฝ่ายคลัง)").says("บอกชื่อ").says("ตอบคนเดียว");
    // Its writer wants no card, and no form offers one.
    let card = [("do", "show"), ("title", "รถ"), ("question", ""), ("board_answer", ""), ("answering", "")];
    does(&desk, &matter, &card).is(422).says("ผู้ถามไม่ให้ขึ้นกระดาน");
    does(&desk, &matter, &[("do", "answer"), ("answering", "กองกลาง"), ("reply", "จองได้ที่กองกลาง")]).is(303);
    opens(&clinic.nobody(), &receipt).says("จองได้ที่กองกลาง");
    assert!(cards(&clinic.nobody()).is_empty());
}

#[test]
fn with_both_rights_somebody_chooses_and_only_the_one_that_is_chosen_is_used() {
    let clinic = Clinic::open();
    let (voucher, seat) = (clinic.voucher("มาลี สุขใจ"), clinic.seat());
    let rights = [("voucher", voucher.as_str()), ("message", seat.message.as_str()), ("signature", seat.signature.as_str())];
    let visitor = clinic.nobody();
    let form = clinic.form(&visitor, &rights);
    form.says("บอกชื่อไหม").says("กระดานไม่แสดงชื่อ");
    reads_back(&visitor, &form, "ขอถาม", &[]).is(422).says("เลือกว่าจะบอกชื่อหรือไม่");
    clinic.asks(&rights, "ถามโดยไม่บอกชื่อ", &[("named", "no")]);
    clinic.asks(&rights, "ถามโดยบอกชื่อ", &[("named", "yes")]);
    clinic.monday_comes();
    let desk = clinic.desk();
    let pages: Vec<String> = queue(&desk, "new").iter().map(|matter| desk.opens(matter).text()).collect();
    let of = |text: &str| pages.iter().find(|page| page.contains(&format!("ผู้ถาม {text}"))).unwrap();
    assert!(!of("ถามโดยไม่บอกชื่อ").contains("มาลี") && of("ถามโดยบอกชื่อ").contains("มาลี"));
}

#[test]
fn through_the_open_door_somebody_waits_a_little_or_lets_a_script_work() {
    let clinic = Clinic::with(Ways { by_name: false, by_seat: false, open_door: true });
    let visitor = clinic.nobody();
    let form = visitor.opens("/clinic/ask");
    form.is(200).says("https://protected.example.go.th").says("เรื่องอะไร");
    let check = reads_back(&visitor, &form, "ไม่มีลิงก์ก็ถามได้", &[]);
    let early = presses_send(&visitor, check.is(200));
    early.is(422).says("ส่งเร็วเกินไป");
    assert!(early.body.contains("ไม่มีลิงก์ก็ถามได้"), "nothing typed is lost");
    clinic.house.turn(std::time::Duration::from_secs(15));
    let sent = presses_send(&visitor, &check);
    let receipt = code(&visitor.goes_on(&sent));
    assert_eq!(clinic.monday_comes(), 1);
    opens(&clinic.nobody(), &receipt).is(200).says("กำลังหาคำตอบ");
    let desk = clinic.desk();
    desk.opens(&queue(&desk, "new")[0]).says("ไม่บอกชื่อ ไม่ใช้ลิงก์");
}

#[test]
fn pressing_twice_sends_one_message_and_shows_one_receipt() {
    let clinic = Clinic::open();
    let seat = clinic.seat();
    let visitor = clinic.nobody();
    let form = clinic.form(&visitor, &[("message", &seat.message), ("signature", &seat.signature)]);
    let check = reads_back(&visitor, &form, "ถามครั้งเดียว", &[]);
    let first = presses_send(&visitor, &check);
    let second = presses_send(&visitor, &check);
    assert_eq!(code(&visitor.goes_on(&first)).len(), 19);
    second.is(303);
    // Another text with the same seat is another message, and the seat is used.
    let other = reads_back(&visitor, &form, "ถามอีกเรื่องด้วยสิทธิเดิม", &[]);
    let refused = presses_send(&visitor, &other);
    refused.is(422).says("สิทธินี้ใช้ส่งเรื่องอื่นไปแล้ว");
    assert!(refused.body.contains("ถามอีกเรื่องด้วยสิทธิเดิม"));
    assert_eq!(clinic.monday_comes(), 1);
    // The answer was lost: the same again still gives the same receipt.
    let again = code(&visitor.goes_on(&presses_send(&visitor, &check)));
    opens(&clinic.nobody(), &again).is(200).says("ถามครั้งเดียว");
}

#[test]
fn a_receipt_is_shown_once() {
    let clinic = Clinic::open();
    let voucher = clinic.voucher("มาลี สุขใจ");
    let visitor = clinic.nobody();
    let form = clinic.form(&visitor, &[("voucher", &voucher)]);
    let sent = presses_send(&visitor, &reads_back(&visitor, &form, "ขอถาม", &[]));
    visitor.goes_on(&sent).is(200).says("ทำหายแล้วขอใหม่ไม่ได้");
    visitor.opens("/clinic/receipt").is(200).says("รหัสแสดงครั้งเดียว");
    visitor.opens("/en/clinic/receipt").says("The code is shown once");
    assert_eq!(visitor.cookie("clearjai-receipt"), None);
}

#[test]
fn what_is_missing_is_said_at_its_field_and_what_was_typed_stays() {
    let clinic = Clinic::open();
    let voucher = clinic.voucher("มาลี สุขใจ");
    let visitor = clinic.nobody();
    let form = clinic.form(&visitor, &[("voucher", &voucher)]);
    let faulty = reads_back(&visitor, &form, "", &[("topic", "nothing"), ("board", "")]);
    faulty.is(422).says("เลือกหัวข้อ").says("พิมพ์เรื่องของท่านก่อน").says("เลือกว่าขึ้นกระดานได้หรือไม่");
    let faulty = reads_back(&visitor, &form, &"ก".repeat(10_001), &[]);
    faulty.is(422).says("ไม่เกิน 10,000 ตัวอักษร");
    assert!(faulty.body.contains(&"ก".repeat(10_001)));
}

#[test]
fn what_is_not_open_takes_nothing_and_says_so() {
    let clinic = Clinic::open();
    let visitor = clinic.nobody();
    visitor.opens("/clinic/ask").is(200).says("เริ่มจากลิงก์ส่วนตัวของท่าน");
    let (voucher, seat) = (clinic.voucher("มาลี สุขใจ"), clinic.seat());
    let form = clinic.form(&visitor, &[("voucher", &voucher)]);
    let check = reads_back(&visitor, &form, "ช้าไป", &[]);
    clinic.ends(Stage::Cancelled);
    presses_send(&visitor, &check).is(422).says("รอบนี้ยกเลิกแล้ว");
    visitor.opens("/clinic/ask").is(200).says("ตอนนี้ยังไม่เปิดรับเรื่อง");
    visitor.opens(&format!("/clinic/sessions/{}", clinic.meeting())).is(200).says("รอบนี้ยกเลิกแล้ว");
    // A right of another session is none here.
    let other = Clinic::open();
    let foreign = other.form(&visitor_of(&other), &[("message", &seat.message), ("signature", &seat.signature)]);
    let check = reads_back(&visitor_of(&other), &foreign, "สิทธิของรอบอื่น", &[]);
    presses_send(&visitor_of(&other), &check).is(422).says("สิทธิส่งเรื่องนี้ใช้ไม่ได้");
    visitor.posts("/clinic/ask", &[("meeting", "0")]).is(404);
}

fn visitor_of(clinic: &Clinic) -> crate::house::Visitor<'_> {
    clinic.nobody()
}
