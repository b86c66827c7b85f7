//! A frozen database of every release: each is brought up to date by this version and still
//! answers. `tests/upgrades/freeze` makes one when a version is released.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on should say where")]

mod thawed;

use std::env;

use thawed::{Thawed, releases};

#[test]
fn this_version_is_frozen_too() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(releases().iter().any(|release| release.ends_with(version)), "run tests/upgrades/freeze {version}");
}

#[test]
fn every_release_is_brought_up_to_date_on_sqlite() {
    for release in releases() {
        Thawed::sqlite(&release).still_answers();
    }
}

#[test]
fn every_release_is_brought_up_to_date_on_postgres() {
    let Ok(url) = env::var("TEST_DATABASE_URL") else {
        eprintln!("skipped: every_release_is_brought_up_to_date_on_postgres needs TEST_DATABASE_URL");
        return;
    };
    for release in releases() {
        Thawed::postgres(&release, &url).still_answers();
    }
}
