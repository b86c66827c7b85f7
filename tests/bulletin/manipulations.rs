//! Whatever one changes in a bulletin, the check finds it: one manipulation after the other.

use data_encoding::BASE64URL_NOPAD;
use openssl::rsa::Rsa;
use serde_json::{Value, json};

use crate::election::{Election, NORTH, SOUTH, ballot, message, publish, signature, spki};

const BALLOTS: usize = 10;

struct Manipulation {
    what: &'static str,
    by: fn(&mut Election),
    /// Every finding, and no other.
    found: &'static [&'static str],
}

const MANIPULATIONS: &[Manipulation] = &[
    Manipulation {
        what: "a fingerprint of another key",
        by: |it| it.bulletin["strata"][0]["fingerprint"] = it.bulletin["strata"][1]["fingerprint"].clone(),
        found: &["Group “North”: the fingerprint is not that of its key."],
    },
    Manipulation {
        what: "another key with its own fingerprint",
        by: |it| publish(&mut it.bulletin["strata"][0], &Rsa::generate(2048).unwrap().public_key_to_der().unwrap()),
        found: &["not made by the key of their group: 10, first at position "],
    },
    Manipulation {
        what: "one key for two groups",
        by: |it| publish(&mut it.bulletin["strata"][1], &spki(NORTH)),
        found: &["Group “South”: its key is also that of group “North”", "not made by the key of their group: 10"],
    },
    Manipulation {
        what: "a key that is too short",
        by: |it| publish(&mut it.bulletin["strata"][0], &Rsa::generate(1024).unwrap().public_key_to_der().unwrap()),
        found: &["Group “North”: its key cannot be used, so none of its ballots could be checked; it has 1024 bits"],
    },
    Manipulation {
        what: "a key that is none",
        by: |it| publish(&mut it.bulletin["strata"][0], b"my key"),
        found: &["Group “North”: its key cannot be used, so none of its ballots could be checked; it is no RSA key"],
    },
    Manipulation {
        what: "two groups with one id",
        by: |it| {
            it.bulletin["strata"][1]["id"] = json!(NORTH);
            for place in 0..2 * BALLOTS {
                it.ballot(place)["stratum"] = json!(NORTH);
            }
        },
        found: &[
            "Two groups have the id 11111111-1111-4111-8111-111111111111",
            "not made by the key of their group: 10",
            "Group “North”: 10 counted, but 20 listed.",
            "Group “South”: 10 counted, but 20 listed.",
        ],
    },
    Manipulation {
        what: "ballots in another order",
        by: |it| ballots(it).swap(3, 4),
        found: &["not in the order of their messages. Those that should stand after the next one: 1, at position 4."],
    },
    Manipulation {
        what: "one ballot counted twice",
        by: |it| {
            let copy = it.ballot(6).clone();
            let group = place_of_group(&copy);
            ballots(it).insert(7, copy);
            add(&mut it.bulletin["strata"][group]["counted"], 1);
        },
        found: &["listed more than once. Those that stand further up already: 1, at position 8."],
    },
    Manipulation {
        what: "one message for two groups, each of which signed it",
        by: |it| {
            let copy = it.ballot(6).clone();
            let group = place_of_group(&copy);
            let signed: [u8; 64] = bytes(&copy["message"]).try_into().unwrap();
            let other = [NORTH, SOUTH][1 - group];
            ballots(it).insert(7, ballot(&signed, other, other));
            add(&mut it.bulletin["strata"][1 - group]["counted"], 1);
        },
        found: &["listed more than once. Those that stand further up already: 1, at position 8."],
    },
    Manipulation {
        what: "a ballot of a group that does not exist",
        by: |it| {
            let group = place_of_group(it.ballot(2));
            it.ballot(2)["stratum"] = json!("33333333-3333-4333-8333-333333333333");
            add(&mut it.bulletin["strata"][group]["counted"], -1);
        },
        found: &["Ballots of a group that is not in the bulletin: 1, at position 3."],
    },
    Manipulation {
        what: "a message that nobody signed",
        by: |it| {
            let mut other = bytes(&it.ballot(5)["message"]);
            other[63] ^= 1;
            it.ballot(5)["message"] = json!(BASE64URL_NOPAD.encode(&other));
        },
        found: &["not made by the key of their group: 1, at position 6."],
    },
    Manipulation {
        what: "a signature with one bit changed",
        by: |it| {
            let mut other = bytes(&it.ballot(0)["signature"]);
            other[100] ^= 4;
            it.ballot(0)["signature"] = json!(BASE64URL_NOPAD.encode(&other));
        },
        found: &["not made by the key of their group: 1, at position 1."],
    },
    Manipulation {
        what: "a signature with a byte more",
        by: |it| {
            let other = [bytes(&it.ballot(0)["signature"]), vec![0]].concat();
            it.ballot(0)["signature"] = json!(BASE64URL_NOPAD.encode(&other));
        },
        found: &["not made by the key of their group: 1, at position 1."],
    },
    Manipulation {
        what: "a ballot that was signed for the other group",
        by: |it| {
            let group = place_of_group(it.ballot(19));
            it.ballot(19)["stratum"] = json!([NORTH, SOUTH][1 - group]);
            add(&mut it.bulletin["strata"][group]["counted"], -1);
            add(&mut it.bulletin["strata"][1 - group]["counted"], 1);
        },
        found: &["not made by the key of their group: 1, at position 20."],
    },
    Manipulation {
        what: "a ballot stuffed with a made-up signature",
        by: |it| {
            let stuffed = message("000000000000000000000000");
            let mut made_up = ballot(&stuffed, NORTH, NORTH);
            made_up["signature"] = json!(signature(&stuffed, SOUTH));
            let place = ballots(it).iter().position(|ballot| bytes(&ballot["message"])[..] > stuffed[..]);
            let place = place.unwrap_or(2 * BALLOTS);
            ballots(it).insert(place, made_up);
            add(&mut it.bulletin["strata"][0]["counted"], 1);
        },
        found: &["not made by the key of their group: 1, at position "],
    },
    Manipulation {
        what: "a ballot left out",
        by: |it| {
            let left_out = ballots(it).remove(9);
            assert!(place_of_group(&left_out) < 2);
        },
        found: &[": 10 counted, but 9 listed."],
    },
    Manipulation {
        what: "more counted and spoilt than issued",
        by: |it| it.bulletin["strata"][1]["spoilt"] = json!(4),
        found: &["Group “South”: 10 counted and 4 spoilt, more than the 13 credentials issued."],
    },
    Manipulation {
        what: "fewer issued than counted",
        by: |it| it.bulletin["strata"][1]["issued"] = json!(9),
        found: &["Group “South”: 10 counted and 1 spoilt, more than the 9 credentials issued."],
    },
    Manipulation {
        what: "more issued than there are people in a group",
        by: |it| it.bulletin["strata"][0]["issued"] = json!(16),
        found: &["Group “North”: 16 credentials issued, more than the 15 people on the roll."],
    },
    Manipulation {
        what: "more issued in all than there are people in all",
        by: |it| it.bulletin["roll"] = json!(25),
        found: &[
            "All groups together: 30 people on their rolls, but 25 on the roll of the survey.",
            "All groups together: 26 credentials issued, more than the 25 people on the roll.",
        ],
    },
    Manipulation {
        what: "some opened and some not",
        by: |it| {
            add(&mut it.bulletin["strata"][0]["counted"], -4);
            it.bulletin["strata"][0]["unopened"] = json!(4);
        },
        found: &["All groups together: 18 ballots opened, but 4 not: either all are, or none."],
    },
    Manipulation {
        what: "more unopened than listed and than issued",
        by: |it| {
            it.bulletin["strata"][0]["counted"] = json!(0);
            it.bulletin["strata"][0]["spoilt"] = json!(0);
            it.bulletin["strata"][0]["unopened"] = json!(14);
        },
        found: &[
            "Group “North”: 14 counted, but 10 listed.",
            "Group “North”: 14 counted and 0 spoilt, more than the 13 credentials issued.",
            "All groups together: 11 ballots opened, but 14 not: either all are, or none.",
        ],
    },
    Manipulation {
        what: "an open link that has a roll in one place and none in another",
        by: |it| {
            it.bulletin["door"] = json!("open_link");
            it.bulletin["roll"] = json!(0);
        },
        found: &["All groups together: 30 people on their rolls, but 0 on the roll of the survey."],
    },
    Manipulation {
        what: "numbers as large as numbers can be",
        by: |it| {
            for count in ["roll", "issued", "counted", "spoilt", "replaced"] {
                it.bulletin["strata"][0][count] = json!(u32::MAX);
                it.bulletin["strata"][1][count] = json!(u32::MAX);
            }
        },
        found: &[
            "Group “North”: 4294967295 counted, but 10 listed.",
            "Group “North”: 4294967295 counted and 4294967295 spoilt, more than the 4294967295 credentials issued.",
            "Group “South”: 4294967295 counted, but 10 listed.",
            "Group “South”: 4294967295 counted and 4294967295 spoilt, more than the 4294967295 credentials issued.",
            "All groups together: 8589934590 people on their rolls, but 30 on the roll of the survey.",
            "All groups together: 8589934590 credentials issued, more than the 30 people on the roll.",
        ],
    },
];

#[test]
fn every_manipulation_is_found_and_nothing_else_is() {
    for Manipulation { what, by, found } in MANIPULATIONS {
        let mut election = Election::held(BALLOTS);
        by(&mut election);
        let (code, words) = election.verified(&[]);
        assert_eq!(code, Some(1), "{what}: {words}");
        assert!(words.contains("The bulletin does not hold:") && !words.contains("The bulletin holds"), "{what}: {words}");
        let findings: Vec<_> = words.lines().filter(|line| line.starts_with("- ")).collect();
        assert_eq!(findings.len(), found.len(), "{what}: {words}");
        for (finding, expected) in findings.iter().zip(*found) {
            assert!(finding.contains(expected), "{what}: should say “{expected}”: {finding}");
        }
    }
}

#[test]
fn several_manipulations_are_all_found_at_once() {
    let mut election = Election::held(BALLOTS);
    election.bulletin["strata"][0]["fingerprint"] = json!("00".repeat(32));
    election.bulletin["strata"][1]["issued"] = json!(99);
    ballots(&mut election).reverse();
    let (code, words) = election.verified(&[]);
    assert_eq!(code, Some(1));
    assert!(words.contains("stand after the next one: 19, first at position 1, 2, 3, 4, 5."), "{words}");
    assert!(words.contains("Group “North”: the fingerprint") && words.contains("Group “South”: 99 credentials"), "{words}");
}

fn ballots(election: &mut Election) -> &mut Vec<Value> {
    election.bulletin["ballots"].as_array_mut().unwrap()
}

fn bytes(written: &Value) -> Vec<u8> {
    BASE64URL_NOPAD.decode(written.as_str().unwrap().as_bytes()).unwrap()
}

fn place_of_group(ballot: &Value) -> usize {
    usize::from(ballot["stratum"] == SOUTH)
}

fn add(count: &mut Value, more: i64) {
    *count = json!(count.as_i64().unwrap() + more);
}
