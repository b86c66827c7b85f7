//! Asking in a real Chromium: with a seat that lies on the device, and through the open door with its little work.
//!
//! Needs `CLEARJAI_TEST_WEBDRIVER`; without it this is passed over, unless `CLEARJAI_TEST_REQUIRE` is `all`.

use clearjai::notices::Ways;
use serde_json::json;

use super::scene::{Clinic, opens, queue};
use crate::house::browser::{Browser, at_hand};

impl Browser<'_> {
    async fn fills_in(&self, text: &str) {
        self.presses("label[for=topic]").await;
        self.presses("label[for=board]").await;
        self.types("#text", text).await;
    }

    /// Leaves something on the device and opens the page again.
    async fn finds_on_the_device(&self, key: &str, value: &serde_json::Value) {
        self.driver
            .execute("sessionStorage.setItem(arguments[0], arguments[1])", vec![json!(key), json!(value.to_string())])
            .await
            .unwrap();
        self.driver.refresh().await.unwrap();
    }
}

#[test]
fn a_seat_on_the_device_goes_with_the_message_and_no_cookie_does() {
    let Some(at) = at_hand() else { return };
    let clinic = Clinic::open();
    let seats: Vec<_> = [clinic.seat(), clinic.seat()]
        .iter()
        .map(|seat| json!({ "message": seat.message, "signature": seat.signature }))
        .collect();
    let key = format!("clearjai seats {}", clinic.meeting());
    let receipt = clinic.house.wait_for(async {
        let browser = Browser::open(&clinic.house, &at).await;
        browser.goes_to("/clinic/ask").await;
        browser.sees("document.querySelector('form[data-seats]').hidden").await;
        browser.finds_on_the_device(&key, &json!(seats)).await;
        browser
            .sees("!document.querySelector('form[data-seats]').hidden && document.querySelector('[data-no-seats]').hidden")
            .await;
        browser.fills_in("จากเครื่องของฉัน").await;
        browser.presses("form[data-seats] button.btn").await;
        browser
            .sees("document.querySelector('form[data-send] button') && !document.querySelector('form[data-send] button').hidden")
            .await;
        browser.presses("form[data-send] button").await;
        browser.sees("/^[0-9]{4}( [0-9]{4}){3}$/.test(document.querySelector('[data-receipt]').textContent)").await;
        let left = format!("JSON.parse(sessionStorage.getItem('{key}')).length === 1 && sessionStorage.length === 1");
        browser.sees(&left).await;
        assert!(browser.driver.get_all_cookies().await.unwrap().is_empty());
        let receipt = browser.finds("document.querySelector('[data-receipt]').textContent").await;
        browser.closes().await;
        receipt.as_str().unwrap().to_owned()
    });
    opens(&clinic.nobody(), &receipt).is(200).says("จากเครื่องของฉัน");
}

#[test]
fn what_was_cut_off_is_sent_when_the_page_is_opened_again() {
    let Some(at) = at_hand() else { return };
    let clinic = Clinic::open();
    let seat = clinic.seat();
    let pending = json!({
        "meeting": clinic.meeting(), "topic": "cars", "text": "เครือข่ายขาด", "on_board": false, "once": "drawn-before-the-cut",
        "message": seat.message, "signature": seat.signature,
    });
    let key = format!("clearjai sending {}", clinic.meeting());
    clinic.house.wait_for(async {
        let browser = Browser::open(&clinic.house, &at).await;
        browser.goes_to("/clinic/ask").await;
        browser.finds_on_the_device(&key, &pending).await;
        browser.sees("!document.querySelector('[data-shown]').hidden").await;
        browser.closes().await;
    });
    assert_eq!(clinic.monday_comes(), 1);
}

#[test]
fn at_the_open_door_a_script_does_the_work_and_nobody_waits() {
    let Some(at) = at_hand() else { return };
    let clinic = Clinic::with(Ways { by_name: false, by_seat: false, open_door: true });
    clinic.house.wait_for(async {
        let browser = Browser::open(&clinic.house, &at).await;
        browser.goes_to("/clinic/ask").await;
        browser.fills_in("ไม่ต้องรอ").await;
        browser.sees("document.querySelector('input[data-work]').value").await;
        browser.presses("main form button.btn").await;
        browser.sees("document.querySelector('form[action$=\"/clinic/receipt\"] button')").await;
        browser.presses("form[action$='/clinic/receipt'] button").await;
        browser.sees("location.pathname === '/clinic/receipt' && document.querySelector('main .panel p.code')").await;
        browser.closes().await;
    });
    assert_eq!(clinic.monday_comes(), 1);
    let desk = clinic.desk();
    assert_eq!(queue(&desk, "new").len(), 1);
}
