//! Joins: any value, hash or beginning that stands with a person, with a used seat and with a matter; or with a message in
//! the letterbox and with the matter it became, by which a film of copies would tell between which two each came.

use std::collections::BTreeSet;

use super::Copies;
use crate::attack::{
    Verdict, Witness,
    attacks::{join_kinds, strangers_in},
    loot::Side,
    odds::Tries,
    survey::Table,
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
    strangers.extend(kept_on_the_way(copies));
    let promise = "no value joins a person, a seat that was used and a matter, or a message with what became of it";
    tries.verdict(ATTACK, promise, copies.messages(), strangers)
}

/// What all messages have in common, or many.
const SHARED: [&str; 3] = ["meeting_id", "way", "month"];

/// Shorter values are the same by chance.
const TELLING: usize = 8;

fn kept_on_the_way(copies: &Copies) -> Vec<Witness> {
    let [before, after, last] = copies.frames;
    let Some(letterbox) = before.table(Side::Urn, "letterbox") else { return Vec::new() };
    let own = letterbox.columns.iter().filter(|column| !SHARED.contains(&column.as_str()));
    let of_messages: BTreeSet<&[u8]> =
        own.flat_map(|column| letterbox.column(column)).filter(|value| value.len() >= TELLING).collect();
    let mut found = Vec::new();
    for frame in [after, last] {
        let others = frame.tables.iter().filter(|table| table.side == Side::Urn && table.name != "letterbox");
        found.extend(others.flat_map(|table| with_a_message(table, &of_messages)));
    }
    found
}

fn with_a_message(table: &Table, of_messages: &BTreeSet<&[u8]>) -> Vec<Witness> {
    let has_one = |column: &&String| table.column(column).any(|value| of_messages.contains(value));
    let witness = |column: &String| Witness::new("what a message had in the letterbox", format!("{}.{column}", table.name));
    table.columns.iter().filter(has_one).map(witness).collect()
}
