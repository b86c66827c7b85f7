//! A server that is killed every second while a department hands in.
//!
//! A real process, ended by SIGKILL and started again; clients that send again until they have an answer. On
//! SQLite, or on PostgreSQL where `TEST_DATABASE_URL` says so. For a few seconds, or as long as
//! `CLEARJAI_TEST_ENDURANCE` says.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a story that cannot go on should say where")]

mod client;
#[path = "../flows/house/place.rs"]
#[expect(dead_code, reason = "stories ask for more")]
mod place;
#[path = "../../benches/wall/round.rs"]
#[expect(dead_code, reason = "the bench asks for more")]
mod round;
mod server;

use std::{
    env,
    error::Error,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use client::{Client, Counts};
use place::Place;
use round::Round;
use server::Server;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

const PEOPLE: usize = 400;
const CLIENTS: usize = 16;
const A_LIFE: Duration = Duration::from_secs(1);

#[test]
fn every_ballot_that_was_acknowledged_is_there_once_though_the_server_is_killed_every_second() {
    let seconds = env::var("CLEARJAI_TEST_ENDURANCE").map_or(5, |seconds| seconds.parse().unwrap());
    let place = Place::new();
    let round = Round::open(&place.settings(), PEOPLE).unwrap();
    let mut server = Server::start(&place);
    let (address, over, next) = (server.address(), AtomicBool::new(false), AtomicUsize::new(0));

    let (clients, counts) = thread::scope(|threads| {
        let some = || {
            let (mut mine, mut counts) = (Vec::new(), Counts::default());
            while let Some(link) = round.links.get(next.fetch_add(1, Ordering::Relaxed)) {
                let mut client = Client::new(&round, link, &address);
                client.collects(&mut counts);
                client.hands_in(&mut counts);
                mine.push(client);
            }
            // When everybody has handed in they think better of it, again and again.
            while !over.load(Ordering::Relaxed) {
                for client in &mut mine {
                    client.replaces(&mut counts);
                }
            }
            (mine, counts)
        };
        let running: Vec<_> = (0..CLIENTS).map(|_| threads.spawn(some)).collect();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(seconds) {
            thread::sleep(A_LIFE);
            server.is_killed_and_starts_again();
        }
        over.store(true, Ordering::Relaxed);
        let (mut clients, mut counts) = (Vec::new(), Counts::default());
        for one in running {
            let (some, counted) = one.join().unwrap();
            clients.extend(some);
            counts.add(&counted);
        }
        (clients, counts)
    });

    println!("{} kills; {counts}", server.kills);
    assert_eq!(clients.len(), PEOPLE);
    for client in &clients {
        client.finds_its_last_ballot();
        client.cannot_collect_twice();
    }
    let rows = server.ballots_in_the_urn(&place);
    assert_eq!(usize::try_from(rows).unwrap(), PEOPLE, "none is lost and none is there twice");
    assert!(counts.interrupted > 0, "nothing was interrupted, so that nothing was tried");
}
