//! Whoever handed in finds their own ballot with the receipt, and nobody learns the receipt.

use clearjai::language::digits::thai;
use serde_json::json;

use crate::election::{Election, message, verify};

const FOUND: &str = "The ballot of this receipt is among the counted ones, at position ";

fn grouped(receipt: &str, between: &str) -> String {
    receipt.as_bytes().chunks(4).map(|four| str::from_utf8(four).unwrap()).collect::<Vec<_>>().join(between)
}

#[test]
fn a_receipt_is_found_however_it_is_typed() {
    let election = Election::held(10);
    let receipt = &election.receipts[7];
    let mut messages: Vec<_> = election.receipts.iter().map(|receipt| message(receipt)).collect();
    messages.sort_unstable();
    let position = 1 + messages.binary_search(&message(receipt)).unwrap();
    for typed in [receipt.clone(), grouped(receipt, " "), grouped(receipt, "-"), thai(&grouped(receipt, " "))] {
        let (code, words) = election.verified(&["--receipt", &typed]);
        assert_eq!(code, Some(0), "{words}");
        assert!(words.contains(&format!("{FOUND}{position}.")), "{words}");
        assert!(!words.contains(&typed) && !words.contains(&receipt[..8]), "a receipt is not repeated: {words}");
    }
}

#[test]
fn a_receipt_of_nobody_or_of_another_survey_is_not_found() {
    let mut election = Election::held(10);
    let receipt = election.receipts[0].clone();
    let (code, words) = election.verified(&["--receipt", "0000 0000 0000 0000 0000 0000"]);
    assert!(code == Some(0) && words.contains("is not among the counted ones"), "{words}");

    election.bulletin["survey"] = json!("3f2504e0-4f89-41d3-9a0c-0305e82c3302");
    let (code, words) = election.verified(&["--receipt", &receipt]);
    assert!(code == Some(0) && words.contains("is not among the counted ones"), "{words}");
}

#[test]
fn a_receipt_is_found_in_a_bulletin_that_does_not_hold() {
    let mut election = Election::held(10);
    let first = election.bulletin["ballots"][0]["signature"].clone();
    election.ballot(1)["signature"] = first;
    let mut receipts = election.receipts.clone();
    receipts.sort_by_key(|receipt| message(receipt));
    let (code, words) = election.verified(&["--receipt", &receipts[1]]);
    assert_eq!(code, Some(1));
    assert!(words.contains(&format!("{FOUND}2, but see what was found about it above.")), "{words}");
    let (code, words) = election.verified(&["--receipt", &receipts[2]]);
    assert!(code == Some(1) && words.contains(&format!("{FOUND}3.")), "{words}");
}

#[test]
fn what_is_no_receipt_is_refused_and_not_repeated() {
    let missing = std::path::Path::new("/nowhere/bulletin.json");
    for (typed, word) in
        [("1234 5678", "24 digits; 8 were given"), ("1234 5678 abcd", "digits, spaces and hyphens only"), ("", "0 were given")]
    {
        let output = verify(missing, &["--receipt", typed]);
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{words}");
        assert!(words.contains(word) && !words.contains("5678"), "{words}");
    }
}
