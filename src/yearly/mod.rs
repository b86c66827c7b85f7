//! What the department did in a year, and the report of it: activities that somebody wrote down, sessions and surveys
//! that appear by themselves, and the papers in which departments hand all of it in.
//!
//! Promises that what stands on the page stands in every file, and that a figure is one that results let out or that
//! answers can have given. Start at `gather.rs`, then `rows.rs` and `paper.rs`.

mod form;
mod gather;
mod pages;
mod paper;
pub mod routes;
mod rows;
mod words;
