//! The pages of turnout, drawn from what was written down.

mod chart;
pub mod hr;
pub mod participation;
