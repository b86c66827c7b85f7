//! A real Chromium, with nothing in it from before.
//!
//! Needs `CLEARJAI_TEST_WEBDRIVER`; without it stories with a browser are passed over, unless `CLEARJAI_TEST_REQUIRE` is `all`.

use std::{env, time::Duration};

use serde_json::Value;
use thirtyfour::{
    ChromiumLikeCapabilities, DesiredCapabilities,
    error::WebDriverErrorInner::{NoSuchElement, StaleElementReference},
    prelude::{By, WebDriver},
};

use super::{House, actors::PASSWORD};

pub const PATIENCE: Duration = Duration::from_secs(30);
pub const A_MOMENT: Duration = Duration::from_millis(50);

/// Where browsers are started from, if anywhere.
pub fn at_hand() -> Option<String> {
    let driver = env::var("CLEARJAI_TEST_WEBDRIVER").ok();
    if driver.is_none() {
        assert_ne!(env::var("CLEARJAI_TEST_REQUIRE").as_deref(), Ok("all"), "CLEARJAI_TEST_WEBDRIVER is not set");
        println!("passed over: CLEARJAI_TEST_WEBDRIVER is not set");
    }
    driver
}

pub struct Browser<'house> {
    house: &'house House,
    pub driver: WebDriver,
}

impl<'house> Browser<'house> {
    pub async fn open(house: &'house House, at: &str) -> Self {
        let mut wanted = DesiredCapabilities::chrome();
        for switch in ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-proxy-server"] {
            wanted.add_arg(switch).unwrap();
        }
        Self { house, driver: WebDriver::new(at, wanted).await.unwrap() }
    }

    pub async fn goes_to(&self, address: &str) {
        self.driver.goto(self.house.origin_url(address)).await.unwrap();
    }

    /// What a script finds.
    pub async fn finds(&self, script: &str) -> Value {
        self.driver.execute(format!("return {script}"), Vec::new()).await.map(|answer| answer.json().clone()).unwrap_or_default()
    }

    /// Waits until a script says so.
    pub async fn sees(&self, script: &str) {
        let mut waited = Duration::ZERO;
        while self.finds(&format!("Boolean({script})")).await != Value::Bool(true) {
            if waited >= PATIENCE {
                let (here, page) = (self.finds("location.pathname").await, self.finds("document.body.innerText").await);
                panic!("at {here} this never came true: {script}\n{page}");
            }
            tokio::time::sleep(A_MOMENT).await;
            waited += A_MOMENT;
        }
    }

    /// Waits until the page says so; joints between Thai words aside.
    pub async fn reads(&self, words: &str) {
        self.sees(&format!("document.body.innerText.replaceAll('\u{2060}', '').includes({})", Value::from(words))).await;
    }

    /// What went away between a look and the press was not pressed, and is looked for again.
    pub async fn presses(&self, selector: &str) {
        let mut waited = Duration::ZERO;
        loop {
            self.sees(&format!("document.querySelector({})", Value::from(selector))).await;
            let pressed = async {
                let found = self.driver.find(By::Css(selector)).await?;
                found.scroll_into_view().await?;
                found.click().await
            };
            match pressed.await {
                Ok(()) => return,
                Err(gone) if waited < PATIENCE && matches!(*gone, StaleElementReference(_) | NoSuchElement(_)) => (),
                Err(other) => panic!("{selector} cannot be pressed: {other}"),
            }
            tokio::time::sleep(A_MOMENT).await;
            waited += A_MOMENT;
        }
    }

    pub async fn types(&self, selector: &str, text: &str) {
        self.sees(&format!("document.querySelector({})", Value::from(selector))).await;
        let field = self.driver.find(By::Css(selector)).await.unwrap();
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    pub async fn signs_in(&self, email: &str) {
        self.goes_to("/signin").await;
        self.types("[name=email]", email).await;
        self.types("[name=password]", PASSWORD).await;
        self.presses("main form button").await;
        self.sees("location.pathname === '/home'").await;
    }

    pub async fn closes(self) {
        self.driver.quit().await.unwrap();
    }
}
