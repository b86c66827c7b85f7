//! Door one: whoever is on the roll gets one credential, and nobody else any.

use std::time::Duration;

use clearjai::credentials::issue;
use openssl::bn::BigNum;
use serde_json::json;

use super::respondent::*;
use crate::{house::House, rounds::desk::*};

#[test]
fn a_lost_answer_is_had_again_and_another_message_is_refused() {
    let house = House::open();
    let id = open_round(&house);
    let one = Respondent::with(&house, &links(&house, id)[0]);
    assert_eq!(one.collects(), one.collects());
    let other = Respondent { receipt: "1".repeat(24), ..Respondent::with(&house, &one.link) };
    is_refused(&other.asks_to_sign(&[7; 256]), 409, "already_collected");
    assert_eq!(one.collects().len(), 256, "and the first one still gets its own");
    let (_, looked) = call(&house, "/api/v1/links", Some(&json!({ "link": one.link }).to_string()));
    assert_eq!(looked["collected"], true);
}

#[test]
fn a_link_that_was_not_made_here_or_counts_no_more_is_told_from_one_that_does() {
    let house = House::open();
    let id = open_round(&house);
    let (db, master) = (house.rooms.db.clone(), house.rooms.master.clone());
    let key = master.clone();
    let (person, link) = house.wait_for(db.read_register(move |conn| issue::personal_links(conn, &key, id))).unwrap().remove(0);
    let link = link.write();
    let ask = |link: &str| call(&house, "/api/v1/links", Some(&json!({ "link": link }).to_string()));
    let other = if link.starts_with('1') { "2" } else { "1" };
    for wrong in ["", "x", &link[1..], &format!("{other}{}", &link[1..]), "../../etc/passwd", &"1".repeat(56)] {
        is_refused(&ask(wrong), 404, "no_such_link");
    }
    // The first time it is what they have; then it is a new one.
    for _ in 0..2 {
        let master = master.clone();
        house.wait_for(db.register(move |conn| issue::print_named(conn, &master, id, &[person]))).unwrap();
    }
    is_refused(&ask(&link), 410, "link_replaced");
    let sent = json!({ "link": link, "blinded": "AAAA" }).to_string();
    is_refused(&call(&house, "/api/v1/credentials", Some(&sent)), 410, "link_replaced");
    assert_eq!(ask(&links(&house, id)[0]).0, 200);
}

#[test]
fn numbers_that_would_give_something_away_are_not_signed_and_cost_nobody_their_credential() {
    let house = House::open();
    let id = open_round(&house);
    let one = Respondent::with(&house, &links(&house, id)[0]);
    let spki = &one.paper.stratum(one.stratum).unwrap().key.0;
    let n = openssl::rsa::Rsa::public_key_from_der(spki).unwrap().n().to_owned().unwrap();
    let mut before = n.to_owned().unwrap();
    before.sub_word(1).unwrap();
    let bytes = |number: &BigNum| number.to_vec_padded(256).unwrap();
    let one_only = BigNum::from_u32(1).unwrap();
    for number in [vec![0; 256], bytes(&one_only), bytes(&before), bytes(&n), vec![255; 256], vec![7; 255], vec![]] {
        is_refused(&one.asks_to_sign(&number), 422, "not_a_blinded_message");
    }
    assert_eq!(one.collects().len(), 256);
}

#[test]
fn nothing_is_signed_before_the_opening_or_after_the_close() {
    let house = House::open();
    let id = open_round(&house);
    let (early, late) = (Respondent::with(&house, &links(&house, id)[0]), Respondent::with(&house, &links(&house, id)[1]));
    let credential = early.collects();
    comes(&house, 14, 16, 29);
    assert_eq!(early.collects(), credential);
    house.turn(Duration::from_secs(60));
    // At its minute, whether the timetable has seen to it or not.
    is_refused(&late.asks_to_sign(&[7; 256]), 410, "closed");
    house.timetable_runs();
    is_refused(&late.asks_to_sign(&[7; 256]), 410, "closed");
    // What was signed before, and lost on its way, can be had while ballots are still taken.
    assert_eq!(early.collects(), credential);
    house.turn(Duration::from_secs(10 * 60));
    is_refused(&early.asks_to_sign(&[9; 256]), 410, "closed");
}

#[test]
fn what_is_no_question_is_refused_without_repeating_it() {
    let house = House::open();
    let id = open_round(&house);
    let link = links(&house, id)[0].clone();
    let long = format!(r#"{{"link": "{}"}}"#, "x".repeat(9_000));
    for wrong in ["", "null", "[]", "{", r#"{"link": 1}"#, r#"{"link": "x", "more": 1}"#, "\u{0}"] {
        is_refused(&call(&house, "/api/v1/links", Some(wrong)), 400, "malformed");
        is_refused(&call(&house, "/api/v1/credentials", Some(wrong)), 400, "malformed");
    }
    is_refused(&call(&house, "/api/v1/links", Some(&long)), 413, "too_large");
    for blinded in ["=", "AA==", "A A", "ก", "+/+/"] {
        let sent = json!({ "link": link, "blinded": blinded }).to_string();
        is_refused(&call(&house, "/api/v1/credentials", Some(&sent)), 400, "malformed");
    }
}

#[test]
fn looking_at_a_link_changes_nothing_however_often() {
    let house = House::open();
    let id = open_round(&house);
    let link = links(&house, id)[0].clone();
    let sent = json!({ "link": link }).to_string();
    let first = call(&house, "/api/v1/links", Some(&sent));
    for _ in 0..50 {
        assert_eq!(call(&house, "/api/v1/links", Some(&sent)), first);
    }
    assert_eq!(first.1["collected"], false);
}
