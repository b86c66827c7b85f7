//! The sentences of reports: what they tell, how scores are worked out, and the page around them.

mod method;
mod page;
mod report;

pub use method::{Method, method};
pub use page::{PageWords, page};
pub use report::{Words, words};
