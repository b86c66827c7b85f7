//! The rounds of one questionnaire against the target of each: small pictures on one axis.

mod chart;
mod data;

pub use chart::draw;
pub use data::{Panel, Trend, trend};
