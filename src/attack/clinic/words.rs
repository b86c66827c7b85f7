//! Words, receipts, links and seats of writers, and who they are: looked for in every copy as plain bytes.

use super::{
    Copies,
    truth::{add_secrets, names},
};
use crate::attack::{
    Verdict, Witness,
    loot::{ALL, Loot, Side},
    needles::Needles,
    survey::Frame,
};

pub const ATTACK: &str = "words of the clinic";

/// `last`: what is copied when all is over, with the log.
pub fn words(copies: &Copies, last: &Loot) -> Verdict {
    let (mut secrets, names) = (Needles::default(), names(copies.sitting));
    add_secrets(&mut secrets, &copies.sitting.guests);
    let mut found = Vec::new();
    for loot in [&copies.sitting.before, last] {
        found.extend(loot.search(&secrets, &ALL));
        found.extend(loot.search(&names, &[Side::Urn]));
    }
    let [_, after, _] = copies.frames;
    found.extend(in_frame(after, &secrets, &[Side::Register, Side::Urn]));
    found.extend(in_frame(after, &names, &[Side::Urn]));
    let promise = "no words, receipt, link, seat or name of a writer lie anywhere in clear";
    Verdict::new(ATTACK, promise, secrets.secrets + names.secrets, found)
}

pub fn in_frame(frame: &Frame, needles: &Needles, sides: &[Side]) -> Vec<Witness> {
    let files = frame.files.iter().filter(|file| sides.contains(&file.side));
    let mut found: Vec<_> = files.flat_map(|file| needles.find(&format!("{} {}", frame.when, file.name), &file.bytes)).collect();
    for table in frame.tables.iter().filter(|table| sides.contains(&table.side)) {
        for (value, column) in table.rows.iter().flat_map(|row| row.values.iter().zip(&table.columns)) {
            found.extend(needles.find(&format!("{}: {}.{column}", frame.when, table.name), value));
        }
    }
    found
}
