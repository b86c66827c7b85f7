//! Pages of improvement plans, drawn from plain data.

pub mod confirm;
pub mod forms;
pub mod list;
mod measure;
pub mod paper;
pub mod plan;
