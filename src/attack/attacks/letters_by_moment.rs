//! Whose a waiting letter is, told by the moment it was posted: accounts and links that were made
//! in the same deed carry it too.
//!
//! No promise is broken by it today: the diary names whoever was invited, and a link names its
//! account. It is counted because the letters of a survey must not be found this way.

use std::collections::BTreeMap;

use super::Scene;
use crate::{
    attack::loot::Value,
    clock::{DAY, HOUR, Moment},
};

type Row<'loot> = BTreeMap<&'loot str, &'loot Value>;

/// How many letters in the outbox were given to the right reader, of how many.
pub fn letters_by_moment(scene: &Scene) -> (usize, usize) {
    let accounts = rows(scene, "accounts");
    let mut readers: BTreeMap<i64, Vec<&[u8]>> = BTreeMap::new();
    for account in &accounts {
        if let (Some(invited), Some(id)) = (number(account, "invited"), bytes(account, "id")) {
            readers.entry(invited).or_default().push(id);
        }
    }
    for link in rows(scene, "one_time_links") {
        if let (Some(expires), Some(id)) = (number(&link, "expires"), bytes(&link, "account_id")) {
            for good_for in [HOUR, DAY * 7] {
                readers.entry(*Moment::from_micros(expires).minus(good_for).micros()).or_default().push(id);
            }
        }
    }
    let letters = rows(scene, "outbox");
    let attributed = letters.iter().filter(|letter| {
        let mut suspects = number(letter, "posted").and_then(|posted| readers.get(&posted)).cloned().unwrap_or_default();
        suspects.dedup();
        let [suspect] = suspects.as_slice() else { return false };
        let account = accounts.iter().find(|account| bytes(account, "id") == Some(suspect));
        let email = account.and_then(|account| bytes(account, "email"));
        let truth = scene.truth.letters.iter().find(|known| Some(known.id.as_slice()) == bytes(letter, "id"));
        truth.is_some_and(|truth| Some(truth.to.as_bytes()) == email)
    });
    (attributed.count(), letters.len())
}

fn rows<'loot>(scene: &Scene<'loot>, table: &str) -> Vec<Row<'loot>> {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    for value in scene.loot.values.iter().filter(|value| value.table == table) {
        rows.entry(&value.place).or_default().insert(&value.column, value);
    }
    rows.into_values().collect()
}

fn number(row: &Row, column: &str) -> Option<i64> {
    row.get(column).and_then(|value| value.number())
}

fn bytes<'loot>(row: &Row<'loot>, column: &str) -> Option<&'loot [u8]> {
    row.get(column).map(|value| value.bytes.as_slice())
}
