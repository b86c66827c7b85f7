//! Which installation a database belongs to: the register and the urn must be a pair, and both
//! must have been written under the master key we hold.

use diesel::{
    prelude::*,
    result::{DatabaseErrorKind, Error},
};

use super::{OpenFault, Side};
use crate::{
    ids::InstallationId,
    secrets::{MasterKey, Purpose},
};

diesel::table! {
    installation (only_row) {
        only_row -> Integer,
        id -> Binary,
        key_check -> Binary,
    }
}

/// What a database says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = installation)]
pub struct Bound {
    only_row: i32,
    pub id: InstallationId,
    key_check: Vec<u8>,
}

impl Bound {
    pub(super) fn new(id: InstallationId, key: &MasterKey) -> Self {
        Self { only_row: 1, id, key_check: key_check(id, key) }
    }

    pub(super) fn is_under(&self, key: &MasterKey) -> bool {
        self.key_check == key_check(self.id, key)
    }
}

fn key_check(id: InstallationId, key: &MasterKey) -> Vec<u8> {
    key.keyed_hash(Purpose::KeyCheck, &[id.as_bytes()]).to_vec()
}

/// The installation a database belongs to; `None` if it is new.
pub(super) fn of<S: Side>(conn: &mut S) -> QueryResult<Option<Bound>> {
    match installation::table.first::<Bound>(conn.sql()).optional() {
        // A database without any table is new too.
        Err(Error::DatabaseError(DatabaseErrorKind::Unknown, detail))
            if detail.message().contains("no such table") || detail.message().contains("does not exist") =>
        {
            Ok(None)
        }
        other => other,
    }
}

/// Writes down whose a new database is. If another instance was quicker, its word holds.
pub(super) fn found<S: Side>(conn: &mut S, bound: &Bound) -> QueryResult<Bound> {
    let written = diesel::insert_into(installation::table).values(bound).execute(conn.sql());
    match written {
        Ok(_) => Ok(bound.clone()),
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => installation::table.first(conn.sql()),
        Err(fault) => Err(fault),
    }
}

/// Refuses two databases that do not belong together, or not to this key.
pub(super) fn check(register: Option<&Bound>, urn: Option<&Bound>, key: &MasterKey) -> Result<(), OpenFault> {
    if register.is_some_and(|bound| !bound.is_under(key)) {
        return Err(OpenFault::OtherKey("register"));
    }
    if urn.is_some_and(|bound| !bound.is_under(key)) {
        return Err(OpenFault::OtherKey("urn"));
    }
    match (register, urn) {
        (Some(register), Some(urn)) if register.id != urn.id => Err(OpenFault::NotAPair),
        (Some(_), None) => Err(OpenFault::UrnMissing),
        _ => Ok(()),
    }
}
