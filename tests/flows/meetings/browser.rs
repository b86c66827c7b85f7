//! Seats in a real Chromium: drawn and hidden there, kept in the tab, and refused where the notice is not the one promised.
//!
//! Needs `CLEARJAI_TEST_WEBDRIVER`; without it this is passed over, unless `CLEARJAI_TEST_REQUIRE` is `all`.

use std::{env, time::Duration};

use clearjai::credentials::verify::{PreparedMessage, PublicKey};
use serde_json::Value;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, prelude::WebDriver};

use super::scene::*;
use crate::{house::House, wall::respondent::is_refused};

const PATIENCE: Duration = Duration::from_secs(30);

async fn browser(driver: &str) -> WebDriver {
    let mut wanted = DesiredCapabilities::chrome();
    for switch in ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-proxy-server"] {
        wanted.add_arg(switch).unwrap();
    }
    WebDriver::new(driver, wanted).await.unwrap()
}

async fn asks(browser: &WebDriver, script: &str) -> Value {
    browser.execute(format!("return {script}"), Vec::new()).await.map(|answer| answer.json().clone()).unwrap_or_default()
}

async fn sees(browser: &WebDriver, script: &str) {
    let mut waited = Duration::ZERO;
    while asks(browser, &format!("Boolean({script})")).await != Value::Bool(true) {
        assert!(waited < PATIENCE, "this never came true: {script}: {}", asks(browser, "document.body.innerText").await);
        tokio::time::sleep(Duration::from_millis(50)).await;
        waited += Duration::from_millis(50);
    }
}

async fn presses(browser: &WebDriver) {
    sees(browser, "!document.querySelector('form[data-seats] [data-capable]').hidden").await;
    asks(browser, "document.querySelector('form[data-seats] button').click()").await;
}

#[test]
fn a_browser_takes_its_seats_itself_and_only_under_the_notice_it_was_promised() {
    let Ok(driver) = env::var("CLEARJAI_TEST_WEBDRIVER") else {
        assert_ne!(env::var("CLEARJAI_TEST_REQUIRE").as_deref(), Ok("all"), "CLEARJAI_TEST_WEBDRIVER is not set");
        println!("passed over: CLEARJAI_TEST_WEBDRIVER is not set");
        return;
    };
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let link = house.letter_to("p3@example.go.th").link();
    let (address, hash) = link.split_once('#').unwrap();
    let other = Guest::with(&house, address.trim_start_matches("/c/"));
    let seats = house.wait_for(async {
        let browser = browser(&driver).await;
        browser.goto(house.origin_url(&format!("{address}#{}", "0".repeat(64)))).await.unwrap();
        presses(&browser).await;
        sees(&browser, "!document.querySelector('[role=status] [data-say=bad_notice]').hidden").await;
        assert_eq!(asks(&browser, "sessionStorage.length").await, 0);
        browser.goto(house.origin_url(&format!("/en{address}#{hash}"))).await.unwrap();
        presses(&browser).await;
        sees(&browser, "location.pathname === '/en/clinic/ask'").await;
        assert_eq!(asks(&browser, "location.search").await, format!("?session={id}"));
        assert_eq!(asks(&browser, "document.cookie").await, "");
        assert_eq!(asks(&browser, "sessionStorage.length + localStorage.length").await, 1);
        let seats = asks(&browser, &format!("JSON.parse(sessionStorage.getItem('clearjai seats {id}'))")).await;
        browser.quit().await.unwrap();
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
