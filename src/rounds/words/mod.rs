//! What this room says to people, in every language.

pub mod overview;
pub mod planning;
pub mod promises;
pub mod public;
pub mod questions;
mod reasons;
pub mod stages;
pub mod timing;

pub use reasons::{not_now_in_words, obstacle_in_words, refusal_in_words};
