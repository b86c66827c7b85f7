//! The sentences about results, by where they stand.

pub mod charts;
pub mod hiding;
mod left_out;
pub mod pages;

pub use left_out::left_out_in_words;
