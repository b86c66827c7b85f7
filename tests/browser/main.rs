//! The whole house in a real browser: by keyboard, by eye, by ear, and over a slow line.
//!
//! Each story has a demo of its own (`house.rs`) and a browser of its own (`browser.rs`), and knows no more
//! than somebody sitting before it. Every page stands in the list in `pages.rs`; `every_page.rs` walks
//! through it. What the checks look for is planted once in `self_checks.rs`.
//!
//! Without `CLEARJAI_TEST_WEBDRIVER` each story says that it is skipped, and passes. What else may be
//! set stands in `story.rs`.
#![expect(clippy::expect_used, reason = "a test that cannot go on should say where")]

mod admission;
mod answering;
mod aria;
mod axe;
mod browser;
mod every_page;
mod first_visit;
mod focus;
mod forms;
mod house;
mod layout;
mod live;
mod pages;
mod questions;
mod report;
mod screen;
mod second_factor;
mod self_checks;
mod signing_in;
mod slips;
mod snapshot;
mod stable;
mod story;
mod vectors;
