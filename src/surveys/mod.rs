//! Surveys: what is asked of staff, in which fiscal year and round.
//!
//! So far a survey is its place in the year, its name and its k. Knows no person and no answer.
//! Start at `survey.rs`, then `plan.rs`.

mod pages;
mod plan;
pub mod routes;
mod store;
mod survey;
mod tables;
mod words;

pub use plan::plan;
pub use store::{all, find};
pub use survey::{NewSurvey, Refusal, Survey};
