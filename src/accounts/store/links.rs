//! One-time links, found by the hash of their token.

use diesel::prelude::*;

use crate::{
    accounts::{one_time_link::Purpose, tables::one_time_links},
    clock::Moment,
    db::RegisterConn,
    ids::AccountId,
};

pub(in crate::accounts) fn insert_link(
    conn: &mut RegisterConn,
    token: &[u8],
    purpose: Purpose,
    account: Option<AccountId>,
    expires: Moment,
) -> QueryResult<()> {
    diesel::insert_into(one_time_links::table)
        .values((
            one_time_links::token.eq(token),
            one_time_links::purpose.eq(purpose),
            one_time_links::account_id.eq(account),
            one_time_links::expires.eq(expires),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub(in crate::accounts) fn link(
    conn: &mut RegisterConn,
    token: &[u8],
) -> QueryResult<Option<(Purpose, Option<AccountId>, Moment)>> {
    one_time_links::table
        .find(token)
        .select((one_time_links::purpose, one_time_links::account_id, one_time_links::expires))
        .first(&mut conn.sql)
        .optional()
}

/// Links for the same purpose that were given out before stop working.
pub(in crate::accounts) fn delete_links(
    conn: &mut RegisterConn,
    purpose: Option<Purpose>,
    account: Option<AccountId>,
) -> QueryResult<()> {
    let mut links = diesel::delete(one_time_links::table).into_boxed();
    if let Some(purpose) = purpose {
        links = links.filter(one_time_links::purpose.eq(purpose));
    }
    links = match account {
        Some(account) => links.filter(one_time_links::account_id.eq(account)),
        None => links.filter(one_time_links::account_id.is_null()),
    };
    links.execute(&mut conn.sql).map(drop)
}

pub(in crate::accounts) fn forget_links_before(conn: &mut RegisterConn, moment: Moment) -> QueryResult<usize> {
    diesel::delete(one_time_links::table.filter(one_time_links::expires.lt(moment))).execute(&mut conn.sql)
}
