//! A report as a PDF: A4, with its own letters inside, ragged at the right, and text that can be copied out.
//!
//! Only in a program that was built with the feature `pdf`. Knows the report (`results::report`) and nothing
//! else. Start at `draw.rs`; `case.rs` and `outlines.rs` are why Thai comes out of it as it went in.

mod against;
mod bytes;
mod case;
mod draw;
mod faces;
mod facts;
mod file;
mod lengths;
mod lines;
mod outlines;
mod press;
mod sheets;
mod signatures;
mod spread;
mod style;
mod table;

pub use draw::{Undrawable, pdf};
