//! Seats in a real Chromium: drawn and hidden there, kept in the tab, and refused where the notice is not the one promised.
//!
//! Needs `CLEARJAI_TEST_WEBDRIVER`; without it this is passed over, unless `CLEARJAI_TEST_REQUIRE` is `all`.

use clearjai::credentials::verify::{PreparedMessage, PublicKey};
use serde_json::Value;

use super::scene::*;
use crate::{
    house::{
        House,
        browser::{Browser, at_hand},
    },
    wall::respondent::is_refused,
};

async fn presses(browser: &Browser<'_>) {
    browser.sees("!document.querySelector('form[data-seats] [data-capable]').hidden").await;
    browser.presses("form[data-seats] button").await;
}

#[test]
fn a_browser_takes_its_seats_itself_and_only_under_the_notice_it_was_promised() {
    let Some(at) = at_hand() else { return };
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let link = house.letter_to("p3@example.go.th").link();
    let (address, hash) = link.split_once('#').unwrap();
    let other = Guest::with(&house, address.trim_start_matches("/c/"));
    let seats = house.wait_for(async {
        let browser = Browser::open(&house, &at).await;
        browser.goes_to(&format!("{address}#{}", "0".repeat(64))).await;
        presses(&browser).await;
        browser.sees("!document.querySelector('[role=status] [data-say=bad_notice]').hidden").await;
        assert_eq!(browser.finds("sessionStorage.length").await, 0);
        browser.goes_to(&format!("/en{address}#{hash}")).await;
        presses(&browser).await;
        browser.sees("location.pathname === '/en/clinic/ask'").await;
        assert_eq!(browser.finds("location.search").await, format!("?session={id}"));
        assert_eq!(browser.finds("document.cookie").await, "");
        assert_eq!(browser.finds("sessionStorage.length + localStorage.length").await, 1);
        let seats = browser.finds(&format!("JSON.parse(sessionStorage.getItem('clearjai seats {id}'))")).await;
        browser.closes().await;
        seats
    });
    let seats = seats.as_array().unwrap();
    assert_eq!(seats.len(), 3);
    let mut key = PublicKey::from_spki(&other.notice.key.as_ref().unwrap().0).unwrap().verifier().unwrap();
    let bytes = |text: &Value| data_encoding::BASE64URL_NOPAD.decode(text.as_str().unwrap().as_bytes()).unwrap();
    for seat in seats {
        let message = PreparedMessage::from_bytes(bytes(&seat["message"]).try_into().unwrap());
        assert!(key.accepts(&message, &bytes(&seat["signature"])));
    }
    is_refused(&other.asks_to_sign(&other.blinded()), 409, "already_taken");
}
