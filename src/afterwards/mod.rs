//! What comes after a session of the clinic: what is told of it, and what those who came thought of it.
//!
//! Promises that the report is published in the register first and in the urn then, and is told again until it is there;
//! and that a figure is one that results let out, with how many answered and on how many levels, or none. Start at
//! `figure.rs` and `tell.rs`.

mod figure;
mod form;
mod pages;
pub mod routes;
mod tell;
mod words;

pub use figure::{Standing, standing};
pub use tell::told;
