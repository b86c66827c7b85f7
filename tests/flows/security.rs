//! What somebody tries who means no good: forms of others, names that are markup, addresses and hosts that are not
//! ours, files that swell, and a watch that measures how long we think.

use std::time::Duration;

use self::ways::{everybody, has_bound_cookies, is_strict, plausible, ways};
use crate::house::{House, PASSWORD};

mod addresses;
mod files;
mod forms;
mod markup;
mod timing;
pub mod ways;

#[test]
fn every_answer_at_every_address_is_strict_and_leads_nowhere_else() {
    let house = House::open();
    let all = everybody(&house);
    for way in ways(&plausible) {
        for visitor in &all {
            let page = visitor.opens(&way.address);
            is_strict(&page);
            assert_eq!(page.header("strict-transport-security"), "", "{}: there is no TLS here", way.address);
            assert!(page.status < 500, "{}: {}", way.address, page.text());
        }
    }
}

#[test]
fn over_tls_every_answer_asks_for_tls_and_every_cookie_is_bound_to_this_host() {
    let house = House::open_with(&[("CLEARJAI_PUBLIC_URL", "https://clear.example")]);
    let stranger = house.visitor();
    for way in ways(&plausible).into_iter().filter(|way| way.is_read) {
        let page = stranger.opens(&way.address);
        assert_eq!(page.header("strict-transport-security"), "max-age=63072000", "{}", way.address);
        has_bound_cookies(&page);
    }
    let admin = house.administrator();
    let again = house.visitor();
    let door = again.opens("/signin");
    let half_in = again.sends(&door, "/signin", &[("email", "anan@example.go.th"), ("password", PASSWORD)]);
    assert!(half_in.headers["set-cookie"].iter().any(|cookie| cookie.starts_with("__Host-clearjai=")));
    has_bound_cookies(&half_in);
    house.turn(Duration::from_secs(30));
    let code = admin.phone_shows();
    has_bound_cookies(again.fills_in("/signin/code", &[("code", &code)]).is(303));
    // The name that is used without TLS counts for nothing here.
    let token = again.cookie("__Host-clearjai").unwrap();
    let other = house.visitor();
    other.takes_cookie("clearjai", &token);
    assert!(other.opens("/home").leads_to().starts_with("/signin"));
    let home = again.opens("/home");
    has_bound_cookies(again.sends(&home, "/signout", &[]).is(303));
}

#[test]
fn a_closed_session_is_closed_for_every_page_and_form_of_it() {
    let house = House::open();
    let admin = house.administrator();
    let member = house.member(&admin, "chai", &["coordinator"]);
    let form = member.opens("/plans/new");
    let token = member.cookie("clearjai").unwrap();
    member.sends(&member.opens("/home"), "/signout", &[]).is(303);
    let thief = house.visitor();
    thief.takes_cookie("clearjai", &token);
    assert!(thief.opens("/plans").leads_to().starts_with("/signin"));
    assert!(thief.sends(&form, "/plans/new", &[("title_thai", "x")]).leads_to().starts_with("/signin"));
    // A new session of the same person does not take the forms of the one before.
    member.is_in("chai@example.go.th");
    member.sends(&form, "/plans/new", &[("title_thai", "x")]).is(400);
}
