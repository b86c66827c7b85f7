//! Letters and slips for those who may answer, and how many have taken part.

mod calendar;
mod letters;
mod newcomers;
mod opening;
mod reminder_days;
mod reminders;
pub mod scene;
mod sending;
mod slips;
mod turnout;
