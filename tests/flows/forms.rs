//! Forms: drawn for one visitor, good for a day's work, with limits.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use crate::house::{House, PASSWORD};

#[test]
fn a_form_that_we_did_not_draw_for_this_visitor_is_refused() {
    let house = House::open();
    let admin = house.administrator();
    let fields = [("email", "anan@example.go.th"), ("password", PASSWORD)];
    house.visitor().posts("/signin", &fields).is(400).says("หน้านี้ค้างไว้นานเกินไป");

    let other = house.visitor().opens("/signin").field("key");
    let visitor = house.visitor();
    visitor.opens("/signin");
    visitor.posts("/signin", &[("key", &other), fields[0], fields[1]]).is(400);
    visitor.posts("/signin", &[("key", "forged"), fields[0], fields[1]]).is(400);

    // The key of a guest is not the key of the account they sign in to.
    let guest = house.visitor().opens("/signin").field("key");
    admin.posts("/account", &[("key", &guest), ("name", "x")]).is(400);
}

#[test]
fn a_form_may_lie_open_half_a_day() {
    let house = House::open();
    house.administrator();
    let visitor = house.visitor();
    let page = visitor.opens("/signin");
    house.turn(Duration::from_secs(12 * 60 * 60));
    visitor.sends(&page, "/signin", &[("email", "anan@example.go.th"), ("password", PASSWORD)]).is(303);
    house.turn(Duration::from_secs(60));
    visitor.sends(&page, "/signin", &[("email", "anan@example.go.th"), ("password", PASSWORD)]).is(400);
}

#[test]
fn too_much_is_refused_and_junk_is_not_understood() {
    let house = House::open();
    let visitor = house.visitor();
    let page = visitor.opens("/signin");
    let huge = "a".repeat(70 * 1024);
    visitor.sends(&page, "/signin", &[("email", &huge)]).is(413).says("ข้อมูลที่ส่งมาใหญ่เกินไป");

    for (kind, body) in [
        ("text/plain", "key=x"),
        ("application/x-www-form-urlencoded", "key=\u{fffd}%ff%fe"),
        ("multipart/form-data", "nothing"),
        ("application/json", "{}"),
    ] {
        let answer = raw(
            &house,
            &format!(
                "POST /signin HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                body.len()
            ),
        );
        assert!(answer.starts_with("HTTP/1.1 400"), "{kind}: {answer}");
    }
}

#[test]
fn broken_requests_never_break_the_server() {
    let house = House::open();
    for request in [
        "GET / HTTP/1.1\r\nHost: x\r\nCookie: clearjai=%00%ff; clearjai-guest=\u{1f600}\r\nConnection: close\r\n\r\n".to_owned(),
        format!("GET /{} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "a".repeat(20_000)),
        "GET /admin/people/not-an-id HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_owned(),
        "GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_owned(),
        "GET /assets/../Cargo.toml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_owned(),
        "BREW /signin HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_owned(),
        "POST /signin HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n".to_owned(),
        "\r\n\r\n".to_owned(),
    ] {
        let answer = raw(&house, &request);
        let status = answer.split(' ').nth(1).unwrap_or("none");
        assert!(!status.starts_with('5') && status != "200" || request.starts_with("GET / "), "{status} for {request:.60}");
    }
    house.visitor().opens("/healthz").is(200);
}

fn raw(house: &House, request: &str) -> String {
    let mut stream = TcpStream::connect(house.socket()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let _the_server_may_hang_up = stream.write_all(request.as_bytes());
    let mut answer = Vec::new();
    let _until_closed = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}
