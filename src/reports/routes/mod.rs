//! Results over HTTP.

pub mod check;
pub mod comments;
pub mod files;
mod hand;
mod mark;
pub mod publication;
pub mod reading;
pub mod report;
pub mod results;
mod scene;
pub mod years;
