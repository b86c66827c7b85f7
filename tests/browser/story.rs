//! How a story is told: with a house and a browser of its own, or not at all if there is no driver.
//!
//! `CLEARJAI_TEST_WEBDRIVER`: the address of a running `ChromeDriver`. `CLEARJAI_TEST_AXE`: a copy of
//! `axe.min.js`. `CLEARJAI_TEST_REQUIRE=all`: what is skipped has failed. `CLEARJAI_TEST_SHOTS`: a folder for
//! pictures. `CLEARJAI_UPDATE_SNAPSHOTS=1`: write the snapshots anew.

use std::{
    env,
    panic::{AssertUnwindSafe, resume_unwind},
    path::PathBuf,
};

use futures_util::FutureExt;
use tokio::runtime;

use crate::{browser::Browser, house::House};

/// Tells a story, if there is a browser to tell it in.
pub fn story(name: &str, told: impl AsyncFnOnce(&House, &Browser)) {
    let Some(driver) = needed(name, "CLEARJAI_TEST_WEBDRIVER") else { return };
    let house = House::open();
    let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime for the story");
    runtime.block_on(async {
        let browser = Browser::open(&driver, house.address()).await;
        let ended = AssertUnwindSafe(told(&house, &browser)).catch_unwind().await;
        if ended.is_err()
            && let Some(folder) = shots()
        {
            let path = folder.join(format!("failed-{name}.png"));
            let _what_failed_first_counts = AssertUnwindSafe(browser.picture(&path)).catch_unwind().await;
        }
        browser.close().await;
        ended.unwrap_or_else(|fault| resume_unwind(fault));
    });
    house.close();
}

/// A story that needs a copy of axe-core as well; `axe` is its source.
pub fn story_with_axe(name: &str, told: impl AsyncFnOnce(&House, &Browser, &str)) {
    let Some(path) = needed(name, "CLEARJAI_TEST_AXE") else { return };
    let axe = std::fs::read_to_string(&path).expect("CLEARJAI_TEST_AXE names a file that can be read");
    story(name, async |house, browser| told(house, browser, &axe).await);
}

/// Where pictures go, if any are wanted.
pub fn shots() -> Option<PathBuf> {
    let folder = PathBuf::from(env::var_os("CLEARJAI_TEST_SHOTS").filter(|folder| !folder.is_empty())?);
    std::fs::create_dir_all(&folder).expect("CLEARJAI_TEST_SHOTS names a folder that can be made");
    Some(folder)
}

fn needed(name: &str, variable: &str) -> Option<String> {
    let value = env::var(variable).ok().filter(|value| !value.is_empty());
    if value.is_none() {
        let skipped = format!("skipped: {name} needs {variable}");
        assert!(env::var("CLEARJAI_TEST_REQUIRE").as_deref() != Ok("all"), "{skipped}");
        println!("{skipped}");
    }
    value
}
