//! How questions, answers and the paper form look.

mod boxed;
mod marks;
mod options;
mod paper;
mod paper_items;
mod part;
mod review;
mod texts;
mod typed;

pub use marks::condition as condition_for_scripts;
pub use paper::paper;
pub use part::{carried, part, question};
pub use review::{read_back, review};
