//! Which imports somebody works on.

use diesel::prelude::*;

use crate::{
    clock::Moment,
    db::RegisterConn,
    each_engine,
    ids::{ImportId, InstanceId},
    people::{import::Doing, tables::import_works},
};

/// Takes an import in hand if nobody has it there, or whoever had it has said nothing since `lost`.
pub fn take_in_hand(
    conn: &mut RegisterConn,
    import: ImportId,
    doing: Doing,
    by: InstanceId,
    (now, until): (Moment, Moment),
) -> QueryResult<bool> {
    let lost = import_works::table.find(import).filter(import_works::leased_until.lt(now));
    diesel::delete(lost).execute(&mut conn.sql)?;
    let work = (
        import_works::import_id.eq(import),
        import_works::doing.eq(doing),
        import_works::leased_by.eq(by),
        import_works::leased_until.eq(until),
    );
    each_engine!(&mut conn.sql, |conn| {
        diesel::insert_into(import_works::table).values(work).on_conflict_do_nothing().execute(conn)
    })
    .map(|taken| taken == 1)
}

pub fn keep_in_hand(conn: &mut RegisterConn, import: ImportId, by: InstanceId, until: Moment) -> QueryResult<()> {
    let ours = import_works::table.find(import).filter(import_works::leased_by.eq(by));
    diesel::update(ours).set(import_works::leased_until.eq(until)).execute(&mut conn.sql).map(drop)
}

pub fn give_back(conn: &mut RegisterConn, import: ImportId, by: InstanceId) -> QueryResult<()> {
    diesel::delete(import_works::table.find(import).filter(import_works::leased_by.eq(by))).execute(&mut conn.sql).map(drop)
}

pub fn in_hand(conn: &mut RegisterConn, import: ImportId, now: Moment) -> QueryResult<Option<Doing>> {
    let alive = import_works::table.find(import).filter(import_works::leased_until.ge(now));
    alive.select(import_works::doing).first(&mut conn.sql).optional()
}

pub(super) fn forget_work(conn: &mut RegisterConn, import: ImportId) -> QueryResult<()> {
    diesel::delete(import_works::table.find(import)).execute(&mut conn.sql).map(drop)
}
