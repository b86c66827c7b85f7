//! The addresses about letters, by page.

pub mod announcement;
pub mod texts;
