//! The report of a round, put together in the order in which offices hand it in. Start at `whole.rs`.

mod found;
mod indicators;
mod items;
mod method;
mod result;
mod spreads;
mod table;
mod telling;
mod units;
mod whole;

pub use method::method_list;
pub use telling::Telling;
pub use whole::{Imprint, document};
