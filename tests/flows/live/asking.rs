//! From the code to a question on the wall.

use super::session::{Session, TITLE, list};
use crate::{house::House, pages::is_well_made};

#[test]
fn a_question_waits_until_somebody_has_read_it_and_then_stands_on_every_page() {
    let house = House::open();
    let session = Session::moderated(&house);
    let phone = session.phone();
    phone.page().is(200).says(TITLE).says("ไม่มีชื่อ ไม่มีเวลา").says("ผู้ดำเนินรายการอ่านก่อน");
    let sent = phone.asks("เบิกค่าเดินทางเมื่อไร");
    assert!(sent.leads_to().ends_with("?done=asked"));
    phone.visitor.goes_on(&sent).says("ส่งแล้ว รอผู้ดำเนินรายการอ่าน").says("คำถามของท่านรออยู่ 1 ข้อ");
    assert!(phone.list().is_empty());
    session.desk.opens(&session.host()).says("เบิกค่าเดินทางเมื่อไร").says("รออ่าน (1)");
    session.phone().page().does_not_say("เบิกค่าเดินทาง");

    session.does("show", "เบิกค่าเดินทางเมื่อไร");
    assert_eq!(session.phone().list(), [("เบิกค่าเดินทางเมื่อไร".to_owned(), 0)]);
    house.visitor().opens(&format!("{}/screen", phone.room)).is(200).says("เบิกค่าเดินทางเมื่อไร").says(TITLE);
    phone.page().does_not_say("คำถามของท่านรออยู่");
}

#[test]
fn the_way_in_is_six_digits_however_they_are_typed() {
    let house = House::open();
    let session = Session::moderated(&house);
    let (code, visitor) = (session.code(), house.visitor());
    visitor.opens("/live").is(200).says("พิมพ์เลข 6 หลัก");
    let spaced = format!("/live?code={}+{}", &code[..3], &code[3..]);
    assert_eq!(visitor.opens(&spaced).leads_to(), format!("/live/{code}"));
    assert_eq!(visitor.opens(&format!("/en/live?code={code}")).leads_to(), format!("/en/live/{code}"));
    let wrong = if code == "000000" { "000001" } else { "000000" };
    visitor.opens(&format!("/live?code={wrong}")).is(422).says("ไม่มีห้องที่เปิดอยู่ของเลขนี้");
    visitor.opens("/live?code=12ab").is(422).says("พิมพ์ตัวเลข 6 หลัก");
    visitor.opens("/live?code=").is(422).says("พิมพ์ตัวเลข 6 หลัก");
    visitor.opens(&format!("/live/{wrong}")).is(404);
    visitor.opens("/live/x").is(404);
    visitor.opens(&format!("/live/{wrong}/events")).is(404);
}

#[test]
fn every_page_of_a_room_is_well_made_in_every_language() {
    let house = House::open();
    let session = Session::announced(&house, true);
    let in_both = |page: &str| {
        [(String::new(), "th"), ("/en".to_owned(), "en")].map(|(prefix, language)| (format!("{prefix}{page}"), language))
    };
    let host = session.host();
    for (address, language) in in_both(&host) {
        is_well_made(session.desk.opens(&address).is(200), language);
    }
    session.opens();
    let phone = session.phone();
    phone.asks("หนึ่ง");
    phone.asks("สอง");
    session.does("show", "หนึ่ง").does("now", "หนึ่ง").does("show", "สอง");
    phone.asks("สาม");
    for page in [host.clone(), format!("{host}/end"), "/desk/live".to_owned()] {
        for (address, language) in in_both(&page) {
            is_well_made(session.desk.opens(&address).is(200), language);
        }
    }
    for page in ["/live".to_owned(), phone.room.clone(), format!("{}?watch=yes", phone.room), format!("{}/screen", phone.room)] {
        for (address, language) in in_both(&page) {
            is_well_made(phone.visitor.opens(&address).is(200), language);
        }
    }
    let screen = phone.visitor.opens(&format!("{}/screen", phone.room));
    assert!(screen.body.contains("<svg") && !screen.body.contains("<form") && !screen.body.contains("<button"));
    session.ends();
    for (address, language) in in_both(&host) {
        is_well_made(session.desk.opens(&address).is(200), language);
    }
    for (address, language) in in_both(&phone.room) {
        is_well_made(phone.visitor.opens(&address).is(410), language);
    }
}

#[test]
fn a_question_that_is_sent_twice_is_one_and_other_words_from_the_same_page_are_another() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    let phone = session.phone();
    let page = phone.page();
    for _ in 0..2 {
        phone.sends(&page, &[("text", "ครั้งเดียว")]).is(303);
    }
    assert_eq!(phone.list().len(), 1);
    phone.sends(&page, &[("text", "อีกเรื่อง")]).is(303);
    assert_eq!(phone.list().len(), 2);
}

#[test]
fn a_browser_has_three_places_and_each_is_free_again_when_its_question_is_taken_up() {
    let house = House::open();
    let session = Session::moderated(&house);
    let phone = session.phone();
    for text in ["หนึ่ง", "สอง", "สาม"] {
        phone.asks(text).is(303);
    }
    let page = phone.asks("สี่");
    page.is(422).says("รออยู่ 3 ข้อแล้ว");
    assert!(page.body.contains(">สี่</textarea>"), "what was typed is still there");
    session.phone().asks("ของคนอื่น").is(303);
    session.does("hide", "สอง");
    phone.asks("สี่").is(303);
    phone.asks("ห้า").is(422);
}

#[test]
fn looking_leaves_nothing_in_a_browser_and_pressing_leaves_one_number() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    let phone = session.phone();
    for address in [phone.room.clone(), format!("{}/screen", phone.room), "/live".to_owned()] {
        assert_eq!(phone.visitor.opens(&address).header("set-cookie"), "", "{address}");
    }
    let sent = phone.asks("ถาม");
    let cookie = sent.header("set-cookie");
    assert!(
        cookie.starts_with("clearjai-live=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
        "{cookie}"
    );
    assert!(cookie.contains("Max-Age=43200"), "{cookie}");
    let kept = phone.visitor.cookie("clearjai-live").unwrap();
    phone.says_me_too("ถาม");
    assert_eq!(phone.visitor.cookie("clearjai-live").unwrap(), kept);
}

#[test]
fn nothing_that_is_kept_tells_words_or_browsers() {
    let house = House::open();
    let session = Session::moderated(&house);
    let phone = session.phone();
    phone.asks("คำที่ไม่ควรพบ");
    phone.asks("สั้น");
    session.does("show", "คำที่ไม่ควรพบ").does("show", "สั้น");
    phone.says_me_too("คำที่ไม่ควรพบ");
    phone.says_me_too("สั้น");
    let rows = house.place().all_rows();
    let kept = phone.visitor.cookie("clearjai-live").unwrap();
    let kept = data_encoding::HEXLOWER.encode(&data_encoding::BASE64URL_NOPAD.decode(kept.as_bytes()).unwrap());
    for (table, rows) in &rows {
        for row in rows {
            assert!(!row.contains("คำที่ไม่ควรพบ") && !row.to_lowercase().contains(&kept), "{table}: {row}");
        }
    }
    let votes = &rows["urn.live_votes"];
    assert_eq!(votes.len(), 2);
    let lengths: Vec<_> = rows["urn.live_questions"].iter().map(String::len).collect();
    assert!(lengths.iter().max().unwrap() - lengths.iter().min().unwrap() < 20, "texts have one length: {lengths:?}");
}

#[test]
fn after_the_end_nothing_more_is_taken_and_what_was_typed_can_be_copied() {
    let house = House::open();
    let session = Session::moderated(&house);
    let phone = session.phone();
    for text in ["ข้อหนึ่ง", "ข้อสอง", "ข้อสาม"] {
        phone.asks(text);
    }
    session.does("show", "ข้อหนึ่ง").does("show", "ข้อสอง").does("now", "ข้อหนึ่ง");
    for _ in 0..3 {
        session.phone().says_me_too("ข้อสอง");
    }
    session.phone().says_me_too("ข้อสอง");
    let page = phone.page();
    let id = super::session::button(&page, "vote", "ข้อสอง");
    session.desk.opens(&format!("{}/end", session.host())).says("เปิดใหม่ไม่ได้");
    session.ends();

    phone.sends(&page, &[("text", "มาช้า")]).is(410).says("จบแล้ว").says("มาช้า");
    phone.sends(&page, &[("vote", &id)]).is(410);
    phone.page().is(410).does_not_say("ข้อหนึ่ง");
    assert!(list(&phone.page()).is_empty());
    let summary = session.desk.opens(&session.host());
    summary.is(200).says("สรุป").says("ข้อหนึ่ง").says("ข้อสอง").does_not_say("ข้อสาม").says("น้อยกว่า 3");
    assert!(summary.body.contains("<td class=\"num\">4</td>"), "{}", summary.text());
    let rows = house.place().all_rows();
    assert!(rows["urn.live_votes"].is_empty());
    assert_eq!(rows["urn.live_questions"].len(), 2);
    // It cannot be opened again, not by an old page either.
    session.desk.posts(&session.host(), &[("key", &session.desk.opens("/account").field("key")), ("open", "yes")]).is(303);
    phone.page().is(410);
}
