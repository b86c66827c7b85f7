//! The urn, searched for people and moments, and its tables, held against a list.

use super::Scene;
use crate::attack::{
    Verdict, Witness,
    loot::{Loot, Side},
};

/// Everything the urn may have a column for. A new one is added here by whoever can say why it
/// tells neither who nor when.
const COLUMNS: [&str; 5] = [
    // Whose database this is: the same in the register, and for all who answer.
    "installation.only_row",
    "installation.id",
    "installation.key_check",
    // When the program was installed or upgraded, which has to do with nobody.
    "__diesel_schema_migrations.version",
    "__diesel_schema_migrations.run_on",
];

/// Whatever is greater is a moment, in microseconds.
const MOMENTS: i64 = 1_000_000_000_000_000;

pub fn urn_knows_no_one(scene: &Scene) -> Verdict {
    let mut needles = scene.truth.people();
    for moment in moments(scene.loot) {
        needles.add("a moment of the register", &moment.to_be_bytes());
        needles.add("a moment of the register", &moment.to_le_bytes());
        needles.add("a moment of the register", moment.to_string().as_bytes());
    }
    let mut found = scene.loot.search(&needles, &[Side::Urn]);
    let unlisted = |(side, column): &&(Side, String)| *side == Side::Urn && !COLUMNS.contains(&column.as_str());
    let columns = scene.loot.columns.iter().filter(unlisted);
    found.extend(columns.map(|(_, column)| Witness::new("a column that is not on the list", format!("urn: {column}"))));
    let promise = "no one and no moment of the register is in the urn";
    Verdict::new("urn knows no one", promise, needles.secrets + COLUMNS.len(), found)
}

fn moments(loot: &Loot) -> impl Iterator<Item = i64> {
    let register = loot.values.iter().filter(|value| value.side == Side::Register);
    register.filter_map(super::super::loot::Value::number).filter(|number| *number > MOMENTS)
}
