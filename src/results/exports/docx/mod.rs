//! The report as a document that an office can go on writing in: its XML written by hand, as little of it as
//! a word processor needs. Drawn from the same `Document` as the page. Start at `package.rs`.

mod body;
mod fixed;
mod package;
mod xml;

pub use package::docx;
