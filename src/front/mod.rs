//! The front of the house: pages for everyone, without signing in, and two words for machines.

mod pages;
mod routes;
mod words;

pub use routes::{accessibility, contact, health, home, privacy, ready, to_english};
