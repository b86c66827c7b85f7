//! Seats and vouchers from a personal link: handed out once, signed unseen, and shown to nobody.

use clearjai::{clock::DAY, notices::Voucher, papers::Bytes};
use serde_json::json;

use super::scene::*;
use crate::{
    campaigns::scene::settled,
    house::House,
    wall::respondent::{call, is_refused},
};

#[test]
fn seats_are_handed_out_once_and_the_same_again_is_signed_again() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let link = &scene.links(id)[0];
    let guest = Guest::with(&house, link);
    let signatures = guest.takes();
    assert_eq!(signatures.len(), 3);
    assert_eq!(guest.takes(), signatures);
    let other = Guest::with(&house, link);
    is_refused(&other.asks_to_sign(&other.blinded()), 409, "already_taken");
    // In another order they are others.
    let mut turned = guest.blinded();
    turned.reverse();
    is_refused(&guest.asks_to_sign(&turned), 409, "already_taken");
    assert_eq!(guest.takes(), signatures);
}

#[test]
fn what_is_no_seat_is_refused_and_takes_none() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let guest = Guest::with(&house, &scene.links(id)[0]);
    let good = guest.blinded();
    let with = |bad: Vec<u8>| vec![good[0].clone(), bad, good[2].clone()];
    let one = [vec![0; 255], vec![1]].concat();
    for bad in [vec![0; 256], one, vec![255; 256], vec![7; 255], vec![]] {
        is_refused(&guest.asks_to_sign(&with(bad)), 422, "not_a_blinded_message");
    }
    for number in [&good[..2], &[&good[..], &good[..1]].concat(), &[]] {
        is_refused(&guest.asks_to_sign(number), 422, "wrong_number");
    }
    is_refused(&call(&house, "/api/v1/clinic/seats", Some("{}")), 400, "malformed");
    let unknown = json!({ "link": "0000000000000000", "blinded": good.iter().cloned().map(Bytes).collect::<Vec<_>>() });
    is_refused(&call(&house, "/api/v1/clinic/seats", Some(&unknown.to_string())), 404, "no_such_link");
    is_refused(&asks_about(&house, "x"), 404, "no_such_link");
    assert_eq!(guest.takes().len(), 3);
}

#[test]
fn whether_enough_have_taken_seats_is_known_and_stays_known() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let links = scene.links(id);
    for link in &links[..4] {
        Guest::with(&house, link).takes();
        assert!(!scene.have_k_taken(id));
    }
    Guest::with(&house, &links[4]).takes();
    assert!(scene.have_k_taken(id));
    house.turn(10 * DAY);
    house.timetable_runs();
    assert!(scene.have_k_taken(id) && scene.links(id).is_empty());
}

#[test]
fn a_voucher_carries_the_name_and_leaves_nothing_behind() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let guest = Guest::with(&house, &scene.links(id)[0]);
    let before = house.place().all_rows();
    let (status, told) = guest.asks_for_voucher();
    assert_eq!(status, 200, "{told}");
    let voucher = Voucher::read(&house.rooms.master, told["voucher"].as_str().unwrap(), house.clock.now()).unwrap();
    assert!(voucher.meeting == id && voucher.name.starts_with("บุคคล") && voucher.unit.starts_with("หน่วยงาน"));
    assert_eq!(house.place().all_rows(), before);
    // By name needs no seat, and takes none.
    assert_eq!(guest.takes().len(), 3);
}

#[test]
fn looking_changes_nothing_and_sets_no_cookie() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let link = scene.links(id)[0].clone();
    let somebody = house.visitor();
    let before = house.place().all_rows();
    for address in ["", "/seats", "/voucher"].map(|below| format!("/c/{link}{below}")) {
        let page = somebody.opens(&address);
        assert!(page.status == 200 || page.leads_to() == format!("/c/{link}"));
        assert!(!page.headers.contains_key("set-cookie"));
        somebody.glances_at(&address);
    }
    let page = somebody.opens(&format!("/c/{link}"));
    crate::pages::is_well_made(page.says("ถามโดยไม่บอกชื่อ").says("ถามโดยบอกชื่อ").says("5 คน"), "th");
    crate::pages::is_well_made(somebody.opens(&format!("/en/c/{link}")).is(200).says("Ask with my name"), "en");
    let title = page.body.split("<title>").nth(1).unwrap().split('<').next().unwrap();
    assert!(!title.contains("ครั้งที่"), "{title}");
    assert_eq!(house.place().all_rows(), before);
    // It says nothing of what was done with it.
    Guest::with(&house, &link).takes();
    assert_eq!(settled(&somebody.opens(&format!("/c/{link}"))), settled(&page));
    somebody.opens("/c/0000000000000000").is(404).says("ลิงก์นี้ใช้ไม่ได้");
}

#[test]
fn a_browser_without_scripts_gets_its_seats_and_its_name_by_forms() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let link = scene.links(id)[0].clone();
    let guest = Guest::with(&house, &link);
    let somebody = house.visitor();
    let page = somebody.posts(&format!("/c/{link}/seats"), &[]);
    crate::pages::is_well_made(page.is(200).says("คำมั่นจึงอ่อนกว่า").says("เขียนเรื่องที่ 3"), "th");
    let key = &guest.notice.key.as_ref().unwrap().0;
    let mut verifier = clearjai::credentials::verify::PublicKey::from_spki(key).unwrap().verifier().unwrap();
    let bytes = |text: &String| data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
    let (messages, signatures) = (page.fields("message"), page.fields("signature"));
    assert_eq!((messages.len(), signatures.len(), page.field("meeting")), (3, 3, id.to_string()));
    for (message, signature) in messages.iter().zip(&signatures) {
        let message = bytes(message).try_into().unwrap();
        assert!(verifier.accepts(&clearjai::credentials::verify::PreparedMessage::from_bytes(message), &bytes(signature)));
    }
    assert_eq!(page.addresses("/clinic/ask"), vec![format!("/clinic/ask?session={id}"); 3]);
    somebody.posts(&format!("/c/{link}/seats"), &[]).is(200).says("สิทธิ์ของลิงก์นี้ออกไปแล้ว");
    let page = somebody.posts(&format!("/c/{link}/voucher"), &[]);
    page.is(200).says("ในชื่อ บุคคล");
    assert!(Voucher::read(&house.rooms.master, &page.field("voucher"), house.clock.now()).is_some());
    somebody.posts("/c/0000000000000000/voucher", &[]).is(404);
    somebody.posts("/c/0000000000000000/seats", &[]).is(404);
}

#[test]
fn nobody_is_shown_who_or_how_many_have_taken_seats() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let pages = || {
        let of_hr = [
            "/hr/sessions".to_owned(),
            format!("/hr/sessions/{id}/slips"),
            format!("/hr/sessions/{id}/slips/check?who=everybody"),
        ];
        let of_coordinator = ["/desk/sessions".to_owned(), at(id, ""), at(id, "/cancellation"), at(id, "/extension")];
        let mut seen: Vec<String> = of_hr.iter().map(|address| settled(scene.hr.opens(address).is(200))).collect();
        seen.extend(of_coordinator.iter().map(|address| settled(scene.coordinator.opens(address).is(200))));
        seen
    };
    let before = pages();
    for link in &scene.links(id)[..7] {
        Guest::with(&house, link).takes();
    }
    assert_eq!(pages(), before);
}

#[test]
fn nothing_is_taken_before_it_begins_or_in_a_way_that_is_not_offered() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[("opens_day", "24"), ("ways", "by_seat")]);
    let link = scene.links(id)[0].clone();
    let guest = Guest::with(&house, &link);
    is_refused(&guest.asks_to_sign(&guest.blinded()), 409, "not_open_yet");
    is_refused(&guest.asks_for_voucher(), 409, "not_open_yet");
    house.visitor().opens(&format!("/c/{link}")).is(200).says("ยังไม่ถึงเวลารับเรื่อง");
    house.turn(3 * DAY);
    guest.takes();
    is_refused(&guest.asks_for_voucher(), 409, "not_this_way");
    house.visitor().opens(&format!("/c/{link}")).does_not_say("ถามโดยบอกชื่อ");
    house.visitor().posts(&format!("/c/{link}/voucher"), &[]).is(404);
    house.turn(4 * DAY);
    is_refused(&guest.asks_to_sign(&guest.blinded()), 410, "closed");
    house.visitor().opens(&format!("/c/{link}")).says("เลิกรับเรื่องของครั้งนี้แล้ว");
}
