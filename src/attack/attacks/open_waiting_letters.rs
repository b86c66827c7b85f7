//! Letters that wait or were given up, and what is left of those that were sent.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::Scene;
use crate::attack::{
    Verdict, Witness,
    loot::{AFTER_CHECKPOINT, ALL, OWN},
    needles::Needles,
};

/// A line of a letter that is shorter could stand elsewhere too.
const LINE: usize = 24;

pub fn open_waiting_letters(scene: &Scene) -> Verdict {
    let mut found = lines(scene);
    found.extend(readers(scene));
    found.extend(remains(scene));
    let promise = "who a letter is for and what it says is sealed, and a sent one is gone";
    Verdict::new("open waiting letters", promise, scene.truth.letters.len(), found)
}

/// What the letters say, looked for everywhere.
fn lines(scene: &Scene) -> Vec<Witness> {
    let lines = scene.truth.letters.iter().flat_map(|letter| letter.text.lines()).filter(|line| line.len() >= LINE);
    let (mut own, mut everyones) = (Needles::default(), Needles::default());
    for line in lines {
        let is_own = line.contains("http") || scene.truth.people.iter().any(|person| line.contains(&person.name));
        let needles = if is_own { &mut own } else { &mut everyones };
        needles.add("a line of a letter", line.as_bytes());
    }
    // Another house on the same server writes the same sentences into the server's journal.
    let mut found = scene.loot.search(&own, &ALL);
    found.extend(scene.loot.search(&everyones, &OWN));
    found
}

/// Whom they are for: in the outbox by name, or as a hash that anyone with a list of addresses can
/// make too.
fn readers(scene: &Scene) -> Vec<Witness> {
    let outbox: Vec<_> = scene.loot.values.iter().filter(|value| value.table == "outbox").collect();
    let batches = outbox.iter().filter(|value| value.column == "batch").map(|value| value.bytes.as_slice());
    let salts: Vec<&[u8]> = batches.chain([&[][..]]).collect();
    let mut needles = scene.truth.people();
    for letter in &scene.truth.letters {
        for salt in &salts {
            needles.add("a reader's address, hashed without a key", &Sha256::digest([salt, letter.to.as_bytes()].concat()));
        }
    }
    outbox.iter().flat_map(|value| needles.find(&value.here(), &value.bytes)).collect()
}

/// Sent letters are overwritten in the file, sealed as they were. (PostgreSQL leaves that to its
/// next vacuum; there, and in a journal, they are a note and no broken promise.)
fn remains(scene: &Scene) -> Vec<Witness> {
    if !scene.stage.is_sqlite() {
        return Vec::new();
    }
    let needles = sent(scene);
    let files = scene.loot.pieces.iter().filter(|piece| piece.name.ends_with(AFTER_CHECKPOINT));
    files.flat_map(|file| needles.find(&file.name, &file.bytes)).collect()
}

/// The ends of sealed letters that were sent: what a page overflows into is overwritten as well.
fn sent(scene: &Scene) -> Needles {
    let mut needles = Needles::default();
    for (nth, letter) in scene.truth.letters.iter().filter(|letter| letter.is_sent).enumerate() {
        let what = format!("sent letter {nth}, still sealed,");
        let (head, rest) = letter.sealed.split_at(letter.sealed.len().min(32));
        needles.add(&what, head);
        needles.add(&what, rest.rchunks(32).next().unwrap_or_default());
    }
    needles
}

/// How many sealed letters that were sent still lie in a journal or in dead rows. Whoever also has
/// the master key can read them until they are overwritten.
pub fn sent_and_not_yet_overwritten(scene: &Scene) -> usize {
    let needles = sent(scene);
    let found = scene.loot.pieces.iter().flat_map(|piece| needles.find(&piece.name, &piece.bytes));
    found.map(|witness| witness.what).collect::<BTreeSet<_>>().len()
}
