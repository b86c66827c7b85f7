//! Blocks that are opened while a survey runs: whose answers and texts they are, for somebody who has a copy from before
//! and one from after.

use std::collections::BTreeSet;

use super::{
    Scene,
    joins::{join_kinds, strangers_in},
    scene::may_not_meet,
};
use crate::attack::{
    Verdict, Witness,
    lists::{Known, Ordered},
    loot::Side,
    odds::{List, Tries},
    survey::{Blocks, Frame, Kind, whose},
};

pub fn blocks(scene: &Scene) -> Verdict {
    let promise = "of a block that is opened while a survey runs, nothing is told to be of fewer than k people";
    let mut tries = Tries::default();
    let mut found = Vec::new();
    let Some(blocks) = &scene.played.blocks else {
        return tries.verdict("blocks", promise, 0, found);
    };
    let known = scene.of_blocks;
    let k = usize::try_from(blocks.paper.k).unwrap_or(usize::MAX);
    let film = film(blocks, scene.is_planted);
    let crowds = crowds(known, blocks, &film);
    let block = |whose: usize| crowds.iter().position(|crowd| crowd.contains(&whose)).unwrap_or(usize::MAX);
    let size = |whose: usize| crowds.get(block(whose)).map_or(1, BTreeSet::len);
    for (((before, _), (after, _)), crowd) in film.iter().zip(film.iter().skip(1)).zip(&crowds) {
        for kind in [Kind::Answers, Kind::Text] {
            let news = whose(known, after, kind).len() - whose(known, before, kind).len();
            if news > 0 && (news < k || crowd.len() < k) {
                let what = format!("{news} {kind:?} of {} people", crowd.len());
                found.push(Witness::new(what, after.when));
            }
        }
        let lists = known.all(after);
        found.extend(strangers_in(&lists));
        let onlooker = who_cast_when(blocks);
        let all: Vec<_> = known.all(before).into_iter().chain(lists).chain([onlooker]).collect();
        for one in &all {
            for other in all.iter().filter(|other| other.kind > Kind::Ballot && may_not_meet(one, other)) {
                tries.orders(&one.list, &other.list, &block);
            }
        }
        let of_how_many = |whose: usize| u32::try_from(size(whose)).map_or(f64::MAX, f64::from);
        join_kinds(known, after, &of_how_many, &mut tries);
    }
    tries.verdict("blocks", promise, blocks.cast.len(), found)
}

fn film(blocks: &Blocks, is_planted: bool) -> Vec<(&Frame, usize)> {
    let frames = blocks.film.iter().enumerate().map(|(nth, (frame, cast))| {
        let is_block = nth == 1;
        (if is_block && is_planted { &blocks.planted } else { frame }, *cast)
    });
    frames.collect()
}

/// Who may be meant by what was opened between two copies: whose ballot is no longer sealed.
fn crowds(known: &Known, blocks: &Blocks, film: &[(&Frame, usize)]) -> Vec<BTreeSet<usize>> {
    let mut sealed = BTreeSet::new();
    let mut crowds = Vec::new();
    let mut until = 0;
    for (frame, cast) in film {
        sealed.extend(blocks.cast.iter().skip(until).take(cast - until).copied());
        until = *cast;
        let still = still_sealed(known, frame);
        crowds.push(sealed.difference(&still).copied().collect());
        sealed = still;
    }
    // Before the first copy nothing was opened.
    crowds.split_off(1)
}

fn still_sealed(known: &Known, frame: &Frame) -> BTreeSet<usize> {
    let rows = frame.table(Side::Urn, "sealed_ballots").into_iter().flat_map(|table| &table.rows);
    rows.filter_map(|row| known.whose(row).get(&Kind::Ballot).copied()).collect()
}

fn who_cast_when(blocks: &Blocks) -> Ordered {
    let list = List { name: "who cast when".to_owned(), whose: blocks.cast.clone() };
    Ordered { side: Side::Register, is_of_file: false, kind: Kind::Person, list }
}
