//! People in the register, one at a time and by the thousand.

#![expect(clippy::ref_option_ref, reason = "Diesel's derives borrow an optional field as it stands, and it is a borrow already")]

use diesel::{dsl::exists, prelude::*, result::Error, upsert::excluded};
use jiff::civil::Date;

use crate::{
    address::EmailAddress,
    db::{Conn, RegisterConn},
    each_engine,
    ids::{ImportId, PersonId, UnitId},
    language::{KEY_EDITION, Language, name_key},
    people::{
        Category, EmployeeNumber, Name, Person,
        tables::{import_changes, people},
    },
};

/// Rows that go to the database in one statement: both engines bound its parameters.
const BATCH: usize = 1_000;

/// A day as its column holds it: `2017-10-01`, which sorts as days do.
pub(super) fn day(text: &str) -> QueryResult<Date> {
    text.parse().map_err(|fault: jiff::Error| Error::DeserializationError(fault.into()))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = people)]
struct PersonRow {
    id: PersonId,
    number: EmployeeNumber,
    name: Name,
    unit_id: UnitId,
    category: Category,
    email: Option<EmailAddress>,
    language: Option<Language>,
    started: Option<String>,
    departed: Option<String>,
}

impl PersonRow {
    fn person(self) -> QueryResult<Person> {
        Ok(Person {
            id: self.id,
            number: self.number,
            name: self.name,
            unit: self.unit_id,
            category: self.category,
            email: self.email,
            language: self.language,
            started: self.started.as_deref().map(day).transpose()?,
            departed: self.departed.as_deref().map(day).transpose()?,
        })
    }
}

/// A row as it is written: with its place in the alphabet, and the import that wrote it if one did.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = people, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Written<'person> {
    id: PersonId,
    number: &'person EmployeeNumber,
    name: &'person Name,
    unit_id: UnitId,
    category: &'person Category,
    email: Option<&'person EmailAddress>,
    language: Option<Language>,
    started: Option<String>,
    departed: Option<String>,
    sort_key: Vec<u8>,
    sort_edition: i32,
    import_id: Option<ImportId>,
}

impl<'person> Written<'person> {
    fn of(person: &'person Person, import: Option<ImportId>) -> Self {
        Self {
            id: person.id,
            number: &person.number,
            name: &person.name,
            unit_id: person.unit,
            category: &person.category,
            email: person.email.as_ref(),
            language: person.language,
            started: person.started.map(|day| day.to_string()),
            departed: person.departed.map(|day| day.to_string()),
            sort_key: name_key(person.name.as_str()),
            sort_edition: KEY_EDITION,
            import_id: import,
        }
    }
}

pub fn find(conn: &mut RegisterConn, number: &EmployeeNumber) -> QueryResult<Option<Person>> {
    let row = people::table.filter(people::number.eq(number)).select(PersonRow::as_select()).first(&mut conn.sql).optional()?;
    row.map(PersonRow::person).transpose()
}

pub fn find_by_id(conn: &mut RegisterConn, id: PersonId) -> QueryResult<Option<Person>> {
    let row = people::table.find(id).select(PersonRow::as_select()).first(&mut conn.sql).optional()?;
    row.map(PersonRow::person).transpose()
}

/// Everyone in the register, departed or not, in no order.
pub fn everyone(conn: &mut RegisterConn) -> QueryResult<Vec<Person>> {
    let rows: Vec<PersonRow> = people::table.select(PersonRow::as_select()).load(&mut conn.sql)?;
    rows.into_iter().map(PersonRow::person).collect()
}

/// Whether somebody else has this address, departed or not.
pub fn is_taken(conn: &mut RegisterConn, email: &EmailAddress, but: Option<PersonId>) -> QueryResult<bool> {
    let taken = people::table.filter(people::email.eq(email)).select(people::id);
    let owner: Option<PersonId> = taken.first(&mut conn.sql).optional()?;
    Ok(owner.is_some_and(|owner| Some(owner) != but))
}

pub fn insert(conn: &mut RegisterConn, person: &Person) -> QueryResult<()> {
    diesel::insert_into(people::table).values(Written::of(person, None)).execute(&mut conn.sql).map(drop)
}

pub fn update(conn: &mut RegisterConn, person: &Person) -> QueryResult<()> {
    diesel::update(people::table.find(person.id)).set(Written::of(person, None)).execute(&mut conn.sql).map(drop)
}

/// `count` is told after every few rows.
pub fn insert_all(conn: &mut RegisterConn, everyone: &[Person], import: ImportId, count: &dyn Fn(usize)) -> QueryResult<()> {
    for batch in everyone.chunks(BATCH) {
        let rows: Vec<_> = batch.iter().map(|person| Written::of(person, Some(import))).collect();
        each_engine!(&mut conn.sql, |it| diesel::insert_into(people::table).values(&rows).execute(it))?;
        count(batch.len());
    }
    Ok(())
}

/// Writes people who are there already. Of `moving` the addresses are handed out anew: two people
/// may swap theirs, so nobody keeps one meanwhile.
pub fn update_all(
    conn: &mut RegisterConn,
    everyone: &[&Person],
    moving: &[PersonId],
    import: Option<ImportId>,
    count: &dyn Fn(usize),
) -> QueryResult<()> {
    for batch in moving.chunks(BATCH) {
        diesel::update(people::table.filter(people::id.eq_any(batch)))
            .set(people::email.eq(None::<String>))
            .execute(&mut conn.sql)?;
    }
    for batch in everyone.chunks(BATCH) {
        let rows = batch.iter().map(|person| Written::of(person, import));
        match &mut conn.sql {
            // One statement for many rows: here every statement is a journey.
            Conn::Postgres(postgres) => {
                diesel::insert_into(people::table)
                    .values(rows.collect::<Vec<_>>())
                    .on_conflict(people::id)
                    .do_update()
                    .set((
                        people::number.eq(excluded(people::number)),
                        people::name.eq(excluded(people::name)),
                        people::unit_id.eq(excluded(people::unit_id)),
                        people::category.eq(excluded(people::category)),
                        people::email.eq(excluded(people::email)),
                        people::language.eq(excluded(people::language)),
                        people::started.eq(excluded(people::started)),
                        people::departed.eq(excluded(people::departed)),
                        people::sort_key.eq(excluded(people::sort_key)),
                        people::sort_edition.eq(excluded(people::sort_edition)),
                        people::import_id.eq(excluded(people::import_id)),
                    ))
                    .execute(postgres)?;
            }
            Conn::Sqlite(sqlite) => {
                for row in rows {
                    diesel::update(people::table.find(row.id)).set(row).execute(sqlite)?;
                }
            }
        }
        count(batch.len());
    }
    Ok(())
}

pub fn set_departed(conn: &mut RegisterConn, id: PersonId, on: Option<Date>) -> QueryResult<()> {
    diesel::update(people::table.find(id))
        .set((people::departed.eq(on.map(|on| on.to_string())), people::import_id.eq(None::<ImportId>)))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn delete(conn: &mut RegisterConn, id: PersonId) -> QueryResult<()> {
    diesel::delete(import_changes::table.filter(import_changes::person_id.eq(id))).execute(&mut conn.sql)?;
    diesel::delete(people::table.find(id)).execute(&mut conn.sql).map(drop)
}

pub fn delete_all(conn: &mut RegisterConn, everyone: &[PersonId], count: &dyn Fn(usize)) -> QueryResult<()> {
    for batch in everyone.chunks(BATCH) {
        diesel::delete(people::table.filter(people::id.eq_any(batch))).execute(&mut conn.sql)?;
        count(batch.len());
    }
    Ok(())
}

/// Works out the place in the alphabet for names that have none yet, or one by another edition of
/// the alphabet; says for how many.
pub fn put_names_in_order(conn: &mut RegisterConn) -> QueryResult<usize> {
    let unordered: Vec<(PersonId, Name)> =
        people::table.filter(people::sort_edition.ne(KEY_EDITION)).select((people::id, people::name)).load(&mut conn.sql)?;
    for (id, name) in &unordered {
        diesel::update(people::table.find(id))
            .set((people::sort_key.eq(name_key(name.as_str())), people::sort_edition.eq(KEY_EDITION)))
            .execute(&mut conn.sql)?;
    }
    Ok(unordered.len())
}

pub fn any_name_without_order(conn: &mut RegisterConn) -> QueryResult<bool> {
    let unordered = people::table.filter(people::sort_edition.ne(KEY_EDITION)).select(people::id);
    diesel::select(exists(unordered)).get_result(&mut conn.sql)
}
