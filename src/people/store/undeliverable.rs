//! Addresses that no letter reaches. A mark holds as long as the person has the address.

use diesel::{dsl::exists, prelude::*, result::Error};
use jiff::civil::Date;

use super::people::day;
use crate::{
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    ids::PersonId,
    mail::AddressFault,
    people::{
        EmployeeNumber, Name, ShortName,
        tables::{people, undeliverable, units},
    },
};

/// Somebody whom letters do not reach.
#[derive(Clone, Debug)]
pub struct Unreached {
    pub id: PersonId,
    pub number: EmployeeNumber,
    pub name: Name,
    pub unit: ShortName,
    pub email: EmailAddress,
    pub fault: AddressFault,
    pub found: Date,
}

/// Whose address it is, departed or not.
pub fn owner_of_address(conn: &mut RegisterConn, email: &EmailAddress) -> QueryResult<Option<PersonId>> {
    people::table.filter(people::email.eq(email)).select(people::id).first(&mut conn.sql).optional()
}

/// Marks an address, to be shown from a moment on. One that is marked already stays as it is: when it was found
/// first is no news.
pub fn mark_undeliverable(
    conn: &mut RegisterConn,
    person: PersonId,
    email: &EmailAddress,
    fault: AddressFault,
    found: Date,
    shown_from: Moment,
) -> QueryResult<bool> {
    let kept: Option<EmailAddress> =
        undeliverable::table.find(person).select(undeliverable::email).first(&mut conn.sql).optional()?;
    if kept.as_ref() == Some(email) {
        return Ok(false);
    }
    diesel::delete(undeliverable::table.find(person)).execute(&mut conn.sql)?;
    let mark = (
        undeliverable::person_id.eq(person),
        undeliverable::email.eq(email),
        undeliverable::reason.eq(fault.code()),
        undeliverable::found.eq(found.to_string()),
        undeliverable::shown_from.eq(shown_from),
    );
    diesel::insert_into(undeliverable::table).values(mark).execute(&mut conn.sql).map(|marked| marked == 1)
}

/// A close was put off: what waits for it goes on waiting.
pub fn show_undeliverable_later(conn: &mut RegisterConn, before: Moment, after: Moment) -> QueryResult<()> {
    diesel::update(undeliverable::table.filter(undeliverable::shown_from.eq(before)))
        .set(undeliverable::shown_from.eq(after))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Everybody who works here and whose address is marked, by name, as far as it may be shown now.
pub fn undeliverable(conn: &mut RegisterConn, now: Moment) -> QueryResult<Vec<Unreached>> {
    type Row = (PersonId, EmployeeNumber, Name, ShortName, EmailAddress, String, String);
    let rows: Vec<Row> = undeliverable::table
        .inner_join(people::table.inner_join(units::table))
        .filter(people::departed.is_null().and(undeliverable::shown_from.le(now)))
        .filter(people::email.assume_not_null().eq(undeliverable::email))
        .order((people::sort_key.asc(), people::number.asc()))
        .select((
            people::id,
            people::number,
            people::name,
            units::short_name,
            undeliverable::email,
            undeliverable::reason,
            undeliverable::found,
        ))
        .load(&mut conn.sql)?;
    let unreached = |(id, number, name, unit, email, reason, found): Row| {
        let fault = AddressFault::from_code(&reason)
            .ok_or_else(|| Error::DeserializationError("no address is marked for this reason".into()))?;
        Ok(Unreached { id, number, name, unit, email, fault, found: day(&found)? })
    };
    rows.into_iter().map(unreached).collect()
}

/// Whether no letter reaches them, shown or not: for those who write letters.
pub fn is_undeliverable(conn: &mut RegisterConn, person: PersonId) -> QueryResult<bool> {
    let marked = undeliverable::table
        .inner_join(people::table)
        .filter(undeliverable::person_id.eq(person).and(people::email.assume_not_null().eq(undeliverable::email)));
    diesel::select(exists(marked.select(undeliverable::person_id))).get_result(&mut conn.sql)
}
