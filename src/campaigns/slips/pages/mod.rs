//! The pages about slips, drawn from plain data: for whom, a last check, and the sheets themselves.

mod check;
mod choose;
mod heading;
mod sheets;

pub use check::{Check, check};
pub use choose::{Choosing, SlipsForm, choose, hidden};
pub use sheets::{Imprint, OnEvery, sheets, sheets_below};
