//! The fiscal year at a glance: what lies in which month, and what is to be done next.
//!
//! Reads what each room has, one after the other, and keeps nothing but the calendar that `agenda` keeps for it. Tells of
//! an open round no more than its days. Start at `gather.rs`; `to_do.rs` says what comes next and `strip.rs` draws months.

mod form;
mod gather;
mod pages;
pub mod routes;
mod strip;
mod to_do;
mod words;
