//! What would be different if the roll were drawn up anew today.
//!
//! Looks at who stands on the roll and at today's outlook. Does not know who has collected.

use std::collections::HashSet;

use super::{Candidate, Roll, audience::Outlook, store::OnRoll};
use crate::ids::PersonId;

#[derive(Clone, Debug)]
pub struct RollChange {
    /// May answer today and do not stand on the roll.
    pub coming: Vec<Candidate>,
    /// Stand on the roll, and are no longer here.
    pub left: Vec<OnRoll>,
    /// Stand on the roll and are here, and may not answer by today's rule.
    pub going: Vec<OnRoll>,
    pub rule_changed: bool,
}

impl RollChange {
    pub fn of(roll: &Roll, on_roll: Vec<OnRoll>, outlook: &Outlook) -> Self {
        let eligible: HashSet<PersonId> = outlook.eligible().map(|person| person.id).collect();
        let listed: HashSet<PersonId> = on_roll.iter().map(|person| person.id).collect();
        let coming = outlook.eligible().filter(|person| !listed.contains(&person.id)).cloned().collect();
        let (left, here): (Vec<_>, Vec<_>) = on_roll.into_iter().partition(|person| person.has_departed);
        let going = here.into_iter().filter(|person| !eligible.contains(&person.id)).collect();
        let rule_changed = serde_json::to_string(&outlook.audience.rule).is_ok_and(|rule| rule != roll.rule);
        Self { coming, left, going, rule_changed }
    }

    /// Whether the roll would have the same people, drawn up today by the same rule.
    pub fn is_none(&self) -> bool {
        self.coming.is_empty() && self.left.is_empty() && self.going.is_empty() && !self.rule_changed
    }
}
