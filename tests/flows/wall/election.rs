//! A whole round in a real Chromium: two people hand in, one thinks better of it on another device, one loses
//! the network between the doors, one has no scripts; then the bulletin is checked offline.
//!
//! Needs `CLEARJAI_TEST_WEBDRIVER`; without it this is passed over, unless `CLEARJAI_TEST_REQUIRE` is `all`.

use std::{env, fs, ops::Deref, process::Command, time::Duration};

use serde_json::{Value, json};
use thirtyfour::{
    common::command::{Command as Asked, ExtensionCommand},
    prelude::{By, WebElement},
};
use ureq::http::Method;

use super::respondent::*;
use crate::{
    house::{
        House,
        browser::{A_MOMENT, Browser, PATIENCE, at_hand},
    },
    rounds::desk::*,
};

/// Somebody with a phone of their own: nothing is in it from before.
struct Person<'house> {
    browser: Browser<'house>,
}

impl<'house> Deref for Person<'house> {
    type Target = Browser<'house>;

    fn deref(&self) -> &Browser<'house> {
        &self.browser
    }
}

impl<'house> Person<'house> {
    async fn with(house: &'house House, at: &str) -> Self {
        let person = Self { browser: Browser::open(house, at).await };
        person
            .devtools(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true }),
            )
            .await;
        person
    }

    async fn devtools(&self, command: &str, with: Value) {
        let asked = Asked::ExtensionCommand(Box::new(DevTools { command: command.to_owned(), with }));
        self.driver.cmd(asked).await.unwrap();
    }

    async fn here(&self) -> String {
        self.driver.current_url().await.unwrap().to_string()
    }

    /// Waits for something without asking the page's scripts, which may be off.
    async fn meets(&self, selector: &str) -> WebElement {
        let mut waited = Duration::ZERO;
        loop {
            match self.driver.find(By::Css(selector)).await {
                Ok(found) => return found,
                Err(fault) => assert!(waited < PATIENCE, "at {}: {fault}", self.here().await),
            }
            tokio::time::sleep(A_MOMENT).await;
            waited += A_MOMENT;
        }
    }

    /// From the start page to the check page, with a level for each of the two questions.
    async fn answers(&self, first: u8, second: u8) {
        self.presses("form[data-start] button").await;
        self.rates(first, second).await;
        self.presses("section[data-page=\"1\"] [data-go=next]").await;
        self.sees("!document.querySelector('section[data-page=check]').hidden").await;
    }

    async fn rates(&self, first: u8, second: u8) {
        for (item, level) in [("i1", first), ("i2", second)] {
            self.presses(&format!("input[name={item}][value='{level}'] + label")).await;
        }
    }

    async fn receipt(&self) -> String {
        self.sees("!document.querySelector('section[data-page=sent]').hidden").await;
        self.sees("/^[0-9]{4}( [0-9]{4}){5}$/.test(document.querySelector('[data-receipt]').textContent.trim())").await;
        self.finds("document.querySelector('[data-receipt]').textContent.trim()").await.as_str().unwrap().to_owned()
    }

    /// What this browser keeps of the survey.
    async fn keeps(&self) -> Value {
        self.finds(
            "Object.keys({ ...localStorage, ...sessionStorage }).filter(key => /answers|hand-in|receipt/.test(key)).length",
        )
        .await
    }

    async fn leaves(self) {
        self.browser.closes().await;
    }
}

/// A command of the `DevTools` protocol, which `ChromeDriver` passes on.
#[derive(Debug)]
struct DevTools {
    command: String,
    with: Value,
}

impl ExtensionCommand for DevTools {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "cmd": self.command, "params": self.with }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> std::sync::Arc<str> {
        "/goog/cdp/execute".into()
    }
}

#[test]
fn a_whole_round_in_real_browsers_and_its_bulletin_holds_offline() {
    let Some(driver) = at_hand() else { return };
    let house = House::open();
    let id = open_round(&house);
    let links = links(&house, id);
    let receipts = house.wait_for(vote(&house, &driver, &links));
    for link in &links[3..9] {
        assert_eq!(Respondent::with(&house, link).ballot(&[("i1", "4"), ("i2", "3")]).goes_in(&house).0, 201);
    }

    comes(&house, 14, 16, 45);
    house.timetable_runs();
    let (status, bulletin) = call(&house, &format!("/api/v1/bulletins/{id}"), None);
    assert_eq!((status, bulletin["ballots"].as_array().unwrap().len()), (200, 9), "{bulletin}");
    let file = house.place().folder().join("bulletin.json");
    fs::write(&file, bulletin.to_string()).unwrap();
    for receipt in &receipts {
        let checked = Command::new(env!("CARGO_BIN_EXE_clearjai"))
            .env_clear()
            .args(["verify".as_ref(), file.as_os_str(), "--receipt".as_ref(), receipt.as_ref()])
            .output()
            .unwrap();
        assert!(
            checked.status.success(),
            "{}{}",
            String::from_utf8_lossy(&checked.stdout),
            String::from_utf8_lossy(&checked.stderr)
        );
    }
    house.wait_for(finds_the_line(&house, &driver, &format!("/en/surveys/{id}/bulletin"), &receipts[0]));
}

async fn vote(house: &House, driver: &str, links: &[String]) -> Vec<String> {
    // One answers, and at home thinks better of it.
    let first = Person::with(house, driver).await;
    first.goes_to(&format!("/t/{}", links[0])).await;
    first.answers(1, 2).await;
    first.presses("section[data-page=check] [data-go=send]").await;
    let receipt = first.receipt().await;
    assert_eq!(first.keeps().await, 0, "nothing is kept once the receipt is shown");
    assert_eq!(first.finds("document.cookie").await, "");
    first.goes_to(&format!("/t/{}", links[0])).await;
    first.sees("!document.querySelector('form[data-start]')").await;
    first.leaves().await;
    let at_home = Person::with(house, driver).await;
    let survey = Respondent::with(house, &links[0]).survey;
    at_home.goes_to(&format!("/surveys/{survey}/replace")).await;
    at_home.presses("form[data-start] button").await;
    at_home.sees("!document.querySelector('section[data-page=receipt]').hidden").await;
    at_home.driver.find(By::Css("[data-receipt-typed]")).await.unwrap().send_keys(&receipt).await.unwrap();
    at_home.presses("section[data-page=receipt] [data-go=next]").await;
    at_home.rates(4, 4).await;
    at_home.presses("section[data-page=\"1\"] [data-go=next]").await;
    at_home.presses("section[data-page=check] [data-go=send]").await;
    assert_eq!(at_home.receipt().await, receipt, "it stays the same");
    at_home.sees("!document.querySelector('section[data-page=sent] [data-say=replaced]').hidden").await;
    at_home.leaves().await;

    // One loses the network between the doors, and goes away and comes back.
    let second = Person::with(house, driver).await;
    second.goes_to(&format!("/en/t/{}", links[1])).await;
    second.answers(3, 3).await;
    second.devtools("Network.enable", json!({})).await;
    second.devtools("Network.setBlockedURLs", json!({ "urls": ["*/api/v1/ballots"] })).await;
    second.presses("section[data-page=check] [data-go=send]").await;
    second.sees("!document.querySelector('[data-say=waiting]').hidden").await;
    second.driver.refresh().await.unwrap();
    second.sees("!document.querySelector('section[data-page=sending]').hidden").await;
    second.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await;
    let second_receipt = second.receipt().await;
    assert_eq!(second.keeps().await, 0);
    second.leaves().await;

    // One has no scripts.
    let third = Person::with(house, driver).await;
    third.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    third.goes_to(&format!("/en/t/{}", links[2])).await;
    third.meets("form[data-start] button.btn").await.click().await.unwrap();
    third.meets("input[name=i1][value='2'] + label").await.click().await.unwrap();
    third.meets("input[name=i2][value='3'] + label").await.click().await.unwrap();
    third.meets("main form[action$='/1'] button.btn").await.click().await.unwrap();
    third.meets("main form[action$='/send'] button.btn").await.click().await.unwrap();
    let text = third.meets("[data-receipt]").await.text().await.unwrap();
    assert_eq!(text.trim().len(), 29, "{text}");
    third.leaves().await;
    vec![receipt, second_receipt, text.trim().to_owned()]
}

async fn finds_the_line(house: &House, driver: &str, address: &str, receipt: &str) {
    let person = Person::with(house, driver).await;
    person.goes_to(address).await;
    person.driver.find(By::Css("[data-find-receipt] input")).await.unwrap().send_keys(receipt).await.unwrap();
    person.presses("[data-find-receipt] button").await;
    person.sees("!document.querySelector('[data-say=found]').hidden").await;
    person.leaves().await;
}
