//! How questions, answers and the paper form look.

mod boxed;
mod options;
mod paper;
mod paper_items;
mod part;
mod review;
mod texts;
mod typed;

pub use paper::paper;
pub use part::{carried, part};
pub use review::review;
