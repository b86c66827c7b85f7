//! The pages for those who come in, drawn from plain data: `start` and `poster`.

mod poster;
mod start;

pub use poster::poster;
pub use start::{Start, start};
