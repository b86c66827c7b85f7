//! What staff see of a released round, and what the department says that it will do.
//!
//! Promises that the page, its preview and its file are drawn from one `View`, which holds nothing that was not
//! let out and nothing that was not ticked. Knows no register: whether a round is published comes with its
//! `Occasion`. Start at `announcement.rs`, then `view.rs`.

mod announcement;
mod file;
mod form;
pub mod pages;
mod store;
mod view;
pub mod words;

pub use announcement::{LINES_MOST, Publication, Shows, Undertaking};
pub use file::json;
pub use form::{Line, Typed};
pub use store::{find, keep, published};
pub use view::View;
