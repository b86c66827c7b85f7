//! Every question of this room to the register: which challenges were solved already.

use diesel::{
    dsl::exists,
    prelude::*,
    result::{DatabaseErrorKind, Error},
};

use super::{Challenge, tables::spent_challenges};
use crate::{
    clock::{HOUR, Moment},
    db::RegisterConn,
};

pub fn is_spent(conn: &mut RegisterConn, challenge: &Challenge) -> QueryResult<bool> {
    diesel::select(exists(spent_challenges::table.find(challenge.digest.as_slice()))).get_result(&mut conn.sql)
}

/// Two answers at the same moment: the other one's transaction wins, this one is done again.
pub fn spend(conn: &mut RegisterConn, challenge: &Challenge) -> QueryResult<()> {
    diesel::insert_into(spent_challenges::table)
        .values((spent_challenges::digest.eq(challenge.digest.as_slice()), spent_challenges::expires.eq(challenge.expires)))
        .execute(&mut conn.sql)
        .map(drop)
        .map_err(|fault| match fault {
            Error::DatabaseError(DatabaseErrorKind::UniqueViolation, detail) => {
                Error::DatabaseError(DatabaseErrorKind::SerializationFailure, detail)
            }
            other => other,
        })
}

/// What no longer holds need not be remembered; an hour later, since clocks differ and are set back.
pub fn forget_expired(conn: &mut RegisterConn, now: Moment) -> QueryResult<usize> {
    diesel::delete(spent_challenges::table.filter(spent_challenges::expires.le(now.minus(HOUR).seconds()))).execute(&mut conn.sql)
}
