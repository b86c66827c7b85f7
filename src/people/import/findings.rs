//! A plan as the check page shows it: counts, and the first few of each kind.

use serde::{Deserialize, Serialize};

use super::{Change, Faulty, Field, Plan};
use std::collections::HashMap;

use crate::{
    ids::UnitId,
    people::{Name, Person, Unit},
};

/// Faulty rows and missing people shown one by one; more are counted.
pub const SHOWN: usize = 200;
const CHANGES_SHOWN: usize = 50;
const NEW_SHOWN: usize = 5;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// Names the plan these are of.
    pub digest: String,
    pub rows: usize,
    pub new: usize,
    pub changed: usize,
    /// Among the changed: departed, and in the file.
    pub returning: usize,
    pub unchanged: usize,
    pub missing: usize,
    pub faulty: usize,
    /// Of those taken in.
    pub without_email: usize,
    pub without_start: usize,
    pub new_units: usize,
    pub first_new_units: Vec<Name>,
    pub first_faulty: Vec<Faulty>,
    pub first_missing: Vec<ShortEntry>,
    pub first_changes: Vec<ChangeShown>,
    pub first_new: Vec<ShortEntry>,
}

/// Enough of a person to know them by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortEntry {
    pub id: String,
    pub number: String,
    pub name: String,
    pub unit: String,
    pub started: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeShown {
    pub number: String,
    pub name: String,
    pub is_return: bool,
    /// What changes, from what, to what.
    pub what: Vec<(Field, String, String)>,
}

impl Findings {
    /// How many people an import would write.
    pub fn taken_in(&self) -> usize {
        self.new + self.changed
    }
}

pub fn found(plan: &Plan) -> Findings {
    let short = |person: &Person| ShortEntry {
        id: person.id.to_string(),
        number: person.number.as_str().to_owned(),
        name: person.name.as_str().to_owned(),
        unit: short_name(&plan.units, person.unit),
        started: person.started.map(|day| day.to_string()),
    };
    let taken_in = || plan.new.iter().chain(plan.changed.iter().map(|change| &change.after));
    // Who comes back is what somebody should see before anything else.
    let returns = plan.changed.iter().filter(|change| change.is_return());
    let others = plan.changed.iter().filter(|change| !change.is_return());
    Findings {
        digest: plan.digest(),
        rows: plan.rows,
        new: plan.new.len(),
        changed: plan.changed.len(),
        returning: plan.changed.iter().filter(|change| change.is_return()).count(),
        unchanged: plan.unchanged,
        missing: plan.missing.len(),
        faulty: plan.faulty.len(),
        without_email: taken_in().filter(|person| person.email.is_none()).count(),
        without_start: taken_in().filter(|person| person.started.is_none()).count(),
        new_units: plan.new_units.len(),
        first_new_units: plan.new_units.iter().take(SHOWN).map(|unit| unit.name_thai.clone()).collect(),
        first_faulty: plan.faulty.iter().take(SHOWN).cloned().collect(),
        first_missing: plan.missing.iter().take(SHOWN).map(short).collect(),
        first_changes: returns.chain(others).take(CHANGES_SHOWN).map(|change| shown(change, &plan.units)).collect(),
        first_new: plan.new.iter().take(NEW_SHOWN).map(short).collect(),
    }
}

fn shown(change: &Change, units: &HashMap<UnitId, Unit>) -> ChangeShown {
    let texts = |person: &Person| {
        [
            (Field::Name, person.name.as_str().to_owned()),
            (Field::Unit, short_name(units, person.unit)),
            (Field::Category, person.category.as_str().to_owned()),
            (Field::Email, person.email.as_ref().map(|email| email.reveal().to_owned()).unwrap_or_default()),
            (Field::Language, person.language.map(|language| language.code().to_owned()).unwrap_or_default()),
            (Field::Started, person.started.map(|day| day.to_string()).unwrap_or_default()),
        ]
    };
    let pairs = texts(&change.before).into_iter().zip(texts(&change.after));
    ChangeShown {
        number: change.after.number.as_str().to_owned(),
        name: change.after.name.as_str().to_owned(),
        is_return: change.is_return(),
        what: pairs
            .filter(|(before, after)| before != after)
            .map(|((field, before), (_, after))| (field, before, after))
            .collect(),
    }
}

fn short_name(units: &HashMap<UnitId, Unit>, id: UnitId) -> String {
    units.get(&id).map(|unit| unit.short_name.as_str().to_owned()).unwrap_or_default()
}
