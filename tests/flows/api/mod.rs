//! What is answered to programs, as `/api/v1/openapi.json` describes it.

mod addresses;
pub mod description;
mod refusals;
mod strangers;
