//! Addresses and hosts: whatever a request says, links lead to pages of ours, and doors stay where they are.

use std::time::Duration;

use super::ways::{raw, status};
use crate::house::{House, PASSWORD};

#[test]
fn no_address_makes_a_link_to_another_host() {
    let house = House::open();
    for path in [
        "//evil.example/",
        "/en//evil.example/",
        "/en//evil.example",
        "/en/\\evil.example",
        "/en///evil.example",
        "/%2Fevil.example/",
    ] {
        let answer = raw(&house, &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        assert!(["400", "404"].contains(&status(&answer)), "{path}: {answer:.200}");
        for mark in ["href=\"//", "href=\"/\\", "action=\"//", "location: //"] {
            assert!(!answer.contains(mark), "{path} makes {mark}");
        }
    }
}

#[test]
fn the_second_step_leads_to_a_page_of_ours_and_nowhere_else() {
    let house = House::open();
    let admin = house.administrator();
    for elsewhere in
        ["//evil.example/", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=y"]
    {
        let visitor = house.visitor();
        visitor.signs_in("anan@example.go.th", PASSWORD).is(303);
        house.turn(Duration::from_secs(30));
        let page = visitor.opens("/signin/code?to=%2F%2Fevil.example");
        assert!(page.fields("to").is_empty());
        let code = admin.phone_shows();
        assert_eq!(
            visitor.sends(&page, "/signin/code", &[("code", &code), ("to", elsewhere)]).leads_to(),
            "/home",
            "{elsewhere}"
        );
    }
}

#[test]
fn whatever_host_a_request_names_links_and_letters_stay_ours() {
    let house = House::open();
    house.administrator();
    for head in [
        "GET /signin HTTP/1.1\r\nHost: evil.example",
        "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example;proto=https",
        "GET /home HTTP/1.1\r\nHost: evil.example\r\nX-Original-URL: /admin/people\r\nX-Rewrite-URL: /admin/people",
        "GET http://evil.example/signin HTTP/1.1\r\nHost: evil.example",
        "GET /nowhere HTTP/1.1\r\nHost: evil.example:80@x",
    ] {
        let answer = raw(&house, &format!("{head}\r\nConnection: close\r\n\r\n"));
        assert!(!answer.contains("evil.example"), "{head}: {answer:.400}");
        assert!(!status(&answer).starts_with('5'), "{head}: {answer:.200}");
        assert!(!answer.contains("/admin/people/new"), "{head} went elsewhere than its address says");
    }

    let asked = house.visitor();
    let page = asked.opens("/forgotten");
    let body = serde_urlencoded::to_string([("key", page.field("key").as_str()), ("email", "anan@example.go.th")]).unwrap();
    let answer = raw(
        &house,
        &format!(
            "POST /forgotten HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nCookie: clearjai-guest={}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            asked.cookie("clearjai-guest").unwrap(),
            body.len()
        ),
    );
    assert_eq!(status(&answer), "303", "{answer}");
    let letter = house.letter_to("anan@example.go.th");
    assert!(!letter.raw.contains("evil.example"));
    assert!(letter.link().starts_with("/reset/"));
}

#[test]
fn an_address_written_otherwise_leads_to_the_same_door_or_to_none() {
    let house = House::open();
    let admin = house.administrator();
    let viewer = house.member(&admin, "vera", &["viewer"]);
    for address in [
        "/admin%2Fpeople",
        "/%61dmin/people",
        "/admin/./people",
        "/admin/people/",
        "/ADMIN/people",
        "/admin;x=y/people",
        "/admin/people%00",
    ] {
        let page = viewer.opens(address);
        assert!([400, 403, 404].contains(&page.status), "{address}: {}", page.status);
        page.does_not_say("anan@example.go.th");
    }

    // Whoever writes a program's address otherwise is a program all the same.
    for address in ["/api/v1/nothing", "/%61pi/v1/nothing", "/ap%69/v1/nothing"] {
        let answer = raw(&house, &format!("GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        assert_eq!(status(&answer), "404");
        assert!(answer.contains("application/problem+json"), "{address}: {answer:.300}");
    }

    // A name of its own for ballots stays the only one that takes them, however the address is written.
    let apart = House::open_with(&[("CLEARJAI_BALLOT_URL", "https://ballots.example.go.th")]);
    let posts = |host: &str, address: &str| {
        let head = format!("POST {address} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: 2");
        raw(&apart, &format!("{head}\r\nConnection: close\r\n\r\n{{}}"))
    };
    assert_eq!(status(&posts("ballots.example.go.th", "/api/v1/ballots")), "400");
    for address in ["/api/v1/ballots", "/api/v1/ballot%73", "/%61pi/v1/receipts"] {
        assert_eq!(status(&posts("clear.example", address)), "404", "{address}");
    }
    assert_eq!(status(&posts("ballots.example.go.th", "/sign%69n")), "404");
}

#[test]
fn requests_of_two_minds_are_refused() {
    let house = House::open();
    for request in [
        "POST /signin HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
        "POST /signin HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
        "GET /signin HTTP/1.1\r\nHost: x\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "POST /signin HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 30\r\nConnection: close\r\n\r\nx",
        "POST /signin HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        "GET /signin HTTP/1.1\r\nHost: x\r\nX: a\rb\r\nConnection: close\r\n\r\n",
    ] {
        let answer = raw(&house, request);
        assert_eq!(status(&answer), "400", "{request}: {answer:.200}");
    }
    for method in ["TRACE", "PUT", "DELETE", "PATCH", "PROPFIND"] {
        let answer = raw(&house, &format!("{method} /signin HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        assert!(["400", "404", "405"].contains(&status(&answer)), "{method}: {answer:.200}");
    }
    house.visitor().opens("/healthz").is(200);
}
