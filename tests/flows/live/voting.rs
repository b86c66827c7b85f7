//! "Me too": once for a browser, and back again.

use super::session::{Session, button, stranger_sends};
use crate::house::House;

#[test]
fn questions_rise_by_me_too_once_for_each_browser_and_sink_when_it_is_taken_back() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    let phones = [session.phone(), session.phone(), session.phone()];
    phones[0].asks("ที่จอดรถ");
    phones[0].asks("ค่าเดินทาง");
    phones[1].says_me_too("ค่าเดินทาง").is(303);
    assert_eq!(phones[2].list()[0], ("ค่าเดินทาง".to_owned(), 1));
    for phone in &phones[1..] {
        phone.says_me_too("ที่จอดรถ");
    }
    assert_eq!(phones[0].list(), [("ที่จอดรถ".to_owned(), 2), ("ค่าเดินทาง".to_owned(), 1)]);
    let page = phones[1].page();
    assert_eq!(page.body.matches("aria-pressed=\"true\"").count(), 2);
    phones[1].sends(&page, &[("vote", &button(&page, "unvote", "ที่จอดรถ"))]).is(303);
    assert_eq!(phones[0].list()[0].1, 2, "a second time does not count");
    phones[1].takes_it_back("ที่จอดรถ").is(303);
    phones[2].takes_it_back("ที่จอดรถ").is(303);
    assert_eq!(phones[0].list()[0], ("ค่าเดินทาง".to_owned(), 1));
    let back = phones[2].page();
    phones[2].sends(&back, &[("unvote", &button(&back, "vote", "ที่จอดรถ"))]).is(303);
    assert_eq!(phones[0].list()[1], ("ที่จอดรถ".to_owned(), 0), "what was never said cannot be taken back");
}

#[test]
fn the_first_press_sent_twice_at_once_counts_once() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    session.phone().asks("ถาม");
    let phone = session.phone();
    let page = phone.page();
    let (browser, key, id) = (page.field("browser"), page.field("key"), button(&page, "vote", "ถาม"));
    // Two presses before the browser has kept anything: as from two browsers, but from the same page.
    for visitor in [house.visitor(), house.visitor()] {
        visitor.posts(&phone.room, &[("key", &key), ("browser", &browser), ("vote", &id)]).is(303);
    }
    assert_eq!(phone.list()[0].1, 1);
}

#[test]
fn many_phones_that_press_at_once_are_all_counted() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    session.phone().asks("ถาม");
    let room = house.url(&session.phone().room);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| (0..5).for_each(|_| assert_eq!(stranger_sends(&room, None, Some("ถาม")), 303)));
        }
    });
    assert_eq!(session.phone().list()[0].1, 40);
}

#[test]
fn what_is_not_shown_takes_no_votes() {
    let house = House::open();
    let session = Session::moderated(&house);
    let phone = session.phone();
    phone.asks("รออยู่");
    let id = button(&session.desk.opens(&session.host()), "show", "รออยู่");
    let page = phone.page();
    phone.sends(&page, &[("vote", &id)]).is(303);
    session.does("show", "รออยู่");
    assert_eq!(phone.list()[0].1, 0);
    phone.says_me_too("รออยู่");
    session.does("hide", "รออยู่");
    phone.sends(&page, &[("unvote", &id)]).is(303);
    session.does("show", "รออยู่");
    assert_eq!(phone.list()[0].1, 1);
}
