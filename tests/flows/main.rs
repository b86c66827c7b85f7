//! Stories of the house, told through HTTP: what people see, what letters they get.
//!
//! Every story runs in a house of its own, with its own databases, clock and mailbox; on SQLite,
//! or on PostgreSQL where `TEST_DATABASE_URL` says so.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story that cannot go on should say where"
)]

mod accounts;
mod activities;
mod answering;
mod api;
mod bounces;
mod campaigns;
mod clinic;
mod clinic_whole;
mod commands;
mod diary;
mod elections;
mod eligible;
mod enclosures;
mod forms;
mod house;
mod import;
mod import_command;
mod instruments;
mod letters;
mod live;
mod meetings;
mod metrics;
mod open_link;
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
mod people;
mod plans;
mod results;
mod results_files;
mod results_pages;
mod roll;
mod roster;
mod round_privacy;
mod rounds;
mod second_factor;
mod security;
mod sessions;
mod settings;
mod signing_in;
mod timetable;
mod tls;
mod two_browsers;
mod wall;
mod work;
mod yardsticks;
mod years;
