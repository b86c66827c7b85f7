//! Invitations of a round, from the moment in which they are ordered, past a server that is killed.
//!
//! `tests/letters` kills it while letters go out; here it is killed while they are written too.
//! Needs `CLEARJAI_TEST_PYTHON`, as the stories there do.

use std::{collections::BTreeMap, fs, thread, time::Duration};

use crate::{
    Turn, longer,
    look::{Side, leases_run_out, number},
    place::Place,
    round::Round,
    server::Server,
    sink::Sink,
    some_of,
};

const PEOPLE: usize = 160;
const A_LIFE: Duration = Duration::from_millis(2_500);
/// Of conversations at once.
const IN_HAND: usize = 8;
const MOST_KILLS: usize = 300;

#[test]
fn everybody_is_invited_though_the_server_is_killed_while_invitations_are_written_and_sent() {
    let turn = Turn::comes();
    let (mut rounds, mut kills, mut repeated, mut unwritten) = (0, 0, 0, 0);
    while rounds == 0 || !turn.is_over() {
        let place = Place::new();
        // The letters lie beside the databases, and go with them.
        let post = place.folder().join("post");
        fs::create_dir(&post).unwrap();
        let Some(sink) = Sink::open(&post, "0.02") else { return };
        Round::open(&place.settings(), PEOPLE).unwrap();
        // Until now nobody had an address: the timetable of the server finds them and writes.
        place.in_the_register("UPDATE people SET email = 'p' || number || '@example.go.th'");
        let mut server = Server::start_with(&place, &sink.settings());
        while !is_done(&place) {
            assert!(server.kills < MOST_KILLS, "{} letters have come", sink.letters().len());
            thread::sleep(some_of(longer(A_LIFE, server.kills)));
            server.is_killed();
            let invited = invited(&place);
            assert!([0, PEOPLE].contains(&invited), "all are invited in one deed, not {invited}");
            unwritten += usize::from(invited == 0);
            leases_run_out(&place);
            server.starts_again();
        }
        let mut copies: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for letter in sink.letters() {
            let part = |name: &str| letter[name].as_str().unwrap().to_owned();
            copies.entry(part("to")).or_default().push(part("message_id"));
        }
        assert_eq!(copies.len(), PEOPLE, "no letter is lost");
        assert!(copies.values().all(|ids| ids.iter().all(|id| *id == ids[0])), "a letter that is repeated is the same letter");
        let again = copies.values().map(|ids| ids.len() - 1).sum::<usize>();
        assert!(again <= server.kills * IN_HAND, "more were repeated than were in conversation");
        (rounds, kills, repeated) = (rounds + 1, kills + server.kills, repeated + again);
    }
    println!(
        "campaign: {rounds} rounds of {PEOPLE} invitations, {kills} kills ({unwritten} before they were written), none lost, {repeated} repeated"
    );
}

fn invited(place: &Place) -> usize {
    number(place, Side::Register, "SELECT COUNT(*) FROM personal_codes WHERE is_out")
}

fn is_done(place: &Place) -> bool {
    invited(place) == PEOPLE && number(place, Side::Register, "SELECT COUNT(*) FROM outbox WHERE kind = 'survey_invitation'") == 0
}
