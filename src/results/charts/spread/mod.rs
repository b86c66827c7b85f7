//! How answers are spread over a scale, in the direction of the score.

mod chart;
mod layout;
mod rows;

pub use chart::{draw, legend, reversed};
pub use rows::{Picture, has_any, spreads};
