//! What the release has destroyed: sealed ballots and private keys, looked for in every file that is left.

use super::Scene;
use crate::attack::{Verdict, loot::OWN, needles::Needles};

/// So much of a sealed ballot is looked for, at its beginning and at its end.
const PART: usize = 24;

pub fn destroyed(scene: &Scene) -> Verdict {
    let mut needles = Needles::default();
    let in_blocks = scene.played.blocks.iter().flat_map(|blocks| &blocks.voters);
    for voter in scene.played.voters.iter().chain(in_blocks).filter(|_| scene.played.is_released) {
        for sealed in &voter.sealed {
            needles.add("a sealed ballot", sealed.get(..PART).unwrap_or_default());
            needles.add("a sealed ballot", sealed.rchunks(PART).next().unwrap_or_default());
        }
    }
    for (what, key) in scene.played.keys.iter().filter(|_| scene.played.is_released) {
        needles.add(what, key.get(..PART).unwrap_or(key));
        needles.add(what, key.rchunks(PART).next().unwrap_or_default());
    }
    let found = scene.loot.search(&needles, &OWN);
    let promise = "after the release no sealed ballot and no private key is left in any file";
    Verdict::new("what the release destroyed", promise, needles.secrets, found)
}
