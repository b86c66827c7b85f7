//! Rounds made up by hand, for reports and files to be made of.

mod reports;
pub mod rounds;
mod units;
