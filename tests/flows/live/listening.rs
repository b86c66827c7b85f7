//! What is told as it happens, to everybody who listens.

use super::session::{Ear, Phone, Session};
use crate::house::House;

fn texts(told: &serde_json::Value) -> Vec<String> {
    told["texts"].as_object().unwrap().values().map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn everybody_hears_what_is_asked_answered_and_wanted_as_it_happens() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    let phone = session.phone();
    let events = format!("{}/events", phone.room);
    let mut ear = Ear::at(&house, &events);
    assert!(ear.head.starts_with("http/1.1 200") && ear.head.contains("content-type: text/event-stream"), "{}", ear.head);
    assert!(ear.head.contains("cache-control: no-store") && ear.head.contains("x-accel-buffering: no"), "{}", ear.head);
    assert!(!ear.head.contains("content-encoding") && !ear.head.contains("set-cookie"), "{}", ear.head);
    assert_eq!(ear.line("retry: "), "3000");
    assert_eq!(ear.hears()["list"].as_array().unwrap().len(), 0);

    phone.asks("ค่าเดินทาง \"<b>\"");
    let told = ear.hears();
    assert_eq!(texts(&told), ["ค่าเดินทาง \"<b>\""]);
    phone.says_me_too("ค่าเดินทาง");
    let told = ear.hears();
    assert_eq!((told["list"][0][1].as_i64(), texts(&told).len()), (Some(1), 0), "words are told once");

    let mut late = Ear::with(&house, &events, "Last-Event-ID: 77\r\n");
    let told = late.hears();
    assert_eq!((told["list"][0][1].as_i64(), texts(&told).len()), (Some(1), 1), "whoever comes late is told everything");

    session.does("now", "ค่าเดินทาง");
    for ear in [&mut ear, &mut late] {
        let told = ear.hears();
        assert!(told["list"].as_array().unwrap().is_empty() && told["now"][1] == 1, "{told}");
    }
    session.does("answered", "ค่าเดินทาง");
    assert_eq!(ear.hears()["answered"], 1);

    session.ends();
    for ear in [&mut ear, &mut late] {
        assert_eq!(ear.line("event: "), "closed");
        assert!(ear.is_over());
    }
    assert!(Ear::at(&house, &events).head.starts_with("http/1.1 204"), "browsers do not ask again");
}

#[test]
fn what_waits_is_told_to_the_host_alone_and_without_its_words() {
    let house = House::open();
    let session = Session::moderated(&house);
    let phone = session.phone();
    let cookie = format!("Cookie: clearjai={}\r\n", session.desk.cookie("clearjai").unwrap());
    let mut host = Ear::with(&house, &format!("{}/events", session.host()), &cookie);
    let mut ear = Ear::at(&house, &format!("{}/events", phone.room));
    assert_eq!(host.line("data: "), "{}");
    ear.hears();
    phone.asks("รออยู่");
    assert_eq!(host.line("data: "), "{}");
    session.does("show", "รออยู่");
    assert_eq!(texts(&ear.hears()), ["รออยู่"], "nothing was told before");
    assert!(Ear::at(&house, &format!("{}/events", session.host())).head.starts_with("http/1.1 303"));
}

#[test]
fn what_is_done_at_one_server_is_heard_at_the_other() {
    let house = House::open();
    let session = Session::unmoderated(&house);
    let other = house.beside();
    let phone = session.phone();
    let mut ear = Ear::at(&other, &format!("{}/events", phone.room));
    ear.hears();
    phone.asks("ได้ยินไหม");
    assert_eq!(texts(&ear.hears()), ["ได้ยินไหม"]);
    let there = Phone { visitor: other.visitor(), room: phone.room.clone() };
    there.says_me_too("ได้ยินไหม");
    phone.says_me_too("ได้ยินไหม");
    let told = ear.hears_until(|told| told["list"][0][1] == 2);
    assert_eq!(told["list"].as_array().unwrap().len(), 1);
    session.ends();
    assert_eq!(ear.line("event: "), "closed");
}

#[test]
fn whoever_goes_gives_their_seat_back_and_a_server_that_stops_sends_everybody_home() {
    let house = House::open_alone(&[]);
    let session = Session::unmoderated(&house);
    let events = format!("/live/{}/events", session.code());
    let mut ears: Vec<_> = (0..5).map(|_| Ear::at(&house, &events)).collect();
    for ear in &mut ears {
        ear.hears();
    }
    assert_eq!(house.rooms.live.listeners(), 5);
    ears.truncate(2);
    // A connection that is gone is noticed when something is said on it.
    let phone = session.phone();
    phone.asks("ใครยังฟังอยู่");
    for _ in 0..100 {
        phone.says_me_too("ใครยังฟังอยู่");
        phone.takes_it_back("ใครยังฟังอยู่");
        if house.rooms.live.listeners() == 2 {
            break;
        }
    }
    assert_eq!(house.rooms.live.listeners(), 2);
    house.rooms.live.shut();
    for ear in &mut ears {
        assert!(ear.is_over());
    }
    let late = Ear::at(&house, &events);
    assert!(late.head.starts_with("http/1.1 503") && late.head.contains("retry-after: 30"), "{}", late.head);
}
