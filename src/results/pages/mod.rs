//! The pages of results, drawn from a `Round` and nothing else.

mod comparison;
mod declared;
mod facts;
pub mod figures;
mod items;
mod other_items;
pub mod outer;
mod summary;
mod units;
mod waiting;

pub use comparison::comparison;
pub use items::{Arranged, items};
pub use outer::View;
pub use summary::{files, summary};
pub use units::units;
pub use waiting::{opening, still_open};
