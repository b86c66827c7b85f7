//! What an attack has before it: what was copied, what is true, and the house, which still runs.

use crate::attack::{loot::Loot, stage::Stage, truth::Truth};

pub struct Scene<'play> {
    pub stage: &'play Stage,
    pub truth: &'play Truth,
    pub loot: &'play Loot,
}
