//! Sizes: how long a sealed ballot is, beside how long a text is. A paper has a few sizes, so that a ballot
//! says at most that somebody wrote a lot.

use std::collections::{BTreeMap, BTreeSet};

use super::Scene;
use crate::attack::{
    Verdict,
    odds::{List, Tries},
    survey::{Kind, Table},
};

pub fn sizes(scene: &Scene) -> Verdict {
    let promise = "the size of a ballot tells no more than that somebody wrote a lot";
    let mut tries = Tries::default();
    let mut texts: Vec<_> = scene.played.cast.clone();
    texts.sort_by_key(|whose| length(scene, *whose));
    let texts = List { name: "texts by length".to_owned(), whose: texts };
    let mut known = 0;
    for table in &scene.at_rest[0].tables {
        for (at, column) in table.columns.iter().enumerate() {
            let lengths = lengths(scene, table, at);
            let different: BTreeSet<_> = lengths.values().collect();
            if lengths.len() < 6 {
                continue;
            }
            known = known.max(lengths.len());
            let mut whose: Vec<_> = lengths.keys().copied().collect();
            // Of one size they stand in no order at all.
            whose.sort_by_key(|whose| (lengths.get(whose).copied(), scene.played.voters.get(*whose).map(|it| &it.message)));
            let name = format!("{} by the length of {column} ({} lengths)", table.name, different.len());
            tries.orders(&List { name, whose }, &texts, &|whose| class(scene, whose));
        }
    }
    tries.verdict("sizes of ballots", promise, known, Vec::new())
}

fn lengths(scene: &Scene, table: &Table, at: usize) -> BTreeMap<usize, usize> {
    let of_row = |row| Some((*scene.known.whose(row).get(&Kind::Ballot)?, row.values.get(at)?.len()));
    table.rows.iter().filter_map(of_row).collect()
}

fn length(scene: &Scene, whose: usize) -> usize {
    scene.played.voters.get(whose).map_or(0, |voter| voter.text.len())
}

/// Which of the paper's sizes holds what they wrote: this much a ballot says.
fn class(scene: &Scene, whose: usize) -> usize {
    let sealed = scene.played.voters.get(whose).and_then(|voter| voter.sealed.last());
    sealed.map_or(0, Vec::len)
}
