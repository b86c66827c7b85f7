//! The front of the house: pages for everyone, without signing in, and two words for machines.

mod pages;
mod routes;
mod words;

pub use routes::{accessibility, by_code, contact, description, health, home, privacy, ready, to_code, to_english};
