//! When the letters of the desk were written last, in the register.

use diesel::{prelude::*, result::Error};
use jiff::civil::Date;

use super::tables::desk_digests;
use crate::db::RegisterConn;

pub fn last(conn: &mut RegisterConn) -> QueryResult<Option<Date>> {
    let last: Option<String> = desk_digests::table.find(1).select(desk_digests::written_on).first(&mut conn.sql).optional()?;
    last.map(|day| day.parse().map_err(|fault: jiff::Error| Error::DeserializationError(fault.into()))).transpose()
}

pub fn note(conn: &mut RegisterConn, day: Date) -> QueryResult<()> {
    let day = day.to_string();
    let changed = diesel::update(desk_digests::table.find(1)).set(desk_digests::written_on.eq(&day)).execute(&mut conn.sql)?;
    if changed == 0 {
        let row = (desk_digests::only_row.eq(1), desk_digests::written_on.eq(&day));
        diesel::insert_into(desk_digests::table).values(row).execute(&mut conn.sql)?;
    }
    Ok(())
}
