//! Activities and their reports over HTTP.

mod deeds;
pub mod keeping;
pub mod report;
mod scene;
pub mod summary;
