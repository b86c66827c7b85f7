//! Deeds that must happen once, however often the button is pressed.
//!
//! The form's key is spent in the same transaction as the deed. Who sends the form again is led
//! to where the first one led.

use diesel::{prelude::*, result::DatabaseErrorKind};

use super::{FormKey, tables::spent_forms};
use crate::{clock::Moment, db::RegisterConn};

/// Whether a form was sent for the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spent {
    Now,
    /// It was sent before, and this is where it led.
    Before(String),
}

/// Spends a form; `answer` is the address it leads to.
pub fn spend(conn: &mut RegisterConn, key: FormKey, answer: &str, now: Moment) -> QueryResult<Spent> {
    let before = spent_forms::table.find(key.as_bytes()).select(spent_forms::answer).first(&mut conn.sql).optional()?;
    if let Some(answer) = before {
        return Ok(Spent::Before(answer));
    }
    diesel::insert_into(spent_forms::table)
        .values((spent_forms::key.eq(key.as_bytes()), spent_forms::answer.eq(answer), spent_forms::spent.eq(now)))
        .execute(&mut conn.sql)
        .map_err(|fault| match fault {
            // Two presses at the same moment: the other one's transaction wins, this one is done again.
            diesel::result::Error::DatabaseError(DatabaseErrorKind::UniqueViolation, detail) => {
                diesel::result::Error::DatabaseError(DatabaseErrorKind::SerializationFailure, detail)
            }
            other => other,
        })?;
    Ok(Spent::Now)
}

/// Keys too old to be accepted need not be remembered.
pub fn forget_spent_before(conn: &mut RegisterConn, moment: Moment) -> QueryResult<usize> {
    diesel::delete(spent_forms::table.filter(spent_forms::spent.lt(moment))).execute(&mut conn.sql)
}
