//! Asking in a real Chromium: with a seat that lies on the device, and through the open door with its little work.
//!
//! Needs `CLEARJAI_TEST_WEBDRIVER`; without it this is passed over, unless `CLEARJAI_TEST_REQUIRE` is `all`.

use std::{env, time::Duration};

use clearjai::notices::Ways;
use serde_json::json;
use thirtyfour::{
    ChromiumLikeCapabilities, DesiredCapabilities,
    prelude::{By, WebDriver},
};

use super::scene::{Clinic, opens, queue};

const PATIENCE: Duration = Duration::from_secs(20);
const A_MOMENT: Duration = Duration::from_millis(50);

fn driver() -> Option<String> {
    let driver = env::var("CLEARJAI_TEST_WEBDRIVER").ok();
    if driver.is_none() {
        assert_ne!(env::var("CLEARJAI_TEST_REQUIRE").as_deref(), Ok("all"), "CLEARJAI_TEST_WEBDRIVER is not set");
        println!("passed over: CLEARJAI_TEST_WEBDRIVER is not set");
    }
    driver
}

async fn browser(driver: &str) -> WebDriver {
    let mut wanted = DesiredCapabilities::chrome();
    for switch in ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-proxy-server"] {
        wanted.add_arg(switch).unwrap();
    }
    WebDriver::new(driver, wanted).await.unwrap()
}

/// Waits until a script says so.
async fn sees(driver: &WebDriver, script: &str) {
    let mut waited = Duration::ZERO;
    loop {
        let seen = driver.execute(format!("return Boolean({script})"), Vec::new()).await;
        if seen.is_ok_and(|seen| seen.json().as_bool() == Some(true)) {
            return;
        }
        assert!(waited < PATIENCE, "this never came true: {script}");
        tokio::time::sleep(A_MOMENT).await;
        waited += A_MOMENT;
    }
}

async fn fills_in(driver: &WebDriver, text: &str) {
    for selector in ["label[for=topic]", "label[for=board]"] {
        driver.find(By::Css(selector)).await.unwrap().click().await.unwrap();
    }
    driver.find(By::Css("#text")).await.unwrap().send_keys(text).await.unwrap();
}

#[test]
fn a_seat_on_the_device_goes_with_the_message_and_no_cookie_does() {
    let Some(at) = driver() else { return };
    let clinic = Clinic::open();
    let seats: Vec<_> = [clinic.seat(), clinic.seat()]
        .iter()
        .map(|seat| json!({ "message": seat.message, "signature": seat.signature }))
        .collect();
    let key = format!("clearjai seats {}", clinic.meeting());
    let receipt = clinic.house.wait_for(async {
        let driver = browser(&at).await;
        driver.goto(clinic.house.origin_url("/clinic/ask")).await.unwrap();
        sees(&driver, "document.querySelector('form[data-seats]').hidden").await;
        driver
            .execute("sessionStorage.setItem(arguments[0], arguments[1])", vec![json!(key), json!(json!(seats).to_string())])
            .await
            .unwrap();
        driver.refresh().await.unwrap();
        sees(&driver, "!document.querySelector('form[data-seats]').hidden && document.querySelector('[data-no-seats]').hidden")
            .await;
        fills_in(&driver, "จากเครื่องของฉัน").await;
        driver.find(By::Css("form[data-seats] button.btn")).await.unwrap().click().await.unwrap();
        sees(
            &driver,
            "document.querySelector('form[data-send] button') && !document.querySelector('form[data-send] button').hidden",
        )
        .await;
        driver.find(By::Css("form[data-send] button")).await.unwrap().click().await.unwrap();
        sees(&driver, "/^[0-9]{4}( [0-9]{4}){3}$/.test(document.querySelector('[data-receipt]').textContent)").await;
        let left = format!("JSON.parse(sessionStorage.getItem('{key}')).length === 1 && sessionStorage.length === 1");
        sees(&driver, &left).await;
        assert!(driver.get_all_cookies().await.unwrap().is_empty());
        let receipt = driver.execute("return document.querySelector('[data-receipt]').textContent", Vec::new()).await.unwrap();
        driver.quit().await.unwrap();
        receipt.json().as_str().unwrap().to_owned()
    });
    opens(&clinic.nobody(), &receipt).is(200).says("จากเครื่องของฉัน");
}

#[test]
fn what_was_cut_off_is_sent_when_the_page_is_opened_again() {
    let Some(at) = driver() else { return };
    let clinic = Clinic::open();
    let seat = clinic.seat();
    let pending = json!({
        "meeting": clinic.meeting(), "topic": "cars", "text": "เครือข่ายขาด", "on_board": false, "once": "drawn-before-the-cut",
        "message": seat.message, "signature": seat.signature,
    });
    let key = format!("clearjai sending {}", clinic.meeting());
    clinic.house.wait_for(async {
        let driver = browser(&at).await;
        driver.goto(clinic.house.origin_url("/clinic/ask")).await.unwrap();
        driver
            .execute("sessionStorage.setItem(arguments[0], arguments[1])", vec![json!(key), json!(pending.to_string())])
            .await
            .unwrap();
        driver.refresh().await.unwrap();
        sees(&driver, "!document.querySelector('[data-shown]').hidden").await;
        driver.quit().await.unwrap();
    });
    assert_eq!(clinic.monday_comes(), 1);
}

#[test]
fn at_the_open_door_a_script_does_the_work_and_nobody_waits() {
    let Some(at) = driver() else { return };
    let clinic = Clinic::with(Ways { by_name: false, by_seat: false, open_door: true });
    clinic.house.wait_for(async {
        let driver = browser(&at).await;
        driver.goto(clinic.house.origin_url("/clinic/ask")).await.unwrap();
        fills_in(&driver, "ไม่ต้องรอ").await;
        sees(&driver, "document.querySelector('input[data-work]').value").await;
        driver.find(By::Css("main form button.btn")).await.unwrap().click().await.unwrap();
        sees(&driver, "document.querySelector('form[action$=\"/clinic/receipt\"] button')").await;
        driver.find(By::Css("form[action$='/clinic/receipt'] button")).await.unwrap().click().await.unwrap();
        sees(&driver, "location.pathname === '/clinic/receipt' && document.querySelector('main .panel p.code')").await;
        driver.quit().await.unwrap();
    });
    assert_eq!(clinic.monday_comes(), 1);
    let desk = clinic.desk();
    assert_eq!(queue(&desk, "new").len(), 1);
}
