//! Sessions of the clinic, as those see them who plan them, print for them, and are invited.

mod after;
mod browser;
mod calendar;
mod ending;
mod letters;
mod on_paper;
mod opening;
mod planning;
pub mod scene;
mod seats;
