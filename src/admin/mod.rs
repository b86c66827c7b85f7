//! Running the house from the browser: letters that are stuck, the timetable, backups.

mod pages;
pub mod routes;
mod words;
