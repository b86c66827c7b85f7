//! Counts of wrong tries, under a keyed hash of whose they are.

use diesel::prelude::*;

use crate::{
    accounts::{tables::throttles, throttle::Count},
    clock::Moment,
    db::RegisterConn,
    each_engine,
};

pub(in crate::accounts) fn throttle(conn: &mut RegisterConn, key: &[u8; 32]) -> QueryResult<Option<Count>> {
    let count: Option<(i32, Moment)> =
        throttles::table.find(&key[..]).select((throttles::failures, throttles::last_failure)).first(&mut conn.sql).optional()?;
    Ok(count.map(|(failures, last_failure)| Count { failures, last_failure }))
}

pub(in crate::accounts) fn set_throttle(conn: &mut RegisterConn, key: &[u8; 32], failures: i32, now: Moment) -> QueryResult<()> {
    let counted = (throttles::failures.eq(failures), throttles::last_failure.eq(now));
    each_engine!(&mut conn.sql, |conn| {
        diesel::insert_into(throttles::table)
            .values((throttles::key.eq(&key[..]), counted))
            .on_conflict(throttles::key)
            .do_update()
            .set(counted)
            .execute(conn)
    })
    .map(drop)
}

pub(in crate::accounts) fn clear_throttle(conn: &mut RegisterConn, key: &[u8; 32]) -> QueryResult<()> {
    diesel::delete(throttles::table.find(&key[..])).execute(&mut conn.sql).map(drop)
}

pub(in crate::accounts) fn forget_throttles_before(conn: &mut RegisterConn, moment: Moment) -> QueryResult<usize> {
    diesel::delete(throttles::table.filter(throttles::last_failure.lt(moment))).execute(&mut conn.sql)
}
