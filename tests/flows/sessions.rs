//! Sessions: how long they last, how their token changes, and what ends them.

use std::time::Duration;

use crate::house::House;

const MINUTE: Duration = Duration::from_secs(60);
const SESSION: &str = "clearjai";

#[test]
fn a_session_ends_after_two_hours_without_a_visit_and_after_twelve_hours_at_the_latest() {
    let house = House::open();
    let admin = house.administrator();
    house.turn(119 * MINUTE);
    admin.opens("/home").is(200);
    house.turn(121 * MINUTE);
    assert_eq!(admin.opens("/home").leads_to(), "/signin");

    admin.is_in("anan@example.go.th");
    for _ in 0..12 {
        admin.opens("/home").is(200);
        house.turn(60 * MINUTE);
    }
    house.turn(MINUTE);
    assert_eq!(admin.opens("/home").leads_to(), "/signin");
}

#[test]
fn signing_in_gives_a_new_token_whatever_the_browser_brought() {
    let house = House::open();
    house.administrator();
    let victim = house.visitor();
    let planted = "A".repeat(43);
    victim.takes_cookie(SESSION, &planted);
    victim.signs_in("anan@example.go.th", crate::house::PASSWORD);
    assert_ne!(victim.cookie(SESSION).unwrap(), planted);
    let thief = house.visitor();
    thief.takes_cookie(SESSION, &planted);
    assert_eq!(thief.opens("/home").leads_to(), "/signin");
}

#[test]
fn the_second_step_gives_another_token_than_the_first() {
    let house = House::open();
    let admin = house.administrator();
    let visitor = house.visitor();
    visitor.signs_in("anan@example.go.th", crate::house::PASSWORD);
    let half = visitor.cookie(SESSION).unwrap();
    house.turn(MINUTE);
    visitor.fills_in("/signin/code", &[("code", &admin.phone_shows())]).is(303);
    assert_ne!(visitor.cookie(SESSION).unwrap(), half);
    let late = house.visitor();
    late.takes_cookie(SESSION, &half);
    assert_eq!(late.opens("/home").leads_to(), "/signin");
}

#[test]
fn the_token_changes_every_quarter_of_an_hour_and_a_stolen_old_one_is_of_no_use() {
    let house = House::open();
    let admin = house.administrator();
    let old = admin.cookie(SESSION).unwrap();
    house.turn(16 * MINUTE);
    admin.opens("/home").is(200);
    let new = admin.cookie(SESSION).unwrap();
    assert_ne!(old, new);

    // A page that loads side by side still comes with the old one.
    let beside = house.visitor();
    beside.takes_cookie(SESSION, &old);
    beside.opens("/home").is(200);

    // Later it was stolen: the session ends for both.
    house.turn(2 * MINUTE);
    assert_eq!(beside.opens("/home").leads_to(), "/signin");
    assert_eq!(admin.opens("/home").leads_to(), "/signin");
}

#[test]
fn people_see_their_devices_and_sign_one_or_all_of_them_out() {
    let house = House::open();
    let admin = house.administrator();
    let member = house.member(&admin, "busaba", &["viewer"]);
    let other = house.visitor();
    other.is_in("busaba@example.go.th");

    let account = member.opens("/account");
    account.says("เครื่องนี้");
    let ends = account.addresses("/account/sessions/");
    assert_eq!(ends.len(), 1, "one other device");
    member.sends(&account, &ends[0], &[]).is(303);
    assert_eq!(other.opens("/home").leads_to(), "/signin");

    other.is_in("busaba@example.go.th");
    let account = member.opens("/account");
    assert_eq!(member.sends(&account, "/account/sessions", &[]).leads_to(), "/signin?done=signed-out-everywhere");
    assert_eq!(member.opens("/home").leads_to(), "/signin");
    assert_eq!(other.opens("/home").leads_to(), "/signin");
}

#[test]
fn nobody_signs_out_somebody_elses_device() {
    let house = House::open();
    let admin = house.administrator();
    let busaba = house.member(&admin, "busaba", &["viewer"]);
    let chai = house.member(&admin, "chai", &["viewer"]);
    let second = house.visitor();
    second.is_in("busaba@example.go.th");
    let end = busaba.opens("/account").addresses("/account/sessions/").remove(0);
    let drawn = chai.opens("/account");
    chai.sends(&drawn, &end, &[]).is(303);
    second.opens("/home").is(200);
}

#[test]
fn signing_out_ends_the_session_on_the_server_too() {
    let house = House::open();
    let admin = house.administrator();
    let token = admin.cookie(SESSION).unwrap();
    let drawn = admin.opens("/home");
    assert_eq!(admin.sends(&drawn, "/signout", &[]).leads_to(), "/signin?done=signed-out");
    assert!(admin.cookie(SESSION).is_none());
    let thief = house.visitor();
    thief.takes_cookie(SESSION, &token);
    assert_eq!(thief.opens("/home").leads_to(), "/signin");
}

#[test]
fn over_tls_cookies_are_bound_to_this_host_and_answers_ask_for_tls() {
    let house = House::open_with(&[("CLEARJAI_PUBLIC_URL", "https://clear.example")]);
    let page = house.visitor().opens("/signin");
    let cookie = page.header("set-cookie");
    assert!(cookie.starts_with("__Host-clearjai-guest="), "{cookie}");
    for attribute in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(page.header("strict-transport-security").contains("max-age="));
}
