//! The department whose house this is: its name, logo and contact, and its house rules.
//!
//! One row in the register, edited on one page. What every page shows of it hangs on the
//! `web::Sign`; each running instance looks again every few seconds ([`hang`]).

mod change;
mod hang;
mod logo;
mod pages;
pub mod routes;
mod rules;
mod store;
mod tables;
mod words;

pub use change::{change, found};
pub use hang::hang;
pub use rules::{Department, K_DEFAULT, K_LEAST, K_MOST};
pub use store::{current, first_day_kept};
