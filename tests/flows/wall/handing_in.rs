//! Door two: an entitled ballot goes in once, may be replaced, and nothing else gets in.

use std::{sync::Barrier, thread, time::Duration};

use clearjai::{
    papers::{Paper, PaperHash},
    urn,
};
use serde_json::{Value, json};

use super::respondent::*;
use crate::{api::description::is_described, house::House, rounds::desk::*};

const ANSWERS: &[(&str, &str)] = &[("i1", "1"), ("i2", "2")];

#[test]
fn a_ballot_goes_in_once_however_often_it_is_sent_and_may_be_replaced_from_anywhere() {
    let house = House::open();
    let id = open_round(&house);
    let one = Respondent::with(&house, &links(&house, id)[0]);
    let ballot = one.ballot(ANSWERS);
    assert_eq!(ballot.goes_in(&house), (201, json!({ "ballot": "stored" })));
    assert_eq!(ballot.goes_in(&house), (200, json!({ "ballot": "stored" })));

    // Whoever has the receipt needs no link and no signature.
    let newer = Ballot { signature: None, sealed: one.seals(&[("i1", "2")]), ..ballot.clone() };
    assert_eq!(newer.goes_in(&house), (200, json!({ "ballot": "replaced" })));
    assert_eq!(newer.goes_in(&house), (200, json!({ "ballot": "stored" })));
    // The first one, on its way for long, does not come back.
    is_refused(&ballot.goes_in(&house), 409, "superseded");
    assert_eq!(newer.goes_in(&house), (200, json!({ "ballot": "stored" })));

    let ask = |message: &[u8; 64]| {
        let sent = json!({ "survey": id, "message": clearjai::papers::Bytes(message.to_vec()) });
        call(&house, "/api/v1/receipts", Some(&sent.to_string()))
    };
    assert_eq!(ask(one.message().as_bytes()), (200, json!({ "stratum": one.stratum, "ballot": "sealed" })));
    is_refused(&ask(&[1; 64]), 404, "no_such_ballot");
}

#[test]
fn what_is_not_entitled_is_refused_and_spoils_nothing() {
    let house = House::open();
    let id = open_round(&house);
    let links = links(&house, id);
    let one = Respondent::with(&house, &links[0]);
    let other = links.iter().map(|link| Respondent::with(&house, link)).find(|other| other.stratum != one.stratum).unwrap();
    let good = one.ballot(ANSWERS);
    let signature = good.signature.clone().unwrap();

    let of_another_serial = Ballot { message: other.message(), ..good.clone() };
    is_refused(&of_another_serial.goes_in(&house), 422, "not_entitled");
    is_refused(&Ballot { signature: None, ..good.clone() }.goes_in(&house), 422, "not_entitled");
    let mut altered = signature.clone();
    altered[9] ^= 1;
    is_refused(&Ballot { signature: Some(altered), ..good.clone() }.goes_in(&house), 422, "not_entitled");
    is_refused(&Ballot { signature: Some(signature[1..].to_vec()), ..good.clone() }.goes_in(&house), 422, "not_entitled");
    is_refused(&Ballot { stratum: other.stratum, ..good.clone() }.goes_in(&house), 422, "not_entitled");
    let unknown = house.rooms.chance.dice().id();
    is_refused(&Ballot { stratum: unknown, ..good.clone() }.goes_in(&house), 422, "wrong_stratum");
    let elsewhere = house.rooms.chance.dice().id();
    is_refused(&Ballot { survey: elsewhere, ..good.clone() }.goes_in(&house), 404, "no_such_survey");
    for length in [0, 64, 81, good.sealed.len() - 1, good.sealed.len() + 1, 40_000] {
        is_refused(&Ballot { sealed: vec![4; length], ..good.clone() }.goes_in(&house), 422, "wrong_size");
    }
    assert_eq!(good.goes_in(&house).0, 201);
    // A ballot that is there is replaced in its own stratum only.
    let moved = Ballot { stratum: other.stratum, sealed: one.seals(&[("i1", "2")]), ..good.clone() };
    is_refused(&moved.goes_in(&house), 422, "wrong_stratum");
    assert_eq!(good.goes_in(&house), (200, json!({ "ballot": "stored" })));
}

#[test]
fn what_is_malformed_truncated_or_too_large_gets_a_clear_code() {
    let house = House::open();
    let id = open_round(&house);
    let ballot = Respondent::with(&house, &links(&house, id)[0]).ballot(ANSWERS);
    let whole = ballot.written();
    for cut in [0, 1, whole.len() / 2, whole.len() - 1] {
        is_refused(&call(&house, "/api/v1/ballots", Some(&whole[..cut])), 400, "malformed");
    }
    let mut sent: Value = serde_json::from_str(&whole).unwrap();
    for (field, wrong) in
        [("message", "AAAA"), ("sealed", "=="), ("sealed", "a b"), ("survey", "x"), ("stratum", ""), ("signature", "*")]
    {
        let good = sent[field].clone();
        sent[field] = json!(wrong);
        is_refused(&call(&house, "/api/v1/ballots", Some(&sent.to_string())), 400, "malformed");
        sent[field] = good;
    }
    sent["name"] = json!("สมชาย");
    is_refused(&call(&house, "/api/v1/ballots", Some(&sent.to_string())), 400, "malformed");
    sent["sealed"] = json!("A".repeat(70_000));
    is_refused(&call(&house, "/api/v1/ballots", Some(&sent.to_string())), 413, "too_large");
    sent["sealed"] = json!("A".repeat(3_000_000));
    is_refused(&call(&house, "/api/v1/ballots", Some(&sent.to_string())), 413, "too_large");
    assert_eq!(ballot.goes_in(&house).0, 201, "and nothing of it was written");
}

#[test]
fn a_ballot_that_was_signed_before_the_close_is_taken_until_the_grace_is_over() {
    let house = House::open();
    let id = open_round(&house);
    let links = links(&house, id);
    let [first, second, third] = [0, 1, 2].map(|at| Respondent::with(&house, &links[at]).ballot(ANSWERS));
    assert_eq!(first.goes_in(&house).0, 201);
    comes(&house, 14, 16, 30);
    house.timetable_runs();
    house.turn(Duration::from_secs(9 * 60));
    assert_eq!(second.goes_in(&house).0, 201);
    house.turn(Duration::from_secs(60));
    is_refused(&third.goes_in(&house), 410, "closed");
    // Whoever did not hear the answer may still ask.
    assert_eq!(first.goes_in(&house), (200, json!({ "ballot": "stored" })));
}

#[test]
fn nothing_is_taken_before_the_opening() {
    let house = House::open();
    let id = open_round(&house);
    let ballot = Respondent::with(&house, &links(&house, id)[0]).ballot(ANSWERS);
    let slow = house.beside_at(house.clock.now().minus(Duration::from_secs(60)));
    is_refused(&ballot.goes_in(&slow), 409, "not_open_yet");
    assert_eq!(ballot.goes_in(&house).0, 201);
}

#[test]
fn a_close_that_is_put_off_reaches_the_urn() {
    let house = House::open();
    let id = open_round(&house);
    let one = Respondent::with(&house, &links(&house, id)[0]);
    let coordinator = house.visitor();
    coordinator.is_in("chai@example.go.th");
    extends(&coordinator, id, "20", "16.30").is(303);
    house.turn(Duration::from_secs(5));
    house.timetable_runs();
    let (_, paper) = call(&house, &format!("/api/v1/papers/{id}"), None);
    assert_eq!(paper["closes"].as_i64().unwrap(), one.paper.closes + 6 * 24 * 3600);
    assert_eq!(clearjai::papers::PaperHash::of(paper["paper"].as_str().unwrap()), one.hash, "the paper stays as it was");
    comes(&house, 15, 9, 0);
    assert_eq!(one.ballot(ANSWERS).goes_in(&house).0, 201);
}

#[test]
fn what_an_opening_left_behind_is_not_held_against_the_paper_that_took_its_place() {
    let house = House::open();
    let id = open_round(&house);
    let beside = house.beside();
    let ballot = Respondent::with(&house, &links(&house, id)[0]).ballot(ANSWERS);
    let text = house.wait_for(house.rooms.db.read_urn(move |conn| urn::paper_text(conn, id))).unwrap().unwrap().text;
    let left_behind = Paper { sizes: vec![1], ..Paper::read(&text).unwrap() }.write().unwrap();
    let lies_in_the_urn = |text: &str| {
        let (paper, hash) = (text.replace('\'', "''"), PaperHash::of(text).to_hex());
        let hash = if house.place().is_sqlite() { format!("x'{hash}'") } else { format!("'\\x{hash}'") };
        house.place().in_the_urn(&format!("UPDATE papers SET paper = '{paper}', hash = {hash}"));
    };
    lies_in_the_urn(&left_behind);
    assert_eq!(ballot.goes_in(&beside).0, 422, "no ballot is that small");
    lies_in_the_urn(&text);
    assert_eq!(ballot.goes_in(&beside).0, 201);
}

#[test]
fn two_servers_and_two_devices_at_the_same_moment_store_one_ballot() {
    let house = House::open();
    let id = open_round(&house);
    let beside = house.beside();
    let one = Respondent::with(&house, &links(&house, id)[0]);
    let ballot = one.ballot(ANSWERS);
    let (start, doors) = (Barrier::new(8), [house.socket(), beside.socket()]);
    let statuses: Vec<u16> = thread::scope(|threads| {
        let tries: Vec<_> = (0..8)
            .map(|at| {
                let (start, door, sent) = (&start, doors[at % 2], ballot.written());
                threads.spawn(move || {
                    start.wait();
                    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
                    let post = agent.post(format!("http://{door}/api/v1/ballots")).header("content-type", "application/json");
                    post.send(sent).unwrap().status().as_u16()
                })
            })
            .collect();
        tries.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 201].contains(status)), "{statuses:?}");
}

#[test]
fn ballots_may_have_a_host_of_their_own_where_nothing_else_is_answered() {
    let house = House::open_with(&[("CLEARJAI_BALLOT_URL", "https://ballots.example.go.th")]);
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let header = |answer: &ureq::http::Response<ureq::Body>, name: &str| {
        answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    };
    let there = |address: &str| agent.get(house.url(address)).header("host", "ballots.example.go.th").call().unwrap();
    let posts = |host: &str| {
        let post = agent.post(house.url("/api/v1/ballots")).header("host", host);
        post.header("content-type", "application/json").send("{}").unwrap()
    };
    for address in ["/", "/signin", "/api/v1/papers/x", "/assets/x"] {
        assert_eq!(there(address).status(), 404, "{address}");
    }
    assert_eq!(there("/healthz").status(), 200);
    assert_eq!(posts(&house.socket().to_string()).status(), 404);
    let taken = posts("ballots.example.go.th");
    assert_eq!(taken.status(), 400);
    let public = house.rooms.public_url.clone();
    assert_eq!(header(&taken, "access-control-allow-origin"), public);
    let asks = |origin: &str| {
        let asked = agent.options(house.url("/api/v1/ballots")).header("host", "ballots.example.go.th").header("origin", origin);
        asked.call().unwrap()
    };
    for mut answer in [asks(&public), asks("https://evil.example.org")] {
        let (status, kind) = (answer.status().as_u16(), header(&answer, "content-type"));
        is_described("options", "/api/v1/ballots", status, &kind, &answer.body_mut().read_to_string().unwrap());
    }
    let allowed = asks(&public);
    assert_eq!((allowed.status().as_u16(), header(&allowed, "access-control-allow-headers")), (204, "content-type".to_owned()));
    assert_eq!(asks("https://evil.example.org").status(), 403);
    let page = agent.get(house.url("/")).call().unwrap();
    assert!(header(&page, "content-security-policy").contains("connect-src 'self' https://ballots.example.go.th;"));
}

#[test]
fn whoever_draws_the_same_message_for_two_surveys_hinders_neither() {
    let house = House::open();
    let id = open_round(&house);
    let links = links(&house, id);
    let ballots: Vec<_> = links[..6].iter().map(|link| Respondent::with(&house, link).ballot(ANSWERS)).collect();
    for ballot in &ballots {
        assert_eq!(ballot.goes_in(&house).0, 201);
    }
    // As it would stand there for another survey, of which these are lines too.
    house.place().in_the_urn(&format!(
        "INSERT INTO papers SELECT {other}, paper, hash, opens, release_rule, closes, taken_until, 'closed', '2026-12-01', 0, 0 FROM papers;
         INSERT INTO opened_ballots (survey_id, message, stratum_id, signature, is_spoilt)
             SELECT {other}, message, stratum_id, signature, TRUE FROM sealed_ballots",
        other = if house.place().is_sqlite() { "x'00112233445566778899aabbccddeeff'" } else { "'\\x00112233445566778899aabbccddeeff'" },
    ));
    let again = Ballot { signature: None, ..ballots[0].clone() };
    assert_eq!(again.goes_in(&house), (200, json!({ "ballot": "stored" })));
    comes(&house, 14, 16, 45);
    house.timetable_runs();
    let (status, bulletin) = call(&house, &format!("/api/v1/bulletins/{id}"), None);
    assert_eq!((status, bulletin["ballots"].as_array().unwrap().len()), (200, 6), "{bulletin}");
}
