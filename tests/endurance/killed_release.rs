//! A round that closes while the last ones hand in and the server is killed, again and again, until everything is opened and
//! counted.

use std::{
    collections::BTreeSet,
    thread,
    time::{Duration, SystemTime},
};

use clearjai::credentials::verify::{Bulletin, check};

use crate::{
    Turn,
    client::{Client, Counts},
    crowd, longer,
    look::{Side, leases_run_out, number},
    place::Place,
    round::Round,
    server::Server,
    some_of,
};

const PEOPLE: usize = 240;
/// They come when it closes.
const LATE: usize = 80;
/// The timetable looks every second.
const A_LIFE: Duration = Duration::from_millis(2_500);
/// Before all of it has happened.
const MOST_KILLS: usize = 200;

/// How far it was when the server was killed.
#[derive(Default)]
struct Found {
    open: usize,
    closed: usize,
    released: usize,
    counted: usize,
}

#[test]
fn every_ballot_that_was_acknowledged_is_counted_once_though_the_server_is_killed_while_it_closes() {
    let turn = Turn::comes();
    let (mut rounds, mut kills, mut ballots, mut all) = (0, 0, 0, Found::default());
    while rounds == 0 || !turn.is_over() {
        let (killed, counted, found) = one_round();
        (rounds, kills, ballots) = (rounds + 1, kills + killed, ballots + counted);
        all.open += found.open;
        all.closed += found.closed;
        all.released += found.released;
        all.counted += found.counted;
    }
    println!(
        "release: {rounds} rounds, {kills} kills ({} while it was open in the urn, {} while it was opened, {} before all was counted, {} afterwards), {ballots} ballots acknowledged, each counted once",
        all.open, all.closed, all.released, all.counted
    );
}

fn one_round() -> (usize, usize, Found) {
    let place = Place::new();
    let round = Round::open(&place.settings(), PEOPLE).unwrap();
    let mut server = Server::start(&place);
    let address = server.address();
    let (early, late) = round.links.split_at(PEOPLE - LATE);
    let (mut clients, _) = crowd::hands_in(&round, early, &[&address]);
    let late: Vec<_> = late.iter().map(|link| Client::new(&round, link, &[&address], &mut Counts::default())).collect();

    let mut found = Found::default();
    let arrived = thread::scope(|threads| {
        let hand_in = threads.spawn(|| comes_late(late));
        closes(&place);
        for kill in 0.. {
            assert!(kill < MOST_KILLS, "it never comes to an end");
            thread::sleep(some_of(longer(A_LIFE, kill)));
            server.is_killed();
            let is_done = looks(&place, &mut found);
            leases_run_out(&place);
            server.starts_again();
            if is_done {
                break;
            }
        }
        hand_in.join().unwrap()
    });
    clients.extend(arrived);

    let (acknowledged, rows) = (clients.len(), |question: &str| number(&place, Side::Urn, question));
    assert_eq!(rows("SELECT COUNT(*) FROM sealed_ballots"), 0, "everything is opened");
    assert_eq!(rows("SELECT COUNT(*) FROM opened_ballots"), acknowledged, "who was acknowledged, and nobody else");
    assert_eq!(rows("SELECT COUNT(*) FROM answers"), acknowledged, "each has been opened once");
    assert_eq!(rows("SELECT SUM(counted) FROM strata"), acknowledged);
    assert_eq!(rows("SELECT SUM(counted) FROM result_groups"), acknowledged);
    assert_eq!(rows("SELECT SUM(spoilt) FROM strata"), 0);
    let bulletin = bulletin(&round, &address);
    assert!(check(&bulletin, &|_| ()).unwrap().holds(), "{bulletin:?}");
    let listed: BTreeSet<_> = bulletin.ballots.iter().map(|ballot| ballot.message.clone()).collect();
    assert_eq!((bulletin.ballots.len(), listed.len()), (acknowledged, acknowledged), "each stands in the bulletin once");
    assert!(clients.iter().all(|client| bulletin.place_of(&client.message).is_some()));
    let keys = "SELECT COUNT(*) FROM signing_keys WHERE private_key IS NOT NULL";
    assert_eq!(number(&place, Side::Register, keys), 0, "nobody can sign any more");

    // What is over is not done again.
    let answers = || place.all_rows().into_iter().filter(|(table, _)| table.starts_with("urn.")).collect::<Vec<_>>();
    let before = answers();
    leases_run_out(&place);
    server.is_killed_and_starts_again();
    thread::sleep(Duration::from_millis(1_500));
    assert!(answers() == before, "the urn changed after everything was counted");
    (server.kills, acknowledged, found)
}

/// Whoever comes in time is counted; the others are told that it is closed.
fn comes_late(late: Vec<Client<'_>>) -> Vec<Client<'_>> {
    let mut counts = Counts::default();
    let in_time = late.into_iter().filter_map(|mut client| {
        thread::sleep(some_of(Duration::from_millis(100)));
        (client.collects_if_open(&mut counts) && client.hands_in_if_open(&mut counts)).then_some(client)
    });
    let in_time = in_time.collect();
    counts.nothing_broke();
    in_time
}

/// As if the days had passed: its close and its grace are over.
fn closes(place: &Place) {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_micros();
    let (opens, closes) = (now - 86_400_000_000, now - 660_000_000);
    place.in_the_urn(&format!("UPDATE papers SET opens = {}", opens / 1_000_000));
    place.in_the_register(&format!(
        "UPDATE surveys SET opens = {opens}, closes = {closes}; UPDATE openings SET closes = {closes}"
    ));
}

/// How far it has come; whether to the end.
fn looks(place: &Place, found: &mut Found) -> bool {
    let is = |question: &str| number(place, Side::Urn, question) > 0;
    if is("SELECT COUNT(*) FROM papers WHERE stage = 'open'") {
        found.open += 1;
    } else if is("SELECT COUNT(*) FROM papers WHERE stage = 'closed'") {
        found.closed += 1;
    } else if !is("SELECT COUNT(*) FROM releases")
        || number(place, Side::Register, "SELECT COUNT(*) FROM papers WHERE stage = 'released'") == 0
    {
        found.released += 1;
    } else {
        found.counted += 1;
        return true;
    }
    false
}

fn bulletin(round: &Round, address: &str) -> Bulletin {
    let mut answer = ureq::get(format!("{address}/api/v1/bulletins/{}", round.survey)).call().unwrap();
    Bulletin::parse(&answer.body_mut().read_to_vec().unwrap()).unwrap()
}
