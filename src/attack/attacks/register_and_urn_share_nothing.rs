//! Every value of the register, looked for in the urn: what stands in both joins them.

use super::Scene;
use crate::attack::{
    Verdict,
    loot::{Loot, Side, Value},
    needles::Needles,
};

/// What may stand in both, because it is the same for everyone.
const SHARED: [(&str, &str); 4] = [
    ("installation", "id"),
    ("installation", "key_check"),
    ("__diesel_schema_migrations", "version"),
    ("__diesel_schema_migrations", "run_on"),
];

pub fn register_and_urn_share_nothing(scene: &Scene) -> Verdict {
    let mut needles = Needles::default();
    for value in own(scene.loot) {
        let what = format!("a value of the register's {}.{}", value.table, value.column);
        needles.add(&what, &value.bytes);
        if let Some(number) = value.number().filter(|number| *number > i64::from(u32::MAX)) {
            needles.add(&what, &number.to_be_bytes());
        }
    }
    let found = scene.loot.search(&needles, &[Side::Urn]);
    let promise = "register and urn have nothing in common but the installation's id";
    Verdict::new("register and urn share nothing", promise, needles.secrets, found)
}

fn own(loot: &Loot) -> impl Iterator<Item = &Value> {
    let register = loot.values.iter().filter(|value| value.side == Side::Register);
    register.filter(|value| !SHARED.iter().any(|(table, column)| value.is(table, column)))
}
