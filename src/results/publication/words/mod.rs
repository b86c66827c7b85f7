//! What is said when a round is published, and to whoever reads of it.

pub mod publishing;
pub mod reading;
