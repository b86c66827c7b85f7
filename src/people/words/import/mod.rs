//! What the four steps of an import say.

pub mod check;
pub mod choose;
pub mod columns;
pub mod done;
mod steps;

pub use super::counted::{counted, people, rows};
pub use steps::{Step, service, steps};
