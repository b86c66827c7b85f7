//! A server that is killed every second while a department hands in.

use std::{thread, time::Duration};

use crate::{Turn, crowd, place::Place, round::Round, server::Server};

const PEOPLE: usize = 400;
const A_LIFE: Duration = Duration::from_secs(1);

#[test]
fn every_ballot_that_was_acknowledged_is_there_once_though_the_server_is_killed_every_second() {
    let turn = Turn::comes();
    let place = Place::new();
    let round = Round::open(&place.settings(), PEOPLE).unwrap();
    let mut server = Server::start(&place);
    let address = server.address();
    let (clients, counts) = crowd::hands_in_while(&round, &round.links, &[&address], || {
        while !turn.is_over() || server.kills < 4 {
            thread::sleep(A_LIFE);
            server.is_killed_and_starts_again();
        }
    });
    println!("handing in: {} kills; {counts}", server.kills);
    assert_eq!(clients.len(), PEOPLE);
    for client in &clients {
        client.finds_its_last_ballot();
        client.cannot_collect_twice();
    }
    let rows = server.ballots_in_the_urn(&place);
    assert_eq!(usize::try_from(rows).unwrap(), PEOPLE, "none is lost and none is there twice");
    assert!(counts.interrupted > 0, "nothing was interrupted, so that nothing was tried");
    counts.nothing_broke();
}
