//! Second factors and recovery codes, sealed and hashed as they come.

use diesel::prelude::*;

use crate::{
    accounts::tables::{accounts, recovery_codes},
    db::RegisterConn,
    ids::AccountId,
};

pub(in crate::accounts) fn set_second_factor(
    conn: &mut RegisterConn,
    id: AccountId,
    sealed: Option<&[u8]>,
    step: i64,
) -> QueryResult<()> {
    diesel::update(accounts::table.find(id))
        .set((accounts::second_factor.eq(sealed), accounts::second_factor_step.eq(step)))
        .execute(&mut conn.sql)
        .map(drop)
}

pub(in crate::accounts) fn set_recovery_codes(conn: &mut RegisterConn, id: AccountId, codes: &[Vec<u8>]) -> QueryResult<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(id))).execute(&mut conn.sql)?;
    for code in codes {
        diesel::insert_into(recovery_codes::table)
            .values((recovery_codes::account_id.eq(id), recovery_codes::code.eq(code)))
            .execute(&mut conn.sql)?;
    }
    Ok(())
}

/// Uses a code up. Says whether it was there.
pub(in crate::accounts) fn use_recovery_code(conn: &mut RegisterConn, id: AccountId, code: &[u8]) -> QueryResult<bool> {
    diesel::delete(recovery_codes::table.find((id, code))).execute(&mut conn.sql).map(|used| used == 1)
}

pub(in crate::accounts) fn recovery_codes_left(conn: &mut RegisterConn, id: AccountId) -> QueryResult<i64> {
    recovery_codes::table.filter(recovery_codes::account_id.eq(id)).count().get_result(&mut conn.sql)
}
