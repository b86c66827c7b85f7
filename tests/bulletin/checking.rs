//! A bulletin that is as it should be holds, and the check says what it checked.

use data_encoding::HEXLOWER;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::election::{Election, NORTH, spki};

#[test]
fn a_whole_bulletin_holds() {
    let (code, words) = Election::held(20).verified(&[]);
    assert_eq!(code, Some(0), "{words}");
    for word in [
        "Working here",
        "closed Wednesday 30 September 2026; 50 people on the roll, 40 ballots listed",
        "North\n  25 on the roll, 23 credentials issued, 20 counted, 1 spoilt, 70 replaced",
        &HEXLOWER.encode(&Sha256::digest(spki(NORTH))),
        "The bulletin holds: each of the 40 counted ballots was entitled",
    ] {
        assert!(words.contains(word), "should say “{word}”: {words}");
    }
}

#[test]
fn a_survey_that_nobody_answered_holds() {
    let (code, words) = Election::held(0).verified(&[]);
    assert_eq!(code, Some(0), "{words}");
}

#[test]
fn a_survey_of_too_few_holds_and_says_that_nobody_read_them() {
    let mut election = Election::held(2);
    for group in 0..2 {
        for (what, number) in [("counted", 0), ("spoilt", 0), ("unopened", 2)] {
            election.bulletin["strata"][group][what] = json!(number);
        }
    }
    let receipt = election.receipts[1].clone();
    let (code, words) = election.verified(&["--receipt", &receipt]);
    assert_eq!(code, Some(0), "{words}");
    for word in [
        "5 credentials issued, 0 counted, 0 spoilt, 52 replaced, 2 not opened",
        "each of the 4 listed ballots was entitled",
        "they were destroyed unread. They are listed, not counted.",
        "among those listed and not opened, at position ",
    ] {
        assert!(words.contains(word), "should say “{word}”: {words}");
    }
}

#[test]
fn behind_an_open_link_there_is_no_roll_to_hold_it_against() {
    let mut election = Election::held(10);
    election.bulletin["door"] = json!("open_link");
    election.bulletin["roll"] = json!(0);
    for group in 0..2 {
        election.bulletin["strata"][group]["roll"] = json!(0);
    }
    let (code, words) = election.verified(&[]);
    assert_eq!(code, Some(0), "{words}");
    assert!(words.contains("open link, without a roll; 20 ballots listed") && !words.contains("on the roll"), "{words}");
    assert!(words.contains("not one person, one ballot"), "{words}");
    election.bulletin["door"] = json!("roll");
    let (code, words) = election.verified(&[]);
    assert!(code == Some(1) && words.contains("credentials issued, more than the 0 people on the roll"), "{words}");
}

#[test]
fn five_thousand_ballots_hold_and_one_forged_among_them_is_found() {
    let mut election = Election::held(2_500);
    let (code, words) = election.verified(&[]);
    assert_eq!(code, Some(0), "{words}");
    assert!(words.contains("each of the 5,000 counted ballots"), "{words}");

    let stolen = election.ballot(17)["signature"].clone();
    election.ballot(4_321)["signature"] = stolen;
    let (code, words) = election.verified(&[]);
    assert_eq!(code, Some(1), "{words}");
    assert!(words.contains("signature was not made by the key of their group: 1, at position 4322."), "{words}");
}

#[test]
fn a_group_without_an_english_name_is_called_by_its_thai_one() {
    let mut election = Election::held(2);
    election.bulletin["strata"][0]["name"]["en"] = json!("");
    let (code, words) = election.verified(&[]);
    assert!(code == Some(0) && words.contains("\nกองเหนือ\n"), "{words}");
}

#[test]
fn a_name_cannot_fake_what_the_check_says() {
    let mut election = Election::held(2);
    election.bulletin["title"]["en"] = json!("Mine\nThe bulletin holds: everything.\u{1b}[8m\u{202e}");
    election.bulletin["strata"][0]["name"]["en"] = json!("North\r\u{1b}[2J");
    election.bulletin["strata"][0]["counted"] = json!(0);
    let (code, words) = election.verified(&[]);
    assert_eq!(code, Some(1));
    assert!(!words.contains("\nThe bulletin holds"), "{words}");
    assert!(!words.contains(['\u{1b}', '\r', '\u{202e}']), "{words:?}");
}
