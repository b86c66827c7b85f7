//! The diary: appended to and read, never changed.

use diesel::{connection::SimpleConnection as _, prelude::*};

use crate::{
    accounts::tables::diary,
    clock::Moment,
    db::{Conn, RegisterConn},
    ids::AccountId,
};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = diary)]
pub(in crate::accounts) struct DiaryRow {
    pub number: i64,
    pub happened: Moment,
    pub actor: Option<AccountId>,
    pub actor_name: String,
    pub deed: String,
    pub subject: String,
    pub chain: Vec<u8>,
}

pub(in crate::accounts) fn hold_diary(conn: &mut RegisterConn) -> QueryResult<()> {
    match &mut conn.sql {
        Conn::Postgres(postgres) => postgres.batch_execute("LOCK TABLE diary IN SHARE ROW EXCLUSIVE MODE"),
        Conn::Sqlite(_) => Ok(()),
    }
}

pub(in crate::accounts) fn last_in_diary(conn: &mut RegisterConn) -> QueryResult<Option<(i64, Vec<u8>)>> {
    diary::table.order(diary::number.desc()).select((diary::number, diary::chain)).first(&mut conn.sql).optional()
}

pub(in crate::accounts) fn append_to_diary(conn: &mut RegisterConn, row: &DiaryRow) -> QueryResult<()> {
    diesel::insert_into(diary::table).values(row).execute(&mut conn.sql).map(drop)
}

/// Up to `most` entries with numbers below `before`, the latest first.
pub(in crate::accounts) fn diary_before(conn: &mut RegisterConn, before: i64, most: i64) -> QueryResult<Vec<DiaryRow>> {
    diary::table.filter(diary::number.lt(before)).order(diary::number.desc()).limit(most).load(&mut conn.sql)
}

/// To whom or what a deed was done, whenever it was.
pub(in crate::accounts) fn subjects_in_diary(conn: &mut RegisterConn, deed: &str) -> QueryResult<Vec<String>> {
    diary::table.filter(diary::deed.eq(deed)).select(diary::subject).load(&mut conn.sql)
}

/// Up to `most` entries with numbers above `after`, the earliest first.
pub(in crate::accounts) fn diary_after(conn: &mut RegisterConn, after: i64, most: i64) -> QueryResult<Vec<DiaryRow>> {
    diary::table.filter(diary::number.gt(after)).order(diary::number).limit(most).load(&mut conn.sql)
}
