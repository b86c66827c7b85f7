//! Orders: who took seats, who wrote, and in which order rows and bytes of seats that were used and of matters stand.

use super::Copies;
use crate::attack::{Verdict, attacks::may_not_meet, odds::Tries};

pub const ATTACK: &str = "order in the clinic";

pub fn orders(copies: &Copies) -> Verdict {
    let mut tries = Tries::default();
    let onlookers = copies.onlookers();
    for lists in &copies.lists {
        let lists: Vec<_> = lists.iter().chain(&onlookers).collect();
        for one in &lists {
            for other in lists.iter().filter(|other| may_not_meet(one, other)) {
                tries.orders(&one.list, &other.list, &|_| 0);
            }
        }
    }
    let promise = "no order of rows, numbers, transactions or places in files tells who wrote what";
    tries.verdict(ATTACK, promise, copies.messages(), Vec::new())
}
