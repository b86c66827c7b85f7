//! The list of holidays in the register.

use diesel::{dsl::exists, prelude::*, result::Error};
use jiff::civil::Date;

use super::{Calendar, Holiday};
use crate::{campaigns::tables::holidays, db::RegisterConn, instruments::Text};

/// The calendar as it stands now.
pub fn calendar(conn: &mut RegisterConn) -> QueryResult<Calendar> {
    let days: Vec<String> = holidays::table.select(holidays::day).load(&mut conn.sql)?;
    let days: Vec<Date> = days.iter().map(|text| day(text)).collect::<QueryResult<_>>()?;
    Ok(Calendar::new(days))
}

/// Whether there is any: the first start of a version that knows them finds none.
pub fn any(conn: &mut RegisterConn) -> QueryResult<bool> {
    diesel::select(exists(holidays::table.select(holidays::day))).get_result(&mut conn.sql)
}

/// In the order of the days.
pub(super) fn all(conn: &mut RegisterConn) -> QueryResult<Vec<Holiday>> {
    let rows: Vec<(String, String, String)> = holidays::table.order(holidays::day).load(&mut conn.sql)?;
    rows.into_iter().map(|(text, thai, english)| Ok(Holiday { day: day(&text)?, name: Text::new(thai, english) })).collect()
}

pub(super) fn find(conn: &mut RegisterConn, on: Date) -> QueryResult<Option<Holiday>> {
    let row: Option<(String, String, String)> = holidays::table.find(on.to_string()).first(&mut conn.sql).optional()?;
    Ok(row.map(|(_, thai, english)| Holiday { day: on, name: Text::new(thai, english) }))
}

pub(super) fn insert(conn: &mut RegisterConn, holiday: &Holiday) -> QueryResult<()> {
    let name = (holidays::name_thai.eq(&holiday.name.th), holidays::name_english.eq(&holiday.name.en));
    diesel::insert_into(holidays::table)
        .values((holidays::day.eq(holiday.day.to_string()), name))
        .execute(&mut conn.sql)
        .map(drop)
}

pub(super) fn remove(conn: &mut RegisterConn, on: Date) -> QueryResult<()> {
    diesel::delete(holidays::table.find(on.to_string())).execute(&mut conn.sql).map(drop)
}

/// A day as its column holds it: `2026-04-13`, which sorts as days do.
fn day(text: &str) -> QueryResult<Date> {
    text.parse().map_err(|fault: jiff::Error| Error::DeserializationError(fault.into()))
}
