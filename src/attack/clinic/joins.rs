//! Joins: any value, hash or beginning that stands with a person, with a used seat and with a matter.

use super::Copies;
use crate::attack::{
    Verdict,
    attacks::{join_kinds, strangers_in},
    odds::Tries,
};

pub const ATTACK: &str = "joins in the clinic";

pub fn joins(copies: &Copies) -> Verdict {
    let mut tries = Tries::default();
    let mut strangers = Vec::new();
    let crowd = u32::try_from(copies.messages().max(1)).map_or(f64::MAX, f64::from);
    for (frame, lists) in copies.frames.into_iter().zip(&copies.lists) {
        strangers.extend(strangers_in(lists));
        join_kinds(copies.known, frame, &|_| crowd, &mut tries);
    }
    let promise = "no value joins a person, a seat that was used and a matter";
    tries.verdict(ATTACK, promise, copies.messages(), strangers)
}
