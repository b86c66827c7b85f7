//! The commands and their help. Whatever goes wrong is one sentence that says what to do, and
//! exit code 2.

mod audit;
mod backup;
mod commands;
mod complaint;
mod demo;
mod demo_activities;
mod demo_agenda;
mod demo_clinic;
mod demo_election;
mod demo_live;
mod demo_open_link;
mod demo_past;
mod demo_plan;
mod demo_rounds;
mod demo_session;
mod demo_staff;
mod diary;
mod doctor;
mod mail;
mod migrate;
mod open;
mod people;
mod people_import;
mod purge;
mod serve;
mod table;
mod user;
mod verify;

pub use commands::run;
pub use complaint::Complaint;
