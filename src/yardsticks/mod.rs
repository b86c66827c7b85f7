//! What results are measured by: rating tables and sample rules, as data that an editor can change.
//!
//! Promises that a fiscal year has at most one of each kind, and that a rating table leaves no result
//! without a level and no part of the total without its weight. Knows no survey and no result. Start at `yardstick.rs`, then `rating.rs`.

mod change;
mod form;
mod pages;
mod rating;
pub mod routes;
mod sample;
mod shipped;
mod soundness;
mod store;
mod tables;
mod weighing;
mod weights;
mod words;
mod yardstick;

pub use change::{change, copy, found};
pub use rating::{RatingLevel, RatingTable, When};
pub use sample::SampleRule;
pub use soundness::Unsound;
pub use store::{all, any, find, rating, sample_rule};
pub use weights::Weights;
pub use yardstick::{Definition, Kind, Refusal, Wanted, Yardstick, Years};
