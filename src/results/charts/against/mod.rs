//! Figures on one line against a target: indicators with the round before, units, items without distributions.

mod chart;
mod indicators;
mod units;

pub use chart::{dot, draw, legend};
pub use indicators::{indicators, of_rows, row};
pub use units::units;
