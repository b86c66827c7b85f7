//! Every question this room asks the register.

use diesel::prelude::*;
use jiff::{ToSpan as _, civil::Date};

use super::{
    Department,
    logo::{Kind, Logo},
    tables::{department, logo},
};
use crate::{clock::Moment, db::RegisterConn, language::Language};

#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(table_name = department)]
struct Stored {
    only_row: i32,
    name_thai: String,
    name_english: String,
    contact_thai: String,
    contact_english: String,
    k: i32,
    retention_months: i32,
    first_language: Language,
    offers_english: bool,
    second_factor_required: bool,
    changed: Moment,
}

impl From<Stored> for Department {
    fn from(row: Stored) -> Self {
        Self {
            name_thai: row.name_thai,
            name_english: row.name_english,
            contact_thai: row.contact_thai,
            contact_english: row.contact_english,
            k: row.k,
            retention_months: row.retention_months,
            first_language: row.first_language,
            offers_english: row.offers_english,
            second_factor_required: row.second_factor_required,
            changed: row.changed,
        }
    }
}

impl From<&Department> for Stored {
    fn from(department: &Department) -> Self {
        let department = department.clone();
        Self {
            only_row: 1,
            name_thai: department.name_thai,
            name_english: department.name_english,
            contact_thai: department.contact_thai,
            contact_english: department.contact_english,
            k: department.k,
            retention_months: department.retention_months,
            first_language: department.first_language,
            offers_english: department.offers_english,
            second_factor_required: department.second_factor_required,
            changed: department.changed,
        }
    }
}

/// The department; `None` in a house that is not founded yet.
pub fn current(conn: &mut RegisterConn) -> QueryResult<Option<Department>> {
    department::table.first::<Stored>(&mut conn.sql).optional().map(|row| row.map(Department::from))
}

/// The first day of which things are still kept; `None` before the department has said for how long.
pub fn first_day_kept(conn: &mut RegisterConn, today: Date) -> QueryResult<Option<Date>> {
    let department = current(conn)?;
    Ok(department.map(|department| today.saturating_sub(department.retention_months.months())))
}

pub(super) fn insert(conn: &mut RegisterConn, department: &Department) -> QueryResult<()> {
    diesel::insert_into(department::table).values(Stored::from(department)).execute(&mut conn.sql).map(drop)
}

pub(super) fn update(conn: &mut RegisterConn, department: &Department) -> QueryResult<()> {
    diesel::update(department::table).set(Stored::from(department)).execute(&mut conn.sql).map(drop)
}

pub(super) fn logo(conn: &mut RegisterConn) -> QueryResult<Option<Logo>> {
    let row: Option<(Kind, Vec<u8>, String)> =
        logo::table.select((logo::kind, logo::picture, logo::digest)).first(&mut conn.sql).optional()?;
    Ok(row.map(|(kind, picture, digest)| Logo { kind, picture, digest }))
}

/// Names the picture without loading it.
pub(super) fn logo_digest(conn: &mut RegisterConn) -> QueryResult<Option<String>> {
    logo::table.select(logo::digest).first(&mut conn.sql).optional()
}

pub(super) fn set_logo(conn: &mut RegisterConn, picture: Option<&Logo>) -> QueryResult<()> {
    diesel::delete(logo::table).execute(&mut conn.sql)?;
    if let Some(new) = picture {
        diesel::insert_into(logo::table)
            .values((logo::only_row.eq(1), logo::kind.eq(new.kind), logo::picture.eq(&new.picture), logo::digest.eq(&new.digest)))
            .execute(&mut conn.sql)?;
    }
    Ok(())
}
