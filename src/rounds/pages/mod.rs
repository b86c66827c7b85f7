//! The pages of this room, drawn from plain data.

pub mod heading;
pub mod overview;
pub mod planning;
pub mod promises;
pub mod public;
pub mod questions;
pub mod stages;
mod steps;
pub mod timing;
