//! What a letter is charged with, what it waits for, and what an ordinary stop does to it.

use std::{
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use clearjai::clock::Clock;

use crate::{
    A_DAY, addresses,
    office::{ASKED, Office},
    place::Place,
    sink::Sink,
};

#[test]
fn an_order_is_tried_until_its_scribe_does_not_want_it() {
    let place = Place::new();
    let Some(sink) = Sink::open(place.folder(), "0") else { return };
    let clock = Clock::by_hand(A_DAY);
    let office = Office::open(&place, &sink.settings(), clock.clone());
    office.orders(&["rcpt-450.anan@example.go.th".to_owned()]);
    for _ in 0..15 {
        let round = office.courier_runs();
        assert_eq!((round.later, round.given_up, round.single.later), (1, 0, 0));
        clock.turn(Duration::from_secs(30 * 3600));
    }
}

#[test]
fn an_order_that_this_version_cannot_read_waits_and_is_counted_nowhere() {
    let place = Place::new();
    let Some(sink) = Sink::open(place.folder(), "0") else { return };
    let office = Office::open(&place, &sink.settings(), Clock::by_hand(A_DAY));
    office.orders(&addresses(1));
    place.in_the_register("UPDATE outbox SET sealed = recipient");
    let round = office.courier_runs();
    assert_eq!((round.later, round.given_up, round.dropped), (1, 0, 0));
    assert_eq!((round.single.later, round.single.given_up), (0, 0));
    assert!(office.waiting().of_campaigns);
}

#[test]
fn letters_to_many_hold_up_no_letter_to_one_and_nothing_is_taken_when_the_pace_is_used_up() {
    let place = Place::new();
    let Some(sink) = Sink::open(place.folder(), "0") else { return };
    let clock = Clock::by_hand(A_DAY);
    let mut settings = sink.settings();
    settings.push(("CLEARJAI_MAIL_PER_MINUTE".to_owned(), "3".to_owned()));
    let office = Office::open(&place, &settings, clock.clone());
    office.orders(&addresses(10));
    clock.turn(Duration::from_secs(3600));
    office.posts(&["anan@example.go.th".to_owned()]);
    let round = office.courier_runs();
    assert_eq!((round.sent, round.single.sent), (3, 1));
    assert!(!office.is_any_due(), "the pace of this minute is used up");
    clock.turn(Duration::from_secs(60));
    assert!(office.is_any_due());
}

#[test]
fn whether_a_letter_is_wanted_is_asked_when_the_mail_server_is_ready_for_it() {
    let place = Place::new();
    let Some(sink) = Sink::open(place.folder(), "0") else { return };
    let to = "asked.anan@example.go.th".to_owned();
    let clock = Clock::by_hand(A_DAY);
    let mut office = Office::open(&place, &sink.settings(), clock.clone());
    let ready =
        std::mem::replace(&mut office.house.courier.transport, clearjai::mail::Transport::smtp("smtp://127.0.0.1:1").unwrap());
    office.orders(std::slice::from_ref(&to));
    assert_eq!(office.courier_runs().later, 1);
    assert!(!ASKED.lock().unwrap().contains(&to), "nobody could have been written to");
    office.house.courier.transport = ready;
    clock.turn(Duration::from_secs(10));
    assert_eq!(office.courier_runs().sent, 1);
    assert!(ASKED.lock().unwrap().contains(&to));
}

#[test]
fn whoever_asks_the_program_to_stop_cuts_no_letter_off() {
    let place = Place::new();
    let Some(sink) = Sink::open(place.folder(), "0.5") else { return };
    let office = Office::open(&place, &sink.settings(), Clock::System);
    office.posts(&addresses(60));
    let mut command = Command::new(env!("CARGO_BIN_EXE_clearjai"));
    command.arg("serve").env_clear().envs(place.settings()).envs(sink.settings()).stdout(Stdio::null());
    let mut server = command.spawn().unwrap();
    while sink.letters().is_empty() {
        thread::sleep(Duration::from_millis(20));
        assert!(server.try_wait().unwrap().is_none(), "the server ended by itself");
    }
    assert!(Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap().success());
    assert!(server.wait().unwrap().success());
    place.in_the_register("CREATE TABLE proof (cut_off INTEGER CHECK (cut_off = 0)); INSERT INTO proof SELECT count(*) FROM outbox WHERE leased_until > 0; DROP TABLE proof");
    let waiting = usize::try_from(office.waiting().letters).unwrap();
    assert!(waiting > 0, "the server had sent everything before it was asked to stop");
    assert_eq!(sink.letters().len() + waiting, 60);
}
