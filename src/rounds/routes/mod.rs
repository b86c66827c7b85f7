//! The addresses of this room, by page.

pub(super) mod deeds;
pub mod overview;
pub mod planning;
pub mod promises;
pub mod public;
pub mod questions;
mod shelf;
pub mod stages;
pub mod timing;
