//! A thief with both databases and the master key, before the close: opens the ballots, and looks for names.

use super::{Scene, scene::may_not_meet};
use crate::{
    attack::{
        Verdict,
        loot::Side,
        odds::Tries,
        survey::{Frame, Kind},
    },
    ids::StratumId,
    papers::unpad,
};

pub fn thief(scene: &Scene) -> Verdict {
    let promise = "whoever opens the ballots before the close finds answers without names";
    let mut tries = Tries::default();
    let [open, _] = scene.at_rest;
    let opened = opened(scene, open);
    // Whose answers these are cannot be read in them, so the ballots themselves have to tell.
    if opened > 0 {
        let [lists, _] = &scene.lists;
        let onlookers = scene.onlookers();
        let lists: Vec<_> = lists.iter().chain(&onlookers).collect();
        for person in lists.iter().filter(|list| list.kind == Kind::Person) {
            for ballot in lists.iter().filter(|list| list.kind == Kind::Ballot && may_not_meet(person, list)) {
                tries.orders(&person.list, &ballot.list, &scene.stratum());
            }
        }
    }
    tries.verdict("a thief with the master key", promise, opened, Vec::new())
}

/// How many ballots hold the answers of somebody, once they are opened with the key of the register.
fn opened(scene: &Scene, frame: &Frame) -> usize {
    let Some(sealed) = frame.table(Side::Urn, "sealed_ballots") else { return 0 };
    let rows = sealed.column("stratum_id").zip(sealed.column("message")).zip(sealed.column("sealed"));
    rows.filter(|((stratum, message), sealed)| {
        let Some(stratum) = StratumId::from_slice(stratum) else { return false };
        let plaintext = scene.played.opening_key.open(scene.played.hash, stratum, message, sealed);
        let fields = plaintext.ok().and_then(|plaintext| unpad(&plaintext).ok());
        fields.is_some_and(|fields| scene.played.voters.iter().any(|voter| voter.fields() == fields))
    })
    .count()
}
