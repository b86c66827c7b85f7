//! Joins: every value of a row that belongs to somebody, its hash and its beginning, looked for in the rows
//! of the other side; and of the same side, where a ballot and its answers must not meet either.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use data_encoding::HEXLOWER_PERMISSIVE;
use sha2::{Digest as _, Sha256};

use super::Scene;
use crate::attack::{
    Verdict, Witness,
    lists::{Known, Ordered},
    loot::Side,
    odds::Tries,
    survey::{Frame, Kind},
};

/// A value that more rows share tells nobody from the others.
const FEW: usize = 3;
/// Shorter values, and smaller numbers, are counts and codes.
const SHORTEST: usize = 4;
const LEAST: u64 = 100_000;
const MICROS: u64 = 1_000_000;

/// In which columns a value stands, and in whose rows.
type Index = HashMap<Vec<u8>, BTreeMap<String, BTreeSet<usize>>>;

pub fn joins(scene: &Scene) -> Verdict {
    let mut tries = Tries::default();
    let mut strangers = Vec::new();
    for (frame, lists) in scene.at_rest.into_iter().zip(&scene.lists) {
        strangers.extend(strangers_in(lists));
        join_kinds(scene.known, frame, &|whose| crowd(scene, whose), &mut tries);
    }
    let promise = "no value, hash or beginning of a value joins a person, a ballot and its answers";
    tries.verdict("joins", promise, scene.answers(), strangers)
}

/// What is somebody's of one kind, beside what is theirs of every other. `crowd`: of how many one would have to guess.
pub fn join_kinds(known: &Known, frame: &Frame, crowd: &dyn Fn(usize) -> f64, tries: &mut Tries) {
    let indexes = indexes(known, frame);
    for (one, values) in &indexes {
        for (_, others) in indexes.iter().filter(|(other, _)| one < *other) {
            join(crowd, frame.when, values, others, tries);
        }
    }
}

/// Of the register in the urn, or the other way round.
pub fn strangers_in(lists: &[Ordered]) -> Vec<Witness> {
    let strange = lists.iter().filter(|ordered| (ordered.side == Side::Register) != (ordered.kind == Kind::Person));
    strange.map(|ordered| Witness::new(format!("{:?} on the wrong side", ordered.kind), &ordered.list.name)).collect()
}

fn indexes(known: &Known, frame: &Frame) -> BTreeMap<Kind, Index> {
    let mut indexes: BTreeMap<Kind, Index> = BTreeMap::new();
    for table in &frame.tables {
        for row in &table.rows {
            let whose = known.whose(row);
            for (kind, whose) in whose {
                let index = indexes.entry(kind).or_default();
                for (value, column) in row.values.iter().zip(&table.columns) {
                    for key in keys(value) {
                        let here = format!("{}.{column}", table.name);
                        index.entry(key).or_default().entry(here).or_default().insert(whose);
                    }
                }
            }
        }
    }
    indexes
}

/// By which a value may be recognised.
fn keys(value: &[u8]) -> Vec<Vec<u8>> {
    if value.len() < SHORTEST {
        return Vec::new();
    }
    if let Some(number) = std::str::from_utf8(value).ok().and_then(|text| text.parse::<u64>().ok()) {
        // Moments also by the second.
        let seconds = number / MICROS;
        let numbers = [number, seconds].into_iter().filter(|number| *number > LEAST);
        return numbers.map(|number| format!("number {number}").into_bytes()).collect();
    }
    let mut keys = vec![value.to_vec(), Sha256::digest(value).to_vec()];
    if let Ok(bytes) = HEXLOWER_PERMISSIVE.decode(value) {
        keys.push(bytes);
    }
    let long = keys.clone().into_iter().filter(|key| key.len() > 8);
    keys.extend(long.filter_map(|key| key.get(..8).map(<[u8]>::to_vec)));
    keys
}

/// For everybody, the answer that the rarest common value of two columns points to.
fn join(crowd: &dyn Fn(usize) -> f64, when: &str, values: &Index, others: &Index, tries: &mut Tries) {
    type Guesses = BTreeMap<usize, (usize, usize)>;
    let mut columns: BTreeMap<(&str, &str), Guesses> = BTreeMap::new();
    for (key, in_columns) in values {
        let Some(in_others) = others.get(key) else { continue };
        for ((column, whose), (other, candidates)) in
            in_columns.iter().flat_map(|one| in_others.iter().map(move |other| (one, other)))
        {
            let (count, Some(first)) = (candidates.len().max(whose.len()), candidates.first()) else { continue };
            if count > FEW {
                continue;
            }
            let guesses = columns.entry((column, other)).or_default();
            for whose in whose {
                let guess = (count, *first);
                guesses.entry(*whose).and_modify(|best| *best = guess.min(*best)).or_insert(guess);
            }
        }
    }
    // What shares nothing was tried as well.
    tries.guesses(format!("{when} nothing"), 0, 1.0);
    for ((column, other), guesses) in columns {
        let right = guesses.iter().filter(|(whose, (_, guess))| *whose == guess).count();
        let by_luck = guesses.keys().map(|whose| 1.0 / crowd(*whose)).sum();
        tries.guesses(format!("{when} {column} beside {other}"), right, by_luck);
    }
}

/// Of how many one would have to guess.
fn crowd(scene: &Scene, whose: usize) -> f64 {
    let stratum = scene.stratum();
    let others = scene.played.cast.iter().filter(|other| stratum(**other) == stratum(whose)).count();
    u32::try_from(others.max(1)).map_or(f64::MAX, f64::from)
}
