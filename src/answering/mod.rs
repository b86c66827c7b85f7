//! The pages of those who answer: the start, the questions, the check page, handing in, the receipt; and
//! what is kept about them.
//!
//! Promises that looking changes nothing, that no page sets a cookie or remembers who looked, and that a
//! browser without scripts can hand in too, by the weaker promise and told so. Composition: it names both
//! sides of the wall, and every deed asks one and then the other. Start at `way.rs` and `sitting.rs`; then
//! `pages/whole.rs` for browsers with scripts, `turning.rs` and `hand_in.rs` for those without.

mod hand_in;
mod luggage;
mod pages;
pub mod routes;
mod sitting;
mod turning;
mod way;
mod words;
