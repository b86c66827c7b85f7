//! What other users of the same machine can read or change. The data folder itself is taken to be
//! open to them, as an administrator may have made it.

use super::Scene;
use crate::attack::{Verdict, Witness};

pub fn modes(scene: &Scene) -> Verdict {
    let seen = &scene.loot.seen;
    let exposed = seen.iter().filter(|file| file.is_exposed);
    let found = exposed.map(|file| Witness::new(format!("open to others ({:o})", file.mode), &file.name)).collect();
    let promise = "every file is for its owner alone, also in a folder that is open to all";
    Verdict::new("modes", promise, seen.len(), found)
}
