//! Every question about the calendar to the register.

use diesel::{prelude::*, result::Error};
use jiff::civil::Date;

use super::{Entry, Wanted, tables::agenda};
use crate::{db::RegisterConn, ids::AgendaId, language::FiscalYear, papers::InBoth};

type Row = (AgendaId, String, String, String, String, i32, Option<String>);

macro_rules! columns {
    () => {
        (agenda::id, agenda::what_thai, agenda::what_english, agenda::first_day, agenda::last_day, agenda::revision, agenda::done)
    };
}

/// A day as its column holds it: `2026-04-13`, which sorts as days do.
fn day(text: &str) -> QueryResult<Date> {
    text.parse().map_err(|fault: jiff::Error| Error::DeserializationError(fault.into()))
}

fn entry((id, th, en, first, last, revision, done): Row) -> QueryResult<Entry> {
    let wanted = Wanted { what: InBoth { th, en }, first: day(&first)?, last: day(&last)? };
    Ok(Entry { id, wanted, revision, done: done.as_deref().map(day).transpose()? })
}

/// Everything with a day between these two, in the order of their days.
pub fn between(conn: &mut RegisterConn, first: Date, last: Date) -> QueryResult<Vec<Entry>> {
    let rows: Vec<Row> = agenda::table
        .filter(agenda::first_day.le(last.to_string()).and(agenda::last_day.ge(first.to_string())))
        .select(columns!())
        .order((agenda::first_day, agenda::last_day, agenda::what_thai))
        .load(&mut conn.sql)?;
    rows.into_iter().map(entry).collect()
}

/// Those that begin in it, in the order of their days.
pub fn of_year(conn: &mut RegisterConn, year: FiscalYear) -> QueryResult<Vec<Entry>> {
    let rows: Vec<Row> = agenda::table
        .filter(agenda::fiscal_year.eq(i32::from(year.number())))
        .select(columns!())
        .order((agenda::first_day, agenda::last_day, agenda::what_thai))
        .load(&mut conn.sql)?;
    rows.into_iter().map(entry).collect()
}

pub fn find(conn: &mut RegisterConn, id: AgendaId) -> QueryResult<Option<Entry>> {
    let row: Option<Row> = agenda::table.find(id).select(columns!()).first(&mut conn.sql).optional()?;
    row.map(entry).transpose()
}

pub fn insert(conn: &mut RegisterConn, entry: &Entry) -> QueryResult<()> {
    diesel::insert_into(agenda::table).values((agenda::id.eq(entry.id), written(entry))).execute(&mut conn.sql).map(drop)
}

pub fn update(conn: &mut RegisterConn, entry: &Entry) -> QueryResult<()> {
    diesel::update(agenda::table.find(entry.id)).set(written(entry)).execute(&mut conn.sql).map(drop)
}

pub fn remove(conn: &mut RegisterConn, id: AgendaId) -> QueryResult<()> {
    diesel::delete(agenda::table.find(id)).execute(&mut conn.sql).map(drop)
}

type Written = (
    diesel::dsl::Eq<agenda::fiscal_year, i32>,
    diesel::dsl::Eq<agenda::what_thai, String>,
    diesel::dsl::Eq<agenda::what_english, String>,
    diesel::dsl::Eq<agenda::first_day, String>,
    diesel::dsl::Eq<agenda::last_day, String>,
    diesel::dsl::Eq<agenda::revision, i32>,
    diesel::dsl::Eq<agenda::done, Option<String>>,
);

fn written(Entry { wanted, revision, done, .. }: &Entry) -> Written {
    (
        agenda::fiscal_year.eq(i32::from(wanted.year().number())),
        agenda::what_thai.eq(wanted.what.th.clone()),
        agenda::what_english.eq(wanted.what.en.clone()),
        agenda::first_day.eq(wanted.first.to_string()),
        agenda::last_day.eq(wanted.last.to_string()),
        agenda::revision.eq(*revision),
        agenda::done.eq(done.map(|day| day.to_string())),
    )
}
