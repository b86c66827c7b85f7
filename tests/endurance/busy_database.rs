//! A database that somebody else holds, as a tool of the operator's would, while people hand in.

use std::{thread, time::Duration};

use diesel::{Connection as _, SqliteConnection, connection::SimpleConnection as _};

use crate::{
    Turn, crowd,
    look::{Side, number},
    place::Place,
    quietly,
    round::Round,
    server::Server,
};

const PEOPLE: usize = 240;
const A_WHILE: Duration = Duration::from_millis(1_500);
/// Longer than the program waits for a lock.
const LONG: Duration = Duration::from_millis(10_800);

#[test]
fn nobody_is_lost_to_a_database_that_somebody_else_holds() {
    let turn = Turn::comes();
    let place = Place::new();
    if !place.is_sqlite() {
        println!("skipped: a database is held as a whole on SQLite alone");
        return;
    }
    let round = Round::open(&place.settings(), PEOPLE).unwrap();
    let mut server = Server::start_with(&place, &quietly());
    let (mut holds, mut long) = (0, 0);
    let (clients, counts) = crowd::hands_in_while(&round, &round.links, &[&server.address()], || {
        while holds < 2 || !turn.is_over() {
            let side = ["urn.db", "register.db"][holds % 2];
            // Once for each, where there is time for it.
            let is_long = turn.share >= LONG / 2 * 3 && long < 2;
            let mut held = SqliteConnection::establish(place.folder().join(side).to_str().unwrap()).unwrap();
            held.batch_execute("PRAGMA busy_timeout = 20000; BEGIN IMMEDIATE").unwrap();
            thread::sleep(if is_long { LONG } else { A_WHILE });
            held.batch_execute("ROLLBACK").unwrap();
            (holds, long) = (holds + 1, long + usize::from(is_long));
            thread::sleep(A_WHILE / 5);
        }
    });
    println!("database held: {holds} times, {long} of them for longer than the program waits; {counts}");
    assert!(server.is_still_the_same(), "it goes on by itself");
    counts.nothing_broke();
    assert!(long == 0 || counts.put_off > 0, "who has waited so long is told to come back");
    assert_eq!(clients.len(), PEOPLE);
    for client in &clients {
        client.finds_its_last_ballot();
        client.cannot_collect_twice();
    }
    assert_eq!(number(&place, Side::Urn, "SELECT COUNT(*) FROM sealed_ballots"), PEOPLE);
}
