//! Letters on their way to a mail server that no one here wrote, read back by Python's own `email` package.
//!
//! Needs `CLEARJAI_TEST_PYTHON`, a Python with `tests/letters/requirements.txt`; without it these stories are
//! passed over, unless `CLEARJAI_TEST_REQUIRE` says otherwise. On SQLite, or on PostgreSQL where
//! `TEST_DATABASE_URL` says so.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a story that cannot go on should say where"
)]

mod fairness;
mod office;
#[path = "../flows/house/place.rs"]
#[expect(dead_code, reason = "stories ask for more")]
mod place;
#[path = "../endurance/server.rs"]
#[expect(dead_code, reason = "the endurance test asks for more")]
mod server;
mod sink;
mod tls;

use std::{
    collections::{BTreeMap, BTreeSet},
    thread,
    time::{Duration, Instant},
};

use clearjai::clock::{Clock, Moment};
use office::{GIVEN_UP, Office};
use place::Place;
use server::Server;
use sink::Sink;

const LETTERS: usize = 1_000;
/// Noon in Bangkok, 21 November 2569.
const A_DAY: Moment = Moment::from_micros(1_795_237_200_000_000);

fn addresses(many: usize) -> Vec<String> {
    (0..many).map(|number| format!("person{number}@example.go.th")).collect()
}

#[test]
fn a_thousand_orders_arrive_once_each_and_are_read_as_they_were_written() {
    let place = Place::new();
    let Some(sink) = Sink::open(place.folder(), "0") else { return };
    let office = Office::open(&place, &sink.settings(), Clock::System);
    let addresses = addresses(LETTERS);
    assert_eq!(office.orders(&addresses), LETTERS);
    assert_eq!(office.orders(&addresses), 0, "nobody gets two letters of one campaign");
    office.orders(&["nothing1@example.go.th".to_owned(), "nothing2@example.go.th".to_owned()]);
    let round = office.courier_runs();
    assert_eq!((round.sent, round.dropped, round.later, round.given_up), (LETTERS, 2, 0, 0));
    assert_eq!(round.single.sent, 0, "letters of a campaign are not counted where somebody sees it");
    assert!(!office.waiting().of_campaigns);

    let letters = sink.letters();
    let to: BTreeSet<_> = letters.iter().map(|letter| letter["to"].as_str().unwrap().to_owned()).collect();
    assert_eq!((letters.len(), to), (LETTERS, addresses.into_iter().collect()));
    let ids: BTreeSet<_> = letters.iter().map(|letter| letter["message_id"].to_string()).collect();
    assert_eq!(ids.len(), LETTERS);
    for letter in &letters {
        let address = letter["to"].as_str().unwrap();
        let written = office::letter(address);
        assert_eq!(letter["envelope_to"], serde_json::json!([address]));
        assert_eq!(letter["subject"], written.subject);
        assert_eq!(letter["from"], "เคลียร์ใจ <no-reply@example.go.th>");
        assert_eq!(letter["message_id"], format!("<{}@clear.example>", office::letter_id(address)));
        assert_eq!((&letter["has_date"], &letter["is_ascii"]), (&true.into(), &true.into()));
        assert!(letter["longest_line"].as_u64().unwrap() <= 998 && letter["defects"].as_array().unwrap().is_empty(), "{letter}");
        let (text, html) = (letter["text"].as_str().unwrap(), letter["html"].as_str().unwrap());
        let link = format!("https://clear.example/t/{address}");
        for said in ["แบบสำรวจนี้ไม่เก็บชื่อของท่าน", ".จุดหน้าบรรทัด", &link, "กรมตัวอย่าง", "โทร. 1234"]
        {
            assert!(text.contains(said) && html.contains(said), "{said}");
        }
        let headers = &letter["headers"];
        assert_eq!(headers["auto-submitted"], "auto-generated");
        assert_eq!(headers["x-auto-response-suppress"], "All");
        assert_eq!(headers["list-unsubscribe"], format!("<{link}/stop>"));
        assert_eq!(headers["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
        assert!(headers["content-type"].as_str().unwrap().starts_with("multipart/alternative"));
    }
}

#[test]
fn what_a_server_refuses_is_sent_later_or_never_by_what_it_says() {
    let place = Place::new();
    let Some(sink) = Sink::open(place.folder(), "0") else { return };
    let clock = Clock::by_hand(A_DAY);
    let mut office = Office::open(&place, &sink.settings(), clock.clone());
    office.house.courier.transport = office.house.courier.transport.clone().with_patience(Duration::from_secs(2));
    let to = |plan: &str| format!("{plan}.anan@example.go.th");
    let later = ["rcpt-421", "rcpt-450", "rcpt-451", "rcpt-452-4x2x2", "data-421", "data-450", "data-451", "close", "hang"];
    let later: Vec<_> = later.iter().map(|plan| to(&format!("{plan}-once"))).collect();
    let ours = to("rcpt-554-5x7x1-once");
    let bad = ["rcpt-550", "rcpt-550-5x1x1", "rcpt-552-5x2x2", "rcpt-553", "data-550-5x1x1", "data-552-5x2x2"];
    let bad: BTreeSet<_> = bad.iter().map(|plan| to(plan)).collect();
    let unwanted: BTreeSet<_> = ["data-554-5x7x1", "data-552-5x3x4"].iter().map(|plan| to(plan)).collect();
    let well = addresses(20);
    for some in [&later, &vec![ours], &bad.iter().cloned().collect(), &unwanted.iter().cloned().collect(), &well] {
        office.orders(some);
    }
    let round = office.courier_runs();
    assert_eq!((round.sent, round.later, round.given_up), (20, later.len() + 1, bad.len() + unwanted.len()));
    assert_eq!(office.courier_runs().sent, 0, "not before the pause is over");
    let given_up = std::mem::take(&mut *GIVEN_UP.lock().unwrap());
    let blamed =
        |blamed: bool| -> BTreeSet<_> { given_up.iter().filter(|it| it.1 == blamed && it.2).map(|it| it.0.clone()).collect() };
    assert_eq!((blamed(true), blamed(false)), (bad, unwanted));

    clock.turn(Duration::from_secs(80));
    let round = office.courier_runs();
    assert_eq!((round.sent, round.later, round.given_up), (later.len() + 1, 0, 0));
    assert!(!office.waiting().of_campaigns, "nothing lies there any more");
    assert_eq!(sink.letters().len(), 20 + later.len() + 1);
}

#[test]
fn no_letter_is_lost_though_the_server_is_killed_every_two_seconds() {
    let place = Place::new();
    let Some(sink) = Sink::open(place.folder(), "0.06") else { return };
    let office = Office::open(&place, &sink.settings(), Clock::System);
    let addresses = addresses(LETTERS);
    office.posts(&addresses);
    let mut server = Server::start_with(&place, &sink.settings());
    let begun = Instant::now();
    while office.waiting().letters > 0 {
        assert!(begun.elapsed() < Duration::from_secs(180), "{} letters are left", office.waiting().letters);
        thread::sleep(Duration::from_secs(2));
        // The last ones wait until the leases of those who died with them run out; then nobody is killed.
        if sink.letters().len() < LETTERS - 50 {
            server.is_killed_and_starts_again();
        }
    }
    let mut copies: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for letter in sink.letters() {
        let to = letter["to"].as_str().unwrap().to_owned();
        copies.entry(to).or_default().push(letter["message_id"].as_str().unwrap().to_owned());
    }
    let repeated = copies.values().map(|ids| ids.len() - 1).sum::<usize>();
    println!("{} kills, {repeated} letters repeated, {:.1?}", server.kills, begun.elapsed());
    assert!(server.kills >= 2, "the server was not killed, so that nothing was tried");
    assert_eq!(copies.keys().cloned().collect::<BTreeSet<_>>(), addresses.into_iter().collect());
    for (to, ids) in &copies {
        assert!(ids.iter().all(|id| *id == ids[0]), "{to}: {ids:?}");
    }
    assert!(repeated <= server.kills * 8, "more were repeated than were in conversation");
}

#[test]
fn two_servers_send_each_letter_once_and_keep_one_pace() {
    let place = Place::new();
    let Some(sink) = Sink::open(place.folder(), "0.005") else { return };
    let clock = Clock::by_hand(A_DAY);
    let mut settings = sink.settings();
    settings.push(("CLEARJAI_MAIL_PER_MINUTE".to_owned(), "150".to_owned()));
    let offices = [Office::open(&place, &settings, clock.clone()), Office::open(&place, &settings, clock.clone())];
    let addresses = addresses(400);
    offices[0].orders(&addresses);
    for minute in 1..=3 {
        thread::scope(|threads| {
            for office in &offices {
                threads.spawn(|| office.courier_runs());
            }
        });
        assert_eq!(sink.letters().len(), 400.min(150 * minute), "both together send no more than 150 in a minute");
        clock.turn(Duration::from_secs(60));
    }
    let to: BTreeSet<_> = sink.letters().iter().map(|letter| letter["to"].as_str().unwrap().to_owned()).collect();
    assert_eq!(to, addresses.into_iter().collect());
}
