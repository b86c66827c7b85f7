//! Roles: what somebody does in the house. A person may hold several.

use std::collections::BTreeSet;

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Role {
    /// Runs the house: accounts, settings, mail, backups. Sees no answers.
    Admin,
    /// Keeps the roster, opens surveys to people, sends reminders. Sees no answers.
    Hr,
    /// Makes surveys, reads what the department as a whole says, plans.
    Coordinator,
    /// Answers in the clinic.
    Desk,
    /// Reads released results.
    Viewer,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Admin, Self::Hr, Self::Coordinator, Self::Desk, Self::Viewer];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Hr => "hr",
            Self::Coordinator => "coordinator",
            Self::Desk => "desk",
            Self::Viewer => "viewer",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

crate::db::stored_as_text!(Role, |role| role.code(), Role::from_code);

/// The roles of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles(BTreeSet<Role>);

impl Roles {
    pub fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = Role> {
        self.0.iter().copied()
    }

    /// Knowing who is on the roll and what the results say invites guessing. Allowed, with a
    /// warning: small departments have few hands.
    pub fn join_who_and_what(&self) -> bool {
        self.has(Role::Hr) && self.has(Role::Coordinator)
    }

    /// Those whose account opens the most; a second factor may be required of them.
    pub fn are_sensitive(&self) -> bool {
        self.has(Role::Admin) || self.has(Role::Hr)
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<Iter: IntoIterator<Item = Role>>(roles: Iter) -> Self {
        Self(roles.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hr_together_with_coordinator_joins_who_and_what() {
        let roles = |roles: &[Role]| roles.iter().copied().collect::<Roles>();
        assert!(roles(&[Role::Hr, Role::Coordinator]).join_who_and_what());
        assert!(!roles(&[Role::Hr, Role::Desk]).join_who_and_what());
        assert!(!roles(&[Role::Admin, Role::Coordinator]).join_who_and_what());
    }

    #[test]
    fn every_role_reads_back_its_code() {
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(role));
        }
        assert_eq!(Role::from_code("owner"), None);
    }
}
