//! Two servers over one PostgreSQL that take turns, request by request. Every second one of them is killed.
//!
//! Passed over on `SQLite`: a database in files belongs to one server.

use std::{thread, time::Duration};

use crate::{Turn, crowd, place::Place, round::Round, server::Server};

const PEOPLE: usize = 240;
const A_LIFE: Duration = Duration::from_secs(1);

#[test]
fn every_ballot_is_there_once_though_one_of_two_servers_is_killed_every_second() {
    let turn = Turn::comes();
    let place = Place::new();
    if place.is_sqlite() {
        println!("skipped: one server has a database in files");
        return;
    }
    let round = Round::open(&place.settings(), PEOPLE).unwrap();
    let mut servers = [Server::start(&place), Server::start(&place)];
    let doors = servers.each_ref().map(Server::address);
    let doors: Vec<&str> = doors.iter().map(String::as_str).collect();
    let (clients, counts) = crowd::hands_in_while(&round, &round.links, &doors, || {
        while !turn.is_over() || servers[1].kills < 2 {
            for server in &mut servers {
                thread::sleep(A_LIFE);
                server.is_killed_and_starts_again();
            }
        }
    });
    println!("two servers: {} kills; {counts}", servers[0].kills + servers[1].kills);
    assert_eq!(clients.len(), PEOPLE);
    for client in &clients {
        client.finds_its_last_ballot();
        client.cannot_collect_twice();
    }
    let rows = servers[0].ballots_in_the_urn(&place);
    assert_eq!(usize::try_from(rows).unwrap(), PEOPLE, "none is lost and none is there twice");
    assert!(counts.interrupted > 0, "nothing was interrupted, so that nothing was tried");
    counts.nothing_broke();
}

#[test]
fn two_servers_that_start_at_once_over_empty_databases_both_run() {
    let _turn = Turn::comes();
    if Place::new().is_sqlite() {
        println!("skipped: one server has a database in files");
        return;
    }
    for _ in 0..3 {
        let place = Place::new();
        // As on two machines, which share no file.
        let key = ("CLEARJAI_MASTER_KEY".to_owned(), data_encoding::BASE64.encode(&[7; 32]));
        let settings: Vec<_> = place.settings().into_iter().chain([key]).collect();
        let mut servers = thread::scope(|threads| {
            let starts: Vec<_> = (0..2).map(|_| threads.spawn(|| Server::start_by(settings.clone()))).collect();
            starts.into_iter().map(|start| start.join().unwrap()).collect::<Vec<_>>()
        });
        for server in &mut servers {
            assert!(server.is_still_the_same());
            assert_eq!(ureq::get(format!("{}/readyz", server.address())).call().unwrap().status(), 200);
        }
    }
}
