//! Orders that are kept: rows as they are read, their numbers, places and transactions, every column, and
//! their places in files, laid side by side.

use super::{Scene, scene::may_not_meet};
use crate::attack::{Verdict, odds::Tries, survey::Kind};

pub fn order_of_rows(scene: &Scene) -> Verdict {
    let promise = "no order of rows, numbers, places or transactions tells whose an answer is";
    side_by_side(scene, false).verdict("order of rows", promise, scene.answers(), Vec::new())
}

pub fn order_in_files(scene: &Scene) -> Verdict {
    let promise = "no place in a file tells whose an answer is";
    side_by_side(scene, true).verdict("order in files", promise, scene.answers(), Vec::new())
}

/// From a line of the bulletin, or a receipt, to the answers.
pub fn bulletin(scene: &Scene) -> Verdict {
    let promise = "no line of the bulletin tells which answers came with it";
    let mut tries = Tries::default();
    let [_, released] = &scene.lists;
    let pages = scene.played.after.iter().filter(|page| page.address.contains("bulletin"));
    let published: Vec<_> = pages.flat_map(|page| scene.known.text(&page.address, &page.body)).collect();
    let lines = released.iter().chain(&published).filter(|list| list.kind == Kind::Ballot && scene.played.is_released);
    for line in lines {
        for answer in released.iter().filter(|list| list.kind > Kind::Ballot) {
            tries.orders(&line.list, &answer.list, &scene.stratum());
        }
    }
    tries.verdict("receipts and bulletin", promise, scene.answers(), Vec::new())
}

fn side_by_side(scene: &Scene, is_of_file: bool) -> Tries {
    let mut tries = Tries::default();
    let onlookers = scene.onlookers();
    for lists in &scene.lists {
        let lists: Vec<_> = lists.iter().filter(|list| list.is_of_file == is_of_file).chain(&onlookers).collect();
        for one in &lists {
            for other in lists.iter().filter(|other| may_not_meet(one, other)) {
                tries.orders(&one.list, &other.list, &scene.stratum());
            }
        }
    }
    tries
}
