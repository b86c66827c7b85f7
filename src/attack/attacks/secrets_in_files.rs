//! Every secret of the play, in every form, in everything that was copied.

use super::Scene;
use crate::attack::{Verdict, loot::ALL};

pub fn secrets_in_files(scene: &Scene) -> Verdict {
    let needles = scene.truth.secrets();
    let found = scene.loot.search(&needles, &ALL);
    let promise = "no password, token, code or key lies anywhere, in any form";
    Verdict::new("secrets in files", promise, needles.secrets, found)
}
