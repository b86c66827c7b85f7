//! Every question of this room to the register: which forms were spent.

use diesel::{
    prelude::*,
    result::{DatabaseErrorKind, Error},
};

use super::{FormKey, tables::spent_forms};
use crate::{clock::Moment, db::RegisterConn};

/// Where a form led that was sent before.
pub fn answer_of(conn: &mut RegisterConn, key: FormKey) -> QueryResult<Option<String>> {
    spent_forms::table.find(key.as_bytes()).select(spent_forms::answer).first(&mut conn.sql).optional()
}

/// Two presses at the same moment: the other one's transaction wins, this one is done again.
pub fn keep(conn: &mut RegisterConn, key: FormKey, answer: &str, now: Moment) -> QueryResult<()> {
    diesel::insert_into(spent_forms::table)
        .values((spent_forms::key.eq(key.as_bytes()), spent_forms::answer.eq(answer), spent_forms::spent.eq(now)))
        .execute(&mut conn.sql)
        .map(drop)
        .map_err(|fault| match fault {
            Error::DatabaseError(DatabaseErrorKind::UniqueViolation, detail) => {
                Error::DatabaseError(DatabaseErrorKind::SerializationFailure, detail)
            }
            other => other,
        })
}

pub fn change(conn: &mut RegisterConn, key: FormKey, answer: &str) -> QueryResult<()> {
    diesel::update(spent_forms::table.find(key.as_bytes())).set(spent_forms::answer.eq(answer)).execute(&mut conn.sql).map(drop)
}

pub fn forget_before(conn: &mut RegisterConn, moment: Moment) -> QueryResult<usize> {
    diesel::delete(spent_forms::table.filter(spent_forms::spent.lt(moment))).execute(&mut conn.sql)
}
