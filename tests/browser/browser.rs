//! A headless Chromium with a fresh profile: what somebody sees, types and presses.
//!
//! Keys go where the focus is (`focus.rs`), as they do from a keyboard.

use std::cell::Cell;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, action_chain::ActionChain, prelude::*};

use crate::{
    house::SignIn,
    screen::{DESKTOP, Scheme},
};

const SWITCHES: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
];

const PATIENCE: Duration = Duration::from_secs(15);

pub struct Browser {
    pub driver: WebDriver,
    house: String,
    /// Whom the list of pages has signed in, by their role.
    pub signed_in_as: Cell<Option<&'static str>>,
}

impl Browser {
    /// `house` is the address all others here begin with.
    pub async fn open(driver: &str, house: &str) -> Self {
        let mut wanted = DesiredCapabilities::chrome();
        for switch in SWITCHES {
            wanted.add_arg(switch).expect("a switch");
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::Warning).expect("a log level");
        let driver = WebDriver::new(driver, wanted).await.expect("a browser opens");
        let browser = Self { driver, house: house.to_owned(), signed_in_as: Cell::new(None) };
        browser.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        browser.screen(DESKTOP).await;
        browser.scheme(Scheme::Light).await;
        browser
    }

    pub async fn close(self) {
        self.driver.quit().await.expect("the browser closes");
    }

    /// Opens an address of the house.
    pub async fn open_page(&self, address: &str) {
        self.driver.goto(format!("{}{address}", self.house)).await.expect("the page opens");
    }

    /// The address looked at, without the house.
    pub async fn here(&self) -> String {
        let address = self.driver.current_url().await.expect("an address");
        let address = address.as_str();
        address.strip_prefix(&self.house).unwrap_or(address).to_owned()
    }

    /// Does something that leads to another page (or to the same one, sent again), and waits for it.
    pub async fn turning_the_page(&self, deed: impl Future<Output = ()>) {
        self.ask::<Value>("document.documentElement.dataset.turned = 'not yet'").await;
        deed.await;
        self.until("return document.readyState === 'complete' && !('turned' in document.documentElement.dataset)").await;
    }

    /// Waits until a script returns true. A page that is just being replaced has no answer yet.
    pub async fn until(&self, script: &str) {
        let asked = Instant::now();
        while !self.try_ask::<bool>(script).await.is_ok_and(|is_so| is_so) {
            assert!(asked.elapsed() < PATIENCE, "at {} this never came true: {script}", self.here().await);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// What a script returns.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str) -> T {
        self.try_ask(script).await.unwrap_or_else(|fault| panic!("{fault}, asked for {script:.200}"))
    }

    async fn try_ask<T: DeserializeOwned>(&self, script: &str) -> WebDriverResult<T> {
        self.driver.execute(script, Vec::new()).await?.convert()
    }

    /// What a script hands to its only argument, a function, some time later.
    pub async fn ask_and_wait<T: DeserializeOwned>(&self, script: &str) -> T {
        let answer = self.driver.execute_async(script, Vec::new()).await;
        answer.and_then(|answer| answer.convert()).unwrap_or_else(|fault| panic!("{fault}, asked for {script:.200}"))
    }

    /// Presses keys one after the other, wherever the focus is.
    pub async fn types(&self, keys: impl Into<TypingData>) {
        self.hands().send_keys(keys).perform().await.expect("keys are pressed");
    }

    /// Presses a key with Shift.
    pub async fn types_with_shift(&self, key: Key) {
        self.hands().key_down(Key::Shift).send_keys(key).key_up(Key::Shift).perform().await.expect("keys are pressed");
    }

    fn hands(&self) -> ActionChain {
        self.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// Writes into a field, in place of what is there.
    pub async fn fill_in(&self, field: &str, text: &str) {
        let found = self.find(&format!("#{field}")).await;
        found.clear().await.expect("the field can be emptied");
        if !text.is_empty() {
            found.send_keys(text).await.expect("the field takes text");
        }
    }

    pub async fn click(&self, selector: &str) {
        self.find(selector).await.click().await.unwrap_or_else(|fault| panic!("{selector} cannot be clicked: {fault}"));
    }

    pub async fn choose_file(&self, selector: &str, file: std::path::PathBuf) {
        self.find(selector).await.send_keys(file.to_string_lossy().into_owned()).await.expect("a file can be chosen");
    }

    pub async fn double_click(&self, selector: &str) {
        let button = self.find(selector).await;
        button.scroll_into_view().await.expect("the button can be scrolled to");
        self.hands().double_click_element(&button).perform().await.expect("the button can be clicked twice");
    }

    async fn find(&self, selector: &str) -> WebElement {
        match self.driver.find(By::Css(selector)).await.ok() {
            Some(found) => found,
            None => panic!("at {} there is no {selector}", self.here().await),
        }
    }

    pub async fn text(&self, selector: &str) -> String {
        self.find(selector).await.text().await.expect("its text")
    }

    pub async fn count(&self, selector: &str) -> usize {
        self.driver.find_all(By::Css(selector)).await.expect("a search").len()
    }

    /// What a link of this page leads to: the end of its address.
    pub async fn id_behind(&self, link: &str) -> String {
        self.ask(&format!("return new URL(document.querySelector(\"{link}\").href).pathname.split('/').pop()")).await
    }

    /// Signs in by the form at `sign_in`.
    pub async fn signs_in(&self, sign_in: &str, person: &SignIn) {
        self.open_page(sign_in).await;
        self.fill_in("email", &person.email).await;
        self.fill_in("password", &person.password).await;
        self.turning_the_page(self.click("main form button")).await;
    }

    /// What the browser warned of since it was asked last; not that a page has a status of 4xx.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.driver.browser_log().await.expect("the browser's log").into_iter();
        let log = log.filter(|entry| !entry.message.contains("the server responded with a status of 4"));
        log.map(|entry| format!("{}: {}", entry.level, entry.message)).collect()
    }
}
