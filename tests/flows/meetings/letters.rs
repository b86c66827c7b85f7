//! Invitations: in the language of whoever reads them, with a link that leads in and by which the notice can be checked.

use super::scene::*;
use crate::house::House;

#[test]
fn a_letter_says_what_it_is_and_its_link_leads_in() {
    let house = House::open();
    let scene = Scene::new(&house);
    house.place().in_the_register("UPDATE people SET language = 'en' WHERE number = '7'");
    let id = scene.opened(&[]);
    let letter = house.letter_to("p3@example.go.th");
    let text = letter.text();
    for said in ["คลินิกเคลียร์ใจ ครั้งที่ 1", "30 พฤศจิกายน", "13.30", "ห้องประชุม 2", "ผู้ตอบ: ฝ่ายคลัง", "calendar.ics", "รหัสตรวจสอบ"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("บุคคล") && !text.contains('\u{2060}'), "{text}");
    let link = letter.link();
    let (address, hash) = link.split_once('#').unwrap();
    house.visitor().opens(address).is(200).says("ถามโดยไม่บอกชื่อ");
    let guest = Guest::with(&house, address.trim_start_matches("/c/"));
    let written = guest.notice.write().unwrap();
    assert_eq!(hash, clearjai::notices::NoticeHash::of(&written).to_hex());
    assert_eq!(guest.notice.meeting, id);
    let english = house.letter_to("p7@example.go.th").text();
    assert!(english.contains("You are invited to Clinic 1") && english.contains("/en/c/"), "{english}");
}

#[test]
fn letters_that_are_not_wanted_any_more_are_not_sent() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.plans(&[]);
    scene.opens(id).is(303);
    crate::eligible::crew::departs(&house, "5");
    house.courier_runs();
    let to: Vec<_> = house.letters().iter().map(|letter| letter.header("To")).filter(|to| to.starts_with('p')).collect();
    assert!(to.len() == 53 && !to.iter().any(|to| to.starts_with("p5@")), "{}", to.len());
}

#[test]
fn what_waits_in_the_outbox_tells_nothing_and_nobody_is_counted() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.plans(&[]);
    scene.opens(id).is(303);
    let rows = house.place().all_rows();
    let outbox = rows.iter().find(|(table, _)| table.ends_with("outbox")).unwrap().1;
    assert_eq!(outbox.len(), 54);
    assert!(outbox.iter().all(|row| !row.contains("example.go.th") && !row.contains(&id.to_string())));
    let page = scene.admin.opens("/admin/mail");
    assert!(page.is(200).text().split_whitespace().all(|word| word != "54"), "{}", page.text());
    house.courier_runs();
}
