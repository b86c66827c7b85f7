//! What nobody should send, and what must not come of it.

use super::session::{Session, stranger_sends};
use crate::house::House;

#[test]
fn words_are_never_taken_for_markup_and_every_script_and_face_comes_through() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    let nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {}";
    for text in [nasty, "مرحبا بكم؟", "ทำไม 🙂🤔 ถึงช้า"] {
        session.phone().asks(text).is(303);
    }
    let room = session.phone().room;
    let visitor = house.visitor();
    for page in [visitor.opens(&room), visitor.opens(&format!("{room}/screen")), session.desk.opens(&session.host())] {
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{}", page.address);
        page.is(200).says("مرحبا بكم؟").says("ทำไม 🙂🤔 ถึงช้า");
        assert!(page.body.contains("dir=\"auto\""));
    }
}

#[test]
fn what_is_no_question_is_said_at_the_field_and_nothing_typed_is_lost() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    let phone = session.phone();
    for (text, fault) in [
        ("", "พิมพ์คำถามก่อน"),
        ("  ?? ", "พิมพ์คำถามก่อน"),
        ("\u{200b}\u{feff}", "พิมพ์คำถามก่อน"),
        ("กลับ\u{202e}หลัง", "มีอักขระที่แสดงไม่ได้"),
        ("ดำ\u{7}ดัง", "มีอักขระที่แสดงไม่ได้"),
        (&"ก".repeat(281), "ยาวเกินไป"),
    ] {
        let page = phone.asks(text);
        page.is(422).says(fault);
        assert!(page.body.contains(&format!(">{}</textarea>", text.trim())), "{}", page.text());
    }
    assert!(phone.list().is_empty());
    phone.asks(&"ก".repeat(280)).is(303);
    phone.asks("หลาย\n\nบรรทัด").is(303);
    assert!(phone.list().iter().any(|(text, _)| text == "หลาย บรรทัด"));
}

#[test]
fn a_form_that_is_not_ours_does_nothing() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    let phone = session.phone();
    let page = phone.page();
    let (key, browser) = (page.field("key"), page.field("browser"));
    let other = session.phone().page().field("browser");
    let visitor = house.visitor();
    for fields in [
        &[("text", "x")][..],
        &[("key", key.as_str()), ("text", "x")],
        &[("key", key.as_str()), ("browser", other.as_str()), ("text", "x")],
        &[("key", "x"), ("browser", browser.as_str()), ("text", "x")],
        &[("key", key.as_str()), ("browser", browser.as_str()), ("vote", "x")],
    ] {
        visitor.posts(&phone.room, fields).is(400);
    }
    house.turn(std::time::Duration::from_secs(13 * 3600));
    visitor.posts(&phone.room, &[("key", &key), ("browser", &browser), ("text", "x")]).is(400);
    assert!(phone.list().is_empty());
    phone.visitor.posts("/live/000000", &[]).is(404);
    phone.visitor.posts(&format!("{}/screen", phone.room), &[]).is(405);
}

#[test]
fn a_flood_fills_the_room_and_stops_there() {
    let house = House::open();
    let session = Session::moderated(&house);
    let room = house.url(&session.phone().room);
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let room = &room;
            scope.spawn(move || {
                for count in 0..51 {
                    let sent = stranger_sends(room, Some(&format!("ข้อ {thread} {count}")), None);
                    assert!(sent == 303 || sent == 422, "{sent}");
                }
            });
        }
    });
    session.phone().asks("อีกข้อ").is(422).says("มีคำถามรออยู่มากแล้ว");
    session.desk.opens(&session.host()).is(200).says("รออ่าน (200)");
}
