//! The commands and their help. Whatever goes wrong is one sentence that says what to do, and
//! exit code 2.

mod backup;
mod commands;
mod complaint;
mod demo;
mod diary;
mod doctor;
mod migrate;
mod open;
mod serve;
mod user;

pub use commands::run;
pub use complaint::Complaint;
