//! Questions asked live: from the code on the wall to the summary for the report.

mod asking;
mod bad_input;
mod leading;
mod listening;
mod session;
mod voting;
