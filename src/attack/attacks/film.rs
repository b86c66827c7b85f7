//! A film: what somebody learns who copies everything after every wave, and compares.
//!
//! That somebody collected and that a ballot arrived between two copies is seen; that is said openly. What
//! is attacked is the way from there to the answers.

use std::collections::{BTreeMap, BTreeSet};

use super::{Scene, scene::may_not_meet};
use crate::attack::{
    Verdict, Witness,
    lists::Ordered,
    loot::Side,
    odds::{List, Tries},
    survey::{Frame, Kind},
};

/// Somebody's row of a kind changed in the frame with this number.
type News = BTreeMap<(Kind, usize), usize>;

pub fn film(scene: &Scene) -> Verdict {
    let promise = "copies of every step tell that a ballot arrived, and not what it says";
    let mut tries = Tries::default();
    let mut open = Vec::new();
    let film = &scene.played.film;
    for frame in film.iter().filter(|_| scene.played.is_released).take_while(|frame| frame.when != "after the close") {
        let lists = scene.known.rows(frame).into_iter();
        open.extend(
            lists.filter(|list| list.kind > Kind::Ballot).map(|list| Witness::new("answers that are open", list.list.name)),
        );
    }
    if scene.played.is_released {
        let seen = [Kind::Person, Kind::Ballot].map(|kind| Ordered {
            side: Side::Neither,
            is_of_file: false,
            kind,
            list: List { name: format!("the order of {kind:?} in the film"), whose: order(&news(scene), kind) },
        });
        for answers in scene.lists.iter().flatten() {
            for seen in seen.iter().filter(|seen| answers.kind > Kind::Ballot && may_not_meet(seen, answers)) {
                tries.orders(&seen.list, &answers.list, &scene.stratum());
            }
        }
    }
    tries.verdict("a film of backups", promise, scene.answers(), open)
}

/// How many ballots somebody with the film gives to the right person, who cannot read them: within one
/// frame and one stratum, only luck helps.
pub fn ballots_by_film(scene: &Scene) -> usize {
    let news = news(scene);
    let stratum = scene.stratum();
    let mut crowds: BTreeMap<(usize, usize), [BTreeSet<usize>; 2]> = BTreeMap::new();
    for ((kind, whose), frame) in &news {
        let [persons, ballots] = crowds.entry((*frame, stratum(*whose))).or_default();
        if *kind == Kind::Person {
            persons.insert(*whose);
        } else {
            ballots.insert(*whose);
        }
    }
    // Whoever is alone in both is found without luck.
    crowds.values().filter(|[persons, ballots]| persons.len() == 1 && persons == ballots).count()
}

fn order(news: &News, kind: Kind) -> Vec<usize> {
    let mut order: Vec<_> = news.iter().filter(|((of, _), _)| *of == kind).map(|((_, whose), frame)| (*frame, *whose)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, whose)| whose).collect()
}

/// When somebody's row was first seen to change.
fn news(scene: &Scene) -> News {
    let mut news = News::new();
    let film = &scene.played.film;
    for (nth, (before, after)) in film.iter().zip(film.iter().skip(1)).enumerate() {
        let rows = rows(scene, before);
        for ((kind, whose), values) in self::rows(scene, after) {
            if rows.get(&(kind, whose)) != Some(&values) {
                news.entry((kind, whose)).or_insert(nth);
            }
        }
    }
    news
}

/// Everything that stands in the rows of somebody, before any answer is open.
fn rows(scene: &Scene, frame: &Frame) -> BTreeMap<(Kind, usize), BTreeSet<Vec<Vec<u8>>>> {
    let mut rows: BTreeMap<(Kind, usize), BTreeSet<Vec<Vec<u8>>>> = BTreeMap::new();
    for row in frame.tables.iter().flat_map(|table| &table.rows) {
        for (kind, whose) in scene.known.whose(row) {
            if kind < Kind::Answers {
                rows.entry((kind, whose)).or_default().insert(row.values.clone());
            }
        }
    }
    rows
}
