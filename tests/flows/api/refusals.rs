//! What programs get wrong: no JSON, not said to be JSON, too much of it, addresses that nobody has.

use serde_json::{Value, json};

use super::description::*;
use crate::house::House;

fn sends(house: &House, address: &str, kind: Option<&str>, body: &str) -> (u16, String) {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let request = agent.post(house.url(address));
    let request = if let Some(kind) = kind { request.header("content-type", kind) } else { request };
    let mut answer = request.send(body.as_bytes()).unwrap();
    let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    assert_eq!((header("cache-control"), header("set-cookie")), ("no-store".to_owned(), String::new()), "{address}");
    let (status, kind) = (answer.status().as_u16(), header("content-type"));
    let said = answer.body_mut().read_to_string().unwrap();
    is_described("post", address, status, &kind, &said);
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["status"], status, "{said}");
    (status, said["code"].as_str().unwrap().to_owned())
}

/// Where programs send something, with an example of what, and how many bytes it may have.
fn doors() -> Vec<(&'static str, &'static Value, usize)> {
    let sent = operations().filter(|(_, method, _)| *method == "post");
    let doors = sent.map(|(path, _, operation)| {
        let told = operation["description"].as_str().unwrap().split("at most ").nth(1).unwrap();
        let longest = told.trim_end_matches(" KiB.").parse::<usize>().unwrap() * 1_024;
        (path, &operation["requestBody"]["content"]["application/json"]["example"], longest)
    });
    doors.collect()
}

#[test]
fn what_is_not_the_json_that_is_described_is_refused_at_every_door() {
    let house = House::open();
    for (address, example, _) in doors() {
        let mut more = example.clone();
        more["more"] = json!(1);
        let deep = "[".repeat(900);
        for sent in ["", "{", "{}", "[]", "null", "7", "\"x\"", "\u{0}", "{\"link\":\"\u{7}\"}", "NaN", &deep, &more.to_string()]
        {
            assert_eq!(
                sends(&house, address, Some("application/json"), sent),
                (400, "malformed".to_owned()),
                "{address}: {sent}"
            );
        }
        for name in example.as_object().unwrap().keys() {
            for wrong in [json!(null), json!({}), json!([[]]), json!(-1), json!(1e300)] {
                let mut sent = example.clone();
                // The only field that may be nothing.
                if name != "signature" || wrong != json!(null) {
                    sent[name] = wrong;
                    let answer = sends(&house, address, Some("application/json"), &sent.to_string());
                    assert_eq!(answer, (400, "malformed".to_owned()), "{address}: {name}");
                }
            }
        }
    }
}

#[test]
fn what_is_not_said_to_be_json_is_not_read() {
    let house = House::open();
    for (address, example, _) in doors() {
        let example = example.to_string();
        for kind in [
            None,
            Some("text/plain"),
            Some("application/x-www-form-urlencoded"),
            Some("application/jsonp"),
            Some("text/json"),
            Some("x"),
        ] {
            assert_eq!(sends(&house, address, kind, &example), (415, "not_json".to_owned()), "{address}: {kind:?}");
        }
        for kind in ["application/json", "Application/JSON; charset=utf-8", "application/json;charset=x"] {
            let (status, code) = sends(&house, address, Some(kind), &example);
            assert!([400, 404, 422].contains(&status) && code != "malformed", "{address}: {status} {code}");
        }
    }
}

#[test]
fn more_than_is_told_is_not_taken_and_less_is_read() {
    let house = House::open();
    for (address, example, longest) in doors() {
        let example = example.to_string();
        let as_long_as = |length: usize| format!("{example}{}", " ".repeat(length - example.len()));
        let (status, code) = sends(&house, address, Some("application/json"), &as_long_as(longest));
        assert!(status != 413 && code != "malformed", "{address}: {status} {code}");
        for length in [longest + 1, 300 * 1_024, 2_000_000] {
            let answer = sends(&house, address, Some("application/json"), &as_long_as(length));
            assert_eq!(answer, (413, "too_large".to_owned()), "{address}: {length}");
        }
    }
}

#[test]
fn addresses_that_nobody_has_are_refused_to_programs_in_their_own_words() {
    let house = House::open();
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    for address in ["/api/", "/api/v1/", "/api/v2/papers/x", "/api/v1/papers/", "/api/v1/papers/x/y", "/api/v1/papers/%FF"] {
        let mut answer = agent.get(house.url(address)).call().unwrap();
        assert_eq!(
            (answer.status().as_u16(), answer.headers()["content-type"].to_str().unwrap()),
            (404, "application/problem+json")
        );
        let said: Value = serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap();
        let is_paper = address.contains("%FF");
        assert!(said["code"] == "no_such_address" || is_paper && said["code"] == "no_such_survey", "{address}: {said}");
    }
    for address in ["/api", "/en/api/v1/papers/x", "/nowhere"] {
        let page = house.visitor().opens(address);
        assert!(page.is(404).body.contains("<h1>"), "{address} is for people");
    }
}
