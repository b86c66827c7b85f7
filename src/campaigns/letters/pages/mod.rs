//! The pages about letters, drawn from plain data.

pub mod announcement;
mod edit;
mod overview;
mod preview;

pub use edit::{Form, edit};
pub use overview::{One, overview};
pub use preview::Sample;
