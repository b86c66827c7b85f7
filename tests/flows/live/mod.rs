//! Questions asked live: from the code on the wall to the summary for the report.

mod asking;
mod bad_input;
mod leading;
mod listening;
pub mod session;
mod voting;
