//! The sentences for those who answer.

mod about;
mod handing_in;
mod start;

pub use about::{Row, words as about};
pub use handing_in::{refusal, words as handing_in};
pub use start::words as start;
